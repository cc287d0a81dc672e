import { readStagedRows } from "@due-regard/database/imports/row-blocks";
import { PROBLEM_KINDS } from "@due-regard/domain/metrics/import/problems";
import type { ImportCounts, ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { checkImport } from "./check-import.ts";
import { commitImport } from "./commit-import.ts";
import { listProblems } from "./load-findings.ts";
import { type ImportRecord, progressWriter } from "./load-imports.ts";
import { claimStep, describeFailure, leaveStep, unexpected } from "./steps.ts";

/** What is to be done with an import whose first step is claimed. */
export interface StepsPlan {
  mapping: ImportMapping;
  check: boolean;
  commit: boolean;
  skipFaulty: boolean;
}

const PROBLEMS_SHOWN = 50;
const inWords = new Intl.NumberFormat("en-GB");

/** Checks, records, or both. Never throws: what nobody expected is in the log, and the import stands where it stood. */
export const runSteps = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  plan: StepsPlan,
): Promise<Result<string>> => {
  const before = plan.check && record.mapping === null ? "UPLOADED" : "CHECKED";
  try {
    const checked = plan.check ? await check(context, viewer, record, plan.mapping) : ok(record);
    if (!checked.ok || !plan.commit) return checked.ok ? ok(record.id) : checked;
    return await commit(context, viewer, checked.value, plan);
  } catch (error) {
    const failure = unexpected(context, error, record.id);
    await leaveStep(context.db, record.id, { state: before, failure }).catch(() => undefined);
    return invalid([{ path: "import", message: failure }]);
  }
};

const check = async (
  { db }: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  mapping: ImportMapping,
): Promise<Result<ImportRecord>> => {
  const { id } = record;
  const sheet = record.sheets.findIndex(({ name }) => name === mapping.sheet) + 1;
  const place = { importId: id, sheet, from: mapping.headerRow, limit: 1 };
  const [header] = (await readStagedRows(db, place)).filter(({ row }) => row === mapping.headerRow);
  const onProgress = progressWriter(db, id);
  const headers = header?.cells ?? [];
  const counts = await checkImport(db, viewer, { importId: id, sheet, headers, mapping, onProgress });
  if (counts.rows === 0) {
    const message = "There are no rows below the headers.";
    await leaveStep(db, id, { state: "UPLOADED", failure: message, mapping: null, counts: null });
    return invalid([{ path: "mapping.headerRow", message }]);
  }
  const found = { mapping, counts, rowsDone: counts.rows, checkedAt: new Date().toISOString() };
  await leaveStep(db, id, { state: "CHECKED", ...found });
  return ok({ ...record, ...found, state: "CHECKED" });
};

const commit = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  { skipFaulty }: StepsPlan,
): Promise<Result<string>> => {
  const { db } = context;
  const { id, counts } = record;
  const refusal = await refuseFaulty(context, id, counts, skipFaulty);
  if (!refusal.ok) {
    await leaveStep(db, id, { state: "CHECKED", failure: describeFailure(refusal.failure) });
    return refusal;
  }
  if (record.state === "CHECKED") {
    const rowsInAll = counts === null ? null : counts.new + counts.revised;
    const claimed = await claimStep(db, id, ["CHECKED"], { state: "COMMITTING", rowsInAll });
    if (!claimed.ok) return claimed;
  }
  const committed = await commitImport(context, viewer, record, skipFaulty);
  if (!committed.ok)
    await leaveStep(db, id, { state: "CHECKED", failure: describeFailure(committed.failure) });
  return committed;
};

/** Faulty rows stop all, unless somebody chose to leave them out. */
const refuseFaulty = async (
  { db }: ApiContext,
  id: string,
  counts: ImportCounts | null,
  skipFaulty: boolean,
): Promise<Result<null>> => {
  if (counts === null || counts.faulty === 0 || skipFaulty) return ok(null);
  const problems = await listProblems(db, id, { weight: "BLOCKS", kind: null }).rows(PROBLEMS_SHOWN, 0);
  return invalid(
    problems.map(({ row, header, kind, detail }) => ({
      path: header === null ? `row ${row}` : `row ${row}, ${header}`,
      message: `${PROBLEM_KINDS[kind].wrong(detail)} ${PROBLEM_KINDS[kind].remedy}`,
    })),
    `${counts.faulty === 1 ? "One row" : `${inWords.format(counts.faulty)} rows`} can’t be recorded. Put them right in the file, or leave them out.`,
  );
};
