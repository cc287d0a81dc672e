import type { ImportState } from "@due-regard/domain/metrics/import/vocabulary";
import { invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { spoolFile } from "../../../receiving/spool-file.ts";
import { inTransaction, once } from "../../../schema/in-transaction.ts";
import type { Maybe } from "../../../schema/maybe.ts";
import { answerStep, type ImportStep } from "./answer-step.ts";
import { chooseMapping, type ImportMappingInput, isSameMapping } from "./choose-mapping.ts";
import { IMPORT_FILE } from "./files/import-limits.ts";
import { enqueue, settled } from "./import-queue.ts";
import { findImport, type ImportRecord } from "./load-imports.ts";
import { runSteps, type StepsPlan } from "./run-steps.ts";
import { claimStep, describeState } from "./steps.ts";
import { takeInFile } from "./take-in-file.ts";

export interface ImportMetricsInput {
  import?: Maybe<string>;
  text?: Maybe<string>;
  mapping?: Maybe<ImportMappingInput>;
  dryRun: boolean;
  skipFaulty?: Maybe<boolean>;
  idempotencyKey?: Maybe<string>;
}

/** For rows that are still being read when they are to be checked. */
const READING_WITHIN_MS = 8_000;

/** Checks a file, or records it: after a check where there was none of this mapping. */
export const importMetrics = async (
  context: ApiContext,
  input: ImportMetricsInput,
): Promise<Result<ImportStep>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to import figures.");
  if ((input.import == null) === (input.text == null))
    return invalid([{ path: "import", message: "Send an uploaded import, or text: one of the two." }]);
  const found =
    input.text == null ? ok(reachOf(input)) : await takeInText(context, viewer, input, input.text);
  if (!found.ok) return found;
  if (!found.value.isFresh) return await answerStep(context, found.value.id, null, reachedBy(input));
  const record = await findRecord(context, viewer, found.value.id);
  if (!record.ok) return record;
  return await takeSteps(context, viewer, record.value, input);
};

const reachOf = (input: ImportMetricsInput) => ({ id: input.import ?? "", isFresh: true });

const reachedBy = ({ dryRun }: ImportMetricsInput): readonly ImportState[] =>
  dryRun ? ["CHECKED", "COMMITTED"] : ["COMMITTED"];

/** Text becomes an import of its own, once for each key. */
const takeInText = async (
  context: ApiContext,
  viewer: SignedInViewer,
  input: ImportMetricsInput,
  text: string,
): Promise<Result<{ id: string; isFresh: boolean }>> => {
  const file = await spoolFile(bytesOf(text), IMPORT_FILE);
  const taken = await takeInFile(context, viewer, {
    name: "Text",
    file,
    register: async (register) => {
      let isFresh = false;
      const question = { viewer, key: input.idempotencyKey, operation: "importMetrics", input };
      const registered = await inTransaction(context, (tx) =>
        once(tx, question, async () => {
          isFresh = true;
          return ok(await register(tx));
        }),
      );
      return registered.ok ? ok({ id: registered.value, isFresh }) : registered;
    },
  });
  return taken.ok ? ok({ id: taken.value.importId, isFresh: taken.value.isFresh }) : taken;
};

const bytesOf = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, "utf8");
};

/** The import, with its rows read. */
const findRecord = async (
  { db }: ApiContext,
  viewer: SignedInViewer,
  id: string,
): Promise<Result<ImportRecord>> => {
  await settled(id, READING_WITHIN_MS);
  const record = await findImport(db, viewer, id);
  if (record === null) return notFound();
  const unreadable = record.state === "FAILED" || record.state === "EXPIRED" || record.state === "READING";
  return unreadable
    ? invalid([{ path: "import", message: record.failure ?? describeState(record.state) }])
    : ok(record);
};

const takeSteps = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  input: ImportMetricsInput,
): Promise<Result<ImportStep>> => {
  const mapping = await chooseMapping(context.db, record, input.mapping ?? null);
  if (!mapping.ok) return mapping;
  const isChecked = record.state === "CHECKED" && isSameMapping(record.mapping, mapping.value);
  const plan: StepsPlan = {
    mapping: mapping.value,
    check: input.dryRun || !isChecked,
    commit: !input.dryRun,
    skipFaulty: input.skipFaulty === true,
  };
  const claimed = await claim(context, viewer, record, plan, input);
  if (!claimed.ok) return claimed;
  const step = claimed.value;
  const work = step === null ? null : enqueue(record.id, () => runSteps(context, viewer, step, plan));
  return await answerStep(context, record.id, work, reachedBy(input));
};

/** Takes the first step for this call alone. Null: an earlier call with the same key took it. Text has used its key. */
const claim = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  plan: StepsPlan,
  input: ImportMetricsInput,
): Promise<Result<ImportRecord | null>> => {
  let step: ImportRecord | null = null;
  const key = input.text == null ? input.idempotencyKey : null;
  const state = plan.check ? "CHECKING" : "COMMITTING";
  const taken = await inTransaction(context, (tx) =>
    once(tx, { viewer, key, operation: "importMetrics", input }, async () => {
      const claimed = await claimStep(tx, record.id, ["UPLOADED", "CHECKED"], {
        state,
        rowsInAll: rowsOf(record, plan),
      });
      if (!claimed.ok) return claimed;
      step = claimed.value;
      return ok(record.id);
    }),
  );
  return taken.ok ? ok(step) : taken;
};

const rowsOf = ({ sheets, counts }: ImportRecord, { mapping, check }: StepsPlan): number | null => {
  if (!check) return counts === null ? null : counts.new + counts.revised;
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  return sheet === undefined ? null : Math.max(0, sheet.rows - mapping.headerRow);
};
