import { type ReactNode, useState } from "react";
import { Navigate, useParams, useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { IMPORT_CRUMBS, importVariables } from "./addresses.ts";
import { Findings, SKIP_FIELD } from "./findings.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportQuery } from "./queries.ts";
import { ImportFacts, Receipt } from "./receipt.tsx";
import type { FoundImport, ImportState } from "./types.ts";
import { usePolling } from "./use-polling.ts";
import { useImportStep } from "./use-step.ts";
import { counted, STATE } from "./words.ts";

const UploadAgain = () => (
  <p className="govuk-body">
    <AppLink to="/performance/import">Upload a file</AppLink>
  </p>
);

const Failed = ({ found }: { found: FoundImport }) => (
  <>
    <p className="govuk-body">{found.failure ?? "It could not be read."}</p>
    <p className="govuk-body">Nothing of it was recorded.</p>
    <ImportFacts found={found} />
    <UploadAgain />
  </>
);

const Expired = ({ found }: { found: FoundImport }) => (
  <>
    <p className="govuk-body">
      It was never recorded, and the rows of files that nobody records are thrown away after some days. Upload
      it again to import it.
    </p>
    <ImportFacts found={found} />
    <UploadAgain />
  </>
);

const Undone = ({ found }: { found: FoundImport }) => (
  <>
    <p className="govuk-body">
      {counted((found.counts?.new ?? 0) + (found.counts?.revised ?? 0), "figure")} of this file no longer
      count. What they had replaced is in force again, except where somebody recorded something newer since.
      All of it stays in the history of each figure.
    </p>
    <ImportFacts found={found} />
    <UploadAgain />
  </>
);

interface StateProps {
  found: FoundImport;
  errors: readonly FieldError[];
  setErrors: (errors: readonly FieldError[]) => void;
  record: (skipFaulty: boolean) => void;
  busy: boolean;
  justRecorded: boolean;
}

const underWay = ({ found }: StateProps): ReactNode =>
  found.progress ? (
    <ImportProgress state={found.state} progress={found.progress} fileName={found.fileName} />
  ) : null;

/** What the page shows in each state. */
const BODY: Record<ImportState, (props: StateProps) => ReactNode> = {
  READING: underWay,
  CHECKING: underWay,
  COMMITTING: underWay,
  UNDOING: underWay,
  UPLOADED: ({ found }) => <Navigate to={`/performance/import/${found.id}/columns`} replace />,
  CHECKED: ({ found, errors, setErrors, record, busy }) => (
    <Findings
      found={found}
      busy={busy}
      error={errors.find(({ field }) => field === SKIP_FIELD)?.message}
      onRecord={record}
      onRefuse={setErrors}
    />
  ),
  COMMITTED: ({ found, justRecorded }) => <Receipt found={found} justNow={justRecorded} />,
  UNDONE: ({ found }) => <Undone found={found} />,
  FAILED: ({ found }) => <Failed found={found} />,
  EXPIRED: ({ found }) => <Expired found={found} />,
};

const crumbs = [...IMPORT_CRUMBS, { to: "/performance/import", words: "Import figures" }];

interface OneImportProps {
  found: FoundImport;
  step: ReturnType<typeof useImportStep>;
}

const OneImport = ({ found, step }: OneImportProps) => {
  const { record, busy, errors, setErrors } = step;
  // Whether it was recorded while somebody looked on: only then does its receipt take the focus.
  const [seen] = useState(found.state);
  const justRecorded = found.state === "COMMITTED" && seen !== "COMMITTED";
  // A failed step leaves an import where it stood, and says why.
  const failure: FieldError[] =
    found.failure !== null && found.state !== "FAILED" ? [{ field: null, message: found.failure }] : [];
  return (
    <Page
      title={STATE[found.state].title}
      caption={found.fileName}
      crumbs={crumbs}
      errors={errors.length > 0 ? errors : failure}
    >
      {BODY[found.state]({ found, errors, setErrors, record, busy, justRecorded })}
    </Page>
  );
};

/** One import, wherever it stands. Its address is its memory: whoever comes back goes on from here. */
export const ImportPage = () => {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const variables = importVariables(id, search);
  const { metricImport: found } = useLiveData(ImportQuery, variables);
  const step = useImportStep(id);
  usePolling(ImportQuery, variables, step.busy || (found !== null && found.progress !== null));
  return found === null ? null : <OneImport key={found.id} found={found} step={step} />;
};
