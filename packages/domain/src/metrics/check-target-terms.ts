import type { Problem } from "../result.ts";
import { compareDecimals, type Decimal } from "./decimal.ts";
import { formatDecimal } from "./format-value.ts";
import type { TargetTerms } from "./target.ts";
import type { Aim, TargetKind, TargetOperator, ToleranceKind, Unit } from "./vocabulary.ts";

/** A target as somebody wants to set it. */
export interface TargetDraft extends TargetTerms {
  /** Null, or NONE: no tolerance is set. */
  toleranceKind: ToleranceKind | null;
  tolerance: Decimal | null;
  /** Whose figure it is, for a benchmark used as the yardstick: "England". */
  benchmarkGroup: string | null;
  note: string | null;
}

export const TARGET_LIMITS = { note: 1_000, benchmarkGroup: 100 } as const;

type Bound = "low" | "high";

/** Which bounds an operator needs; it takes no others. */
const BOUNDS: Record<TargetOperator, readonly Bound[]> = {
  GT: ["low"],
  GTE: ["low"],
  LT: ["high"],
  LTE: ["high"],
  BETWEEN: ["low", "high"],
  MAINTAIN: [],
  NONE: [],
};

const NUMBER = ["GT", "GTE", "LT", "LTE"] as const satisfies readonly TargetOperator[];

/** Which operators each kind of target may have (domain.md §1, "Targets"). */
export const OPERATORS_OF_KIND: Record<TargetKind, readonly TargetOperator[]> = {
  TARGET: [...NUMBER, "BETWEEN"],
  MILESTONE: [...NUMBER, "BETWEEN"],
  BAND: ["BETWEEN"],
  MAINTAIN: ["MAINTAIN"],
  BENCHMARK: NUMBER,
  TO_BE_CONFIRMED: ["NONE"],
  INFORMATION_ONLY: ["NONE"],
  NONE: ["NONE"],
};

/** Operators that pull the wrong way: a target of "at most" for a metric that should be high. */
const AGAINST_AIM: Partial<Record<Aim, readonly TargetOperator[]>> = {
  HIGH: ["LT", "LTE"],
  LOW: ["GT", "GTE"],
};

/** What stands in the way of setting a target, each with the input that it is about. None: it may be set. */
export function checkTargetTerms(draft: TargetDraft, aim: Aim): Problem[] {
  const rules: [holds: boolean, path: string, message: string][] = [
    [
      OPERATORS_OF_KIND[draft.kind].includes(draft.operator),
      "operator",
      `A target of the kind ${draft.kind} goes with ${OPERATORS_OF_KIND[draft.kind].join(", ")}.`,
    ],
    [
      !AGAINST_AIM[aim]?.includes(draft.operator),
      "operator",
      aim === "HIGH"
        ? "Higher is better for this metric, so its target is a least: GT or GTE."
        : "Lower is better for this metric, so its target is a most: LT or LTE.",
    ],
    ...(["low", "high"] as const).map((bound) => boundRule(draft, bound)),
    [
      draft.low === null || draft.high === null || compareDecimals(draft.low, draft.high) <= 0,
      "high",
      "The upper bound is no less than the lower.",
    ],
    ...toleranceRules(draft),
    [
      (draft.kind === "BENCHMARK") === (draft.benchmarkGroup !== null),
      "benchmarkGroup",
      "Say whose figure a benchmark is, and only for a benchmark.",
    ],
    [
      (draft.note ?? "").length <= TARGET_LIMITS.note,
      "note",
      `Use ${TARGET_LIMITS.note} characters or fewer.`,
    ],
    [
      (draft.benchmarkGroup ?? "").length <= TARGET_LIMITS.benchmarkGroup,
      "benchmarkGroup",
      `Use ${TARGET_LIMITS.benchmarkGroup} characters or fewer.`,
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
}

const boundRule = (draft: TargetDraft, bound: Bound): [boolean, string, string] => {
  const needed = BOUNDS[draft.operator].includes(bound);
  return [
    needed === (draft[bound] !== null),
    bound,
    needed ? `${draft.operator} needs ${bound}.` : `${draft.operator} takes no ${bound}.`,
  ];
};

const toleranceRules = (draft: TargetDraft): [boolean, string, string][] => {
  const { toleranceKind, tolerance, operator } = draft;
  const kind = toleranceKind ?? "NONE";
  return [
    [
      (kind === "NONE") === (tolerance === null),
      "tolerance",
      "Give a tolerance and say whether it is ABSOLUTE or RELATIVE, or give neither.",
    ],
    [
      tolerance === null || compareDecimals(tolerance, "0") >= 0,
      "tolerance",
      "A tolerance can't be below nought.",
    ],
    [
      kind !== "RELATIVE" || tolerance === null || compareDecimals(tolerance, "100") <= 0,
      "tolerance",
      "A relative tolerance is a percentage of the target, up to 100.",
    ],
    [
      kind !== "RELATIVE" || operator !== "BETWEEN",
      "toleranceKind",
      "A band takes an absolute tolerance: a share of which end would not be plain.",
    ],
  ];
};

const WORDS: Partial<Record<TargetKind, string>> = {
  MAINTAIN: "Maintain last year",
  TO_BE_CONFIRMED: "To be confirmed",
  INFORMATION_ONLY: "For information only",
  NONE: "No target",
};

const SIGNS: Partial<Record<TargetOperator, string>> = { GT: ">", GTE: "≥", LT: "<", LTE: "≤" };

/** A target for people: "≥ 97.0%", "10% to 15%", "≤ 60.0% (England)", "Maintain last year". */
export function formatTarget(target: TargetTerms & { benchmarkGroup?: string | null }, unit: Unit): string {
  const words = WORDS[target.kind];
  if (words !== undefined) return words;
  const show = (bound: Decimal | null) => (bound === null ? "" : formatDecimal(bound, unit));
  const text =
    target.operator === "BETWEEN"
      ? `${show(target.low)} to ${show(target.high)}`
      : `${SIGNS[target.operator] ?? ""} ${show(target.low ?? target.high)}`;
  return target.benchmarkGroup ? `${text} (${target.benchmarkGroup})` : text;
}
