import { characteristicImpacts, rightImpacts } from "@due-regard/database/schema/assessments";
import type { RightJustification } from "@due-regard/domain/ehria/content";
import {
  validateCharacteristicImpact,
  validateRightImpact,
} from "@due-regard/domain/ehria/form/validate-save";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import type {
  ImpactDirection,
  ProtectedCharacteristic,
  RightPart,
  Stage,
} from "@due-regard/domain/ehria/vocabulary";
import {
  conflict,
  invalid,
  ok,
  type Problem,
  type Result,
  type VersionConflict,
} from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { compareAndSwap } from "./compare-and-swap.ts";
import type { AssessmentHead } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";
import { recordSetAside, setAsideProblems } from "./set-aside.ts";
import { type AssessmentWrite, editAssessmentOnce, type RepeatableSave } from "./write-to-assessment.ts";

export interface CharacteristicImpactInput {
  characteristic: ProtectedCharacteristic;
  affected?: Maybe<boolean>;
  direction?: Maybe<ImpactDirection>;
  comments?: Maybe<string>;
  barriers?: Maybe<string>;
  basedOnVersion: number;
  /** What its author gave up in a conflict: it goes into the history. */
  setAside?: Maybe<string>;
}

export interface RightImpactInput {
  part: RightPart;
  article: number;
  affected?: Maybe<boolean>;
  comments?: Maybe<string>;
  justification?: Maybe<{ [Name in keyof RightJustification]?: Maybe<string> }>;
  basedOnVersion: number;
  setAside?: Maybe<string>;
}

/** One row to save: how it is named, what it says, and where in its table it lives. */
interface RowEdit {
  path: string;
  table: typeof characteristicImpacts | typeof rightImpacts;
  key: Record<string, unknown>;
  values: Record<string, unknown>;
  basedOnVersion: number;
  setAside: Maybe<string>;
  problems: Problem[];
}

/** Saves rows of the characteristics' table of one stage, each against the version that it was based on; all or none. */
export const saveCharacteristicImpacts = (
  context: ApiContext,
  input: RepeatableSave & { stage: Stage; impacts: CharacteristicImpactInput[] },
): Promise<Result<AssessmentHead>> =>
  saveRowsOnce(context, "saveCharacteristicImpacts", input, (write) =>
    input.impacts.map((impact) => characteristicEdit(write, input.stage, impact)),
  );

/** As {@link saveCharacteristicImpacts}, for the rights of the Human Rights Act. */
export const saveRightImpacts = (
  context: ApiContext,
  input: RepeatableSave & { stage: Stage; impacts: RightImpactInput[] },
): Promise<Result<AssessmentHead>> =>
  saveRowsOnce(context, "saveRightImpacts", input, (write) =>
    input.impacts.map((impact) => rightEdit(write, input.stage, impact)),
  );

const saveRowsOnce = async <Input extends RepeatableSave>(
  context: ApiContext,
  operation: string,
  input: Input,
  editsOf: (write: AssessmentWrite) => RowEdit[],
): Promise<Result<AssessmentHead>> => {
  const saved = await editAssessmentOnce(context, operation, input, async (write) => {
    const rows = await saveRows(write, editsOf(write));
    return rows.ok ? ok("") : rows;
  });
  return saved.ok ? ok(saved.value.head) : saved;
};

const characteristicEdit = (
  { head, body }: AssessmentWrite,
  stage: Stage,
  input: CharacteristicImpactInput,
): RowEdit => {
  const { characteristic, basedOnVersion, setAside } = input;
  const values = {
    affected: input.affected ?? null,
    direction: input.direction ?? null,
    comments: input.comments ?? null,
    barriers: input.barriers ?? null,
  };
  return {
    path: `${stage}.${characteristic}`,
    table: characteristicImpacts,
    key: { revisionId: head.revisionId, stage, characteristic },
    values,
    basedOnVersion,
    setAside,
    problems: validateCharacteristicImpact(body.template, { stage, characteristic, ...values }),
  };
};

const rightEdit = ({ head, body }: AssessmentWrite, stage: Stage, input: RightImpactInput): RowEdit => {
  const { part, article, basedOnVersion, setAside } = input;
  const row = { affected: input.affected ?? null, comments: input.comments ?? null };
  const justification: RightJustification = {
    prescribedByLaw: input.justification?.prescribedByLaw ?? null,
    legitimateAim: input.justification?.legitimateAim ?? null,
    necessary: input.justification?.necessary ?? null,
    proportionate: input.justification?.proportionate ?? null,
  };
  return {
    path: `${stage}.${rightKey({ part, article })}`,
    table: rightImpacts,
    key: { revisionId: head.revisionId, stage, part, article },
    values: { ...row, ...justification },
    basedOnVersion,
    setAside,
    problems: validateRightImpact(body.template, { stage, part, article, ...row, justification }),
  };
};

const saveRows = async (write: AssessmentWrite, edits: RowEdit[]): Promise<Result<void>> => {
  const problems = edits.flatMap(({ problems, path, setAside }) => [
    ...problems,
    ...setAsideProblems(path, setAside),
  ]);
  if (edits.length === 0) problems.push({ path: "impacts", message: "Send at least one row." });
  if (problems.length > 0) return invalid(problems);
  const conflicts: VersionConflict[] = [];
  for (const edit of edits) conflicts.push(...(await saveRow(write, edit)));
  return conflicts.length > 0 ? conflict(conflicts) : ok(undefined);
};

const WORDS: Record<string, string> = { true: "Yes", false: "No" };

/** A row's cells as lines that a person would recognise; null when it is empty. */
const show = (values: Record<string, unknown>, shown: string[]): string | null => {
  const lines = shown
    .filter((name) => values[name] !== null && values[name] !== undefined)
    .map((name) => WORDS[String(values[name])] ?? String(values[name]));
  return lines.length === 0 ? null : lines.join("\n");
};

const saveRow = async (write: AssessmentWrite, edit: RowEdit): Promise<VersionConflict[]> => {
  const { tx, context, viewer, head } = write;
  const { path, table, key, values, basedOnVersion } = edit;
  const outcome = await compareAndSwap(tx, { table, key, values, basedOnVersion, savedById: viewer.userId });
  const names = Object.keys(values);
  if (outcome.kind === "CONFLICT") {
    const { stored } = outcome;
    const texts = { theirs: show(stored, names), yours: show(values, names) };
    return [{ path, currentVersion: stored.version, basedOnVersion, ...texts }];
  }
  if (outcome.kind === "SAVED") {
    const detail = { place: path, version: outcome.version, after: values };
    await recordHistory(tx, context, head, [{ action: "impact.saved", detail }]);
  }
  await recordSetAside(write, path, edit.setAside);
  return [];
};
