import { useState } from "react";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { IMPORT_CRUMBS, importsVariables } from "./addresses.ts";
import { FormatHelp } from "./format-help.tsx";
import { ImportsQuery } from "./queries.ts";
import type { Listed } from "./types.ts";
import { UploadForm } from "./upload-form.tsx";
import { counted, STATE } from "./words.ts";

const whatBecame = ({ state, recordedAt, recordedBy, undoneAt, undoneBy, counts }: Listed): string => {
  if (undoneAt !== null) return `Undone on ${formatInstant(undoneAt)} by ${undoneBy?.name ?? "somebody"}`;
  if (recordedAt !== null)
    return `${counted((counts?.new ?? 0) + (counts?.revised ?? 0), "figure")} recorded on ${formatInstant(recordedAt)} by ${recordedBy?.name ?? "somebody"}`;
  return state === "CHECKED" && counts ? `${counted(counts.rows, "row")} checked` : "";
};

const EarlierImports = ({ imports }: { imports: readonly Listed[] }) => (
  <Table
    caption="Earlier imports"
    rows={imports}
    rowKey={({ id }) => id}
    columns={[
      {
        key: "file",
        heading: "File",
        rowHeading: true,
        cell: ({ id, fileName }) => (
          <AppLink to={`/performance/import/${id}`} className="app-file-name">
            {fileName}
          </AppLink>
        ),
      },
      {
        key: "state",
        heading: "State",
        cell: ({ state }) => <Tag colour={STATE[state].colour}>{STATE[state].words}</Tag>,
      },
      {
        key: "became",
        heading: "What became of it",
        cell: (each) => (
          <>
            {whatBecame(each)}{" "}
            {each.state === "COMMITTED" ? (
              <AppLink to={`/performance/import/${each.id}/undo`} hiddenText={each.fileName}>
                Undo
              </AppLink>
            ) : null}
          </>
        ),
      },
      {
        key: "uploaded",
        heading: "Uploaded",
        cell: ({ uploadedAt, uploadedBy }) => `${formatInstant(uploadedAt)} by ${uploadedBy.name}`,
      },
    ]}
  />
);

/** Where an import begins, and where earlier ones are found. */
export const ImportsPage = () => {
  const [search] = useSearchParams();
  const { metricImports } = useLiveData(ImportsQuery, importsVariables(search));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { edges, pageInfo } = metricImports;
  return (
    <Page title="Import figures" crumbs={IMPORT_CRUMBS} errors={errors}>
      <p className="govuk-body">
        Every row is checked first. You see what is wrong and what would change, and nothing is recorded until
        you say so. An import can be undone as a whole.
      </p>
      <UploadForm errors={errors} setErrors={setErrors} />
      <FormatHelp />
      {edges.length > 0 ? (
        <EarlierImports imports={edges.map(({ node }) => node)} />
      ) : (
        <p className="govuk-body">Nothing has been imported yet.</p>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor ? (
        <p className="govuk-body">
          <AppLink to={`?after=${encodeURIComponent(pageInfo.endCursor)}`}>Older imports</AppLink>
        </p>
      ) : null}
    </Page>
  );
};
