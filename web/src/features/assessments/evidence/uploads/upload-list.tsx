import { useMemo } from "react";
import { LinkButton } from "../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../ui/error-summary.tsx";
import { fileSize } from "../../../../ui/format/file-size.ts";
import { Progress } from "../../../../ui/progress.tsx";
import { usePageErrors } from "../../drafting/page-errors.ts";
import type { Upload, UploadStore } from "./upload-store.ts";

const retryId = ({ id }: Upload): string => `upload-${id}`;

const Sending = ({ upload, onCancel }: { upload: Upload; onCancel: () => void }) => {
  const { file, sent, state } = upload;
  const arrived = state === "SENDING" && sent >= file.size;
  return (
    <>
      <Progress
        label={state === "WAITING" ? `${file.name} waits for its turn` : `Uploading ${file.name}`}
        done={sent}
        total={arrived ? null : file.size}
        words={
          arrived ? "Sent. The server is looking into it…" : `${fileSize(sent)} of ${fileSize(file.size)}`
        }
      />
      <LinkButton onClick={onCancel} hiddenText={file.name}>
        Cancel
      </LinkButton>
    </>
  );
};

const Failed = ({ upload, store }: { upload: Upload; store: UploadStore }) => (
  <div className="govuk-form-group--error">
    <p className="govuk-body govuk-!-margin-bottom-1">
      <strong>{upload.file.name}</strong> was not uploaded{upload.label ? ` for ${upload.label}` : ""}.
    </p>
    <p className="govuk-error-message" id={`${retryId(upload)}-error`}>
      <span className="govuk-visually-hidden">Error:</span> {upload.message}
    </p>
    <div className="app-citation__acts">
      <LinkButton id={retryId(upload)} onClick={() => store.retry(upload.id)} hiddenText={upload.file.name}>
        Try again
      </LinkButton>
      <LinkButton onClick={() => store.cancel(upload.id)} hiddenText={upload.file.name}>
        Leave it out
      </LinkButton>
    </div>
  </div>
);

interface UploadListProps {
  uploads: readonly Upload[];
  store: UploadStore;
}

/** What is on its way, each with how far it is, and what failed, each with its reason and another try. */
export const UploadList = ({ uploads, store }: UploadListProps) => {
  const failed = uploads.filter(({ state }) => state === "FAILED");
  const settled = failed.length === uploads.length;
  const said = failed.map(({ id, message }) => `${id} ${message}`).join();
  // Told once all have come to an end, so that the focus doesn't jump from file to file.
  const errors = useMemo(
    () =>
      settled
        ? failed.map((upload) => ({
            field: retryId(upload),
            message: `${upload.file.name}: ${upload.message}`,
          }))
        : [],
    [settled, said],
  );
  usePageErrors(errors.length > 0);
  if (uploads.length === 0) return null;
  return (
    <>
      <ErrorSummary errors={errors} level={3} />
      <ul className="app-results" aria-label="Files on their way">
        {uploads.map((upload) => (
          <li className="app-results__item" key={upload.id}>
            {upload.state === "FAILED" ? (
              <Failed upload={upload} store={store} />
            ) : (
              <Sending upload={upload} onCancel={() => store.cancel(upload.id)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
