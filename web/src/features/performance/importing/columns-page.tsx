import { useEffect, useRef } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { Details } from "../../../ui/details.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { columnsVariables, IMPORT_CRUMBS } from "./addresses.ts";
import { FORMATS } from "./fields.ts";
import { FileRows } from "./file-rows.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { LookForm } from "./look-form.tsx";
import { mappingError, openingMapping } from "./mapping.ts";
import { MappingForm } from "./mapping-form.tsx";
import { ColumnsQuery } from "./queries.ts";
import type { FileColumns, Mapping } from "./types.ts";
import { usePolling } from "./use-polling.ts";
import { useImportStep } from "./use-step.ts";
import { STATE } from "./words.ts";

const lookWords = ({ format, headerRow, sheet }: Mapping): string => {
  const where = sheet === null ? "Headers" : `Sheet “${sheet}”, headers`;
  const how = FORMATS.find(({ value }) => value === format)?.label ?? "";
  return `${where} in row ${headerRow}. ${how}. Change this`;
};

const isAboutLook = ({ field }: FieldError): boolean => field === "sheet" || field === "header-row";

type Step = ReturnType<typeof useImportStep>;

const Columns = ({ file, step }: { file: FileColumns; step: Step }) => {
  const { check, busy, errors } = step;
  const mapping = openingMapping(file);
  const look = JSON.stringify([mapping?.sheet, mapping?.headerRow, mapping?.format]);
  if (mapping === null) {
    return (
      <p className="govuk-body">The rows of this file are no longer kept. Upload it again to import it.</p>
    );
  }
  return (
    <>
      <FileRows rows={file.firstRows} headerRow={mapping.headerRow} fileName={file.fileName} />
      <Details
        key={`look ${look}`}
        summary={lookWords(mapping)}
        open={mapping.columns.length === 0 || errors.some(isAboutLook) || undefined}
      >
        <LookForm file={file} mapping={mapping} errors={errors} />
      </Details>
      <MappingForm
        key={`mapping ${look}`}
        file={file}
        mapping={mapping}
        errors={errors}
        busy={busy}
        onCheck={check}
      />
    </>
  );
};

/** Whoever comes back to a check and watches it to its end is led to what it found. */
const useLeadOn = (state: FileColumns["state"] | undefined, busy: boolean, address: string): void => {
  const navigate = useNavigate();
  const before = useRef(state);
  useEffect(() => {
    if (!busy && before.current === "CHECKING" && state === "CHECKED") void navigate(address);
    before.current = state;
  }, [state, busy, address, navigate]);
};

/** What the columns of a file hold: suggested from its headers, and for a person to change. */
export const ColumnsPage = () => {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const address = `/performance/import/${id}`;
  const step = useImportStep(id, { toField: mappingError, onDone: () => void navigate(address) });
  const variables = columnsVariables(id, search);
  const { metricImport: file } = useLiveData(ColumnsQuery, variables);
  usePolling(ColumnsQuery, variables, step.busy || (file !== null && file.progress !== null));
  useLeadOn(file?.state, step.busy, address);
  if (file === null) return null;
  return (
    <Page
      title={file.progress ? STATE[file.state].title : "Say what the columns hold"}
      caption={file.fileName}
      crumbs={[...IMPORT_CRUMBS, { to: "/performance/import", words: "Import figures" }]}
      errors={step.errors}
    >
      {file.progress ? (
        <ImportProgress state={file.state} progress={file.progress} fileName={file.fileName} />
      ) : (
        <Columns file={file} step={step} />
      )}
    </Page>
  );
};
