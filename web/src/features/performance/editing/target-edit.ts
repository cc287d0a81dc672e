import { OPERATORS_OF_KIND, TARGET_LIMITS } from "@due-regard/domain/metrics/check-target-terms";
import type { Aim, TargetKind, TargetOperator, ToleranceKind } from "@due-regard/domain/metrics/vocabulary";
import { outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { measure } from "../../../ui/format/counting.ts";
import { OPERATOR, TARGET_KIND, TOLERANCE } from "./edit-words.ts";
import { SetTargetMutation } from "./mutations.ts";
import { answerOf } from "./outcome-of-write.ts";
import { numberOrNull, readNumber } from "./read-number.ts";
import type { Editable, EditDefinition } from "./types.ts";

/** The target as it is typed. */
export interface TargetDraft {
  kind: TargetKind;
  operator: TargetOperator;
  low: string;
  high: string;
  toleranceKind: ToleranceKind;
  tolerance: string;
  benchmarkGroup: string;
  benchmarkPeriod: string;
  note: string;
}

const AGAINST: Partial<Record<Aim, readonly TargetOperator[]>> = { HIGH: ["LT", "LTE"], LOW: ["GT", "GTE"] };

/** Most targets are met by reaching them: these come first. */
const STRICT: readonly TargetOperator[] = ["GT", "LT"];

/** The operators that a kind of target may have, without those that pull against the metric's aim. */
export const operatorsFor = (kind: TargetKind, aim: Aim): readonly TargetOperator[] =>
  OPERATORS_OF_KIND[kind]
    .filter((operator) => !AGAINST[aim]?.includes(operator))
    .toSorted((left, right) => Number(STRICT.includes(left)) - Number(STRICT.includes(right)));

export const needsLow = (operator: TargetOperator): boolean => ["GT", "GTE", "BETWEEN"].includes(operator);
export const needsHigh = (operator: TargetOperator): boolean => ["LT", "LTE", "BETWEEN"].includes(operator);
export const hasNumber = (operator: TargetOperator): boolean => needsLow(operator) || needsHigh(operator);

/** Another kind, with an operator that goes with it. What was typed stays, should the person come back. */
export const withKind = (draft: TargetDraft, kind: TargetKind, aim: Aim): TargetDraft => {
  const operators = operatorsFor(kind, aim);
  const operator = operators.includes(draft.operator) ? draft.operator : (operators[0] ?? "NONE");
  return { ...draft, kind, operator };
};

const read = ({ row: { target }, metric }: Editable): { draft: TargetDraft; base: string | null } => ({
  base: target?.recordedAt ?? null,
  draft: {
    kind: target?.kind ?? "TARGET",
    operator: target?.operator ?? operatorsFor("TARGET", metric.aim)[0] ?? "GTE",
    low: target?.low ?? "",
    high: target?.high ?? "",
    toleranceKind: target?.toleranceKind ?? "NONE",
    tolerance: target?.tolerance ?? "",
    benchmarkGroup: target?.benchmarkGroup ?? "",
    benchmarkPeriod: target?.benchmarkPeriod?.code ?? "",
    note: target?.note ?? "",
  },
});

const check = (draft: TargetDraft): FieldError[] => {
  const wanted: [name: "low" | "high" | "tolerance", needed: boolean, words: string][] = [
    ["low", needsLow(draft.operator), draft.operator === "BETWEEN" ? "Lower end of the band" : "Target"],
    ["high", needsHigh(draft.operator), draft.operator === "BETWEEN" ? "Upper end of the band" : "Target"],
    ["tolerance", hasNumber(draft.operator) && draft.toleranceKind !== "NONE", "Tolerance"],
  ];
  const found = wanted
    .filter(([, needed]) => needed)
    .flatMap(([name, , words]) => {
      const { value, problem } = readNumber(draft[name]);
      if (problem !== null) return [{ field: `edit-${name}`, message: `${words} ${problem}` }];
      return value === null ? [{ field: `edit-${name}`, message: `${words} must be given` }] : [];
    });
  if (draft.kind === "BENCHMARK" && draft.benchmarkGroup.trim() === "")
    found.push({ field: "edit-benchmarkGroup", message: "Say whose figure it is" });
  if (measure(draft.note, "characters") > TARGET_LIMITS.note)
    found.push({ field: "edit-note", message: `Note must be ${TARGET_LIMITS.note} characters or fewer` });
  return found;
};

/** Only what the kind and operator take is sent; the rest stays in the form. */
const inputOf = ({ subject, row }: Editable, draft: TargetDraft) => {
  const { kind, operator } = draft;
  const tolerant = hasNumber(operator) && draft.toleranceKind !== "NONE";
  const isBenchmark = kind === "BENCHMARK";
  return {
    metric: subject.metric,
    organisation: subject.organisation,
    period: row.targetPeriod?.code ?? row.currentPeriod.code,
    kind,
    operator,
    low: needsLow(operator) ? numberOrNull(draft.low) : null,
    high: needsHigh(operator) ? numberOrNull(draft.high) : null,
    toleranceKind: tolerant ? draft.toleranceKind : ("NONE" as const),
    tolerance: tolerant ? numberOrNull(draft.tolerance) : null,
    benchmarkGroup: isBenchmark ? draft.benchmarkGroup : null,
    benchmarkPeriod: isBenchmark ? draft.benchmarkPeriod.trim() || null : null,
    note: draft.note,
  };
};

const FIELDS = [
  "low",
  "high",
  "operator",
  "kind",
  "toleranceKind",
  "tolerance",
  "benchmarkGroup",
  "benchmarkPeriod",
];

export const TARGET_EDIT: EditDefinition<TargetDraft> = {
  kind: "TARGET",
  what: "this target",
  read,
  check,
  send: async (client, editable, draft, { base, preview, idempotencyKey }) => {
    const input = { ...inputOf(editable, draft), basedOnRecordedAt: base, preview, idempotencyKey };
    const { data, error } = await client.mutation(SetTargetMutation, { input }).toPromise();
    return answerOf(outcomeOf(data?.setTarget, error));
  },
  fieldOf: (path) => ([...FIELDS, "note"].includes(path) ? `edit-${path}` : null),
  pieces: () => [
    {
      key: "target",
      label: "Target",
      read: ({ kind, operator, low, high }) =>
        [
          TARGET_KIND[kind],
          hasNumber(operator) ? OPERATOR[operator] : "",
          needsLow(operator) ? low : "",
          needsHigh(operator) ? high : "",
        ]
          .filter(Boolean)
          .join(", "),
    },
    {
      key: "tolerance",
      label: "Tolerance",
      read: ({ toleranceKind, tolerance }) => `${tolerance} ${TOLERANCE[toleranceKind]}`.trim(),
    },
    { key: "note", label: "Note", read: ({ note }) => note },
  ],
};
