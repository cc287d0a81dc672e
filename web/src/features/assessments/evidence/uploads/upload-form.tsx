import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary, type FieldError } from "../../../../ui/error-summary.tsx";
import { FileInput } from "../../../../ui/file-input.tsx";
import { Select } from "../../../../ui/select.tsx";
import { useDraft } from "../../drafting/draft-context.ts";
import { usePageErrors } from "../../drafting/page-errors.ts";
import type { CitablePlace } from "../citable-place.ts";
import { acceptOf, allowanceWords, checkFiles } from "./allowance-words.ts";
import { FileAllowanceQuery } from "./queries.ts";
import type { UploadStore } from "./upload-store.ts";

const FIELD = "evidence-files";

interface UploadFormProps {
  places: readonly CitablePlace[];
  store: UploadStore;
}

/** Choosing or dropping files, with all that is taken said before. */
export const UploadForm = ({ places, store }: UploadFormProps) => {
  const { reference } = useDraft().content;
  const [{ data, error }, again] = useQuery({ query: FileAllowanceQuery, variables: { reference } });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [place, setPlace] = useState(places[0]?.place ?? "");
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  // A new number makes a new, empty field: what was chosen is on its way.
  const [round, setRound] = useState(0);
  usePageErrors(errors.length > 0);
  const allowance = data?.assessment?.fileAllowance ?? null;
  if (allowance === null) {
    return error ? (
      <p className="govuk-body">
        What may be uploaded could not be found out.{" "}
        <button
          type="button"
          className="app-link-button"
          onClick={() => again({ requestPolicy: "network-only" })}
        >
          Try again
        </button>
      </p>
    ) : (
      <p className="govuk-body">Finding out what may be uploaded…</p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = checkFiles(files, allowance);
    setErrors(problem ? [{ field: FIELD, message: problem }] : []);
    if (problem) return;
    store.add(files, { place, label: places.find((each) => each.place === place)?.label ?? "" });
    setFiles([]);
    setRound((number) => number + 1);
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} level={3} />
      <FileInput
        key={round}
        id={FIELD}
        label="Choose files"
        hint={allowanceWords(allowance).map((words) => (
          <span className="app-block" key={words}>
            {words}
          </span>
        ))}
        accept={acceptOf(allowance)}
        multiple
        error={errors.find(({ field }) => field === FIELD)?.message}
        onChoose={(_first, all) => setFiles(all)}
      />
      {places.length > 1 ? (
        <Select
          id={`${FIELD}-place`}
          label="Cite them for"
          options={places.map((each) => ({ value: each.place, label: each.label }))}
          value={place}
          onChange={setPlace}
        />
      ) : null}
      <Button variant="secondary">{files.length > 1 ? `Upload ${files.length} files` : "Upload"}</Button>
    </form>
  );
};
