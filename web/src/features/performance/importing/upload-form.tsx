import { type FormEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { type UploadOutcome, uploadFile } from "../../../data/upload-file.ts";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { FileInput } from "../../../ui/file-input.tsx";
import { fileSize } from "../../../ui/format/file-size.ts";
import { Progress } from "../../../ui/progress.tsx";

const FIELD = "file";
/** As the server has it (import-limits.ts): a file that is too large is told so before it is sent for minutes. */
const MOST_BYTES = 200 * 1024 * 1024;

const checkFile = (file: File | null): string | null => {
  if (file === null) return "Choose a file";
  if (file.size === 0) return "The file is empty. Choose another one";
  if (file.size > MOST_BYTES)
    return `The file is ${fileSize(file.size)}, and at most 200 MB are taken. Split it and import the parts one after the other`;
  return null;
};

const WORDS: Record<Exclude<UploadOutcome["kind"], "DONE" | "REFUSED">, string> = {
  SIGNED_OUT: "You have been signed out. Sign in again in another tab, then upload the file again here",
  UNREACHABLE:
    "The file could not be sent: the connection was lost. Nothing was recorded. Check your connection, then upload it again",
  STOPPED: "You stopped the upload. Nothing was recorded",
};

interface Sending {
  name: string;
  sent: number;
  total: number;
}

interface UploadFormProps {
  errors: readonly FieldError[];
  setErrors: (errors: readonly FieldError[]) => void;
}

/** Sends a file, says how far it is, and goes on to its own address. */
export const UploadForm = ({ errors, setErrors }: UploadFormProps) => {
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const stop = useRef<AbortController | null>(null);
  // Leaving the page stops what it sends.
  useEffect(() => () => stop.current?.abort(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = checkFile(file);
    setErrors(problem ? [{ field: FIELD, message: problem }] : []);
    if (problem || file === null) return;
    stop.current = new AbortController();
    setSending({ name: file.name, sent: 0, total: file.size });
    const outcome = await uploadFile(`/imports?name=${encodeURIComponent(file.name)}`, file, {
      signal: stop.current.signal,
      onProgress: (sent, total) => setSending({ name: file.name, sent, total }),
    });
    setSending(null);
    if (outcome.kind === "DONE") return void navigate(`/performance/import/${outcome.id}`);
    const message = outcome.kind === "REFUSED" ? outcome.message : WORDS[outcome.kind];
    setErrors([{ field: FIELD, message }]);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <FileInput
        id={FIELD}
        label="Choose a file"
        hint="A CSV file or an Excel workbook (.xlsx), up to 200 MB and 2,000,000 rows"
        accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        error={errors.find(({ field }) => field === FIELD)?.message}
        onChoose={setFile}
      />
      {sending ? (
        <Progress
          label={`Uploading ${sending.name}`}
          done={sending.sent}
          total={sending.total}
          words={`${fileSize(sending.sent)} of ${fileSize(sending.total)}`}
        />
      ) : null}
      <ButtonGroup>
        <Button busy={sending !== null}>Upload</Button>
        {sending ? (
          <Button type="button" variant="secondary" onClick={() => stop.current?.abort()}>
            Stop
          </Button>
        ) : null}
      </ButtonGroup>
    </form>
  );
};
