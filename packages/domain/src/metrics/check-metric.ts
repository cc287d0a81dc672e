import type { Problem } from "../result.ts";
import { compareDecimals, type Decimal } from "./decimal.ts";

/** A metric as somebody wants to define it. */
export interface MetricDraft {
  /** The stable public name, which addresses and files use for ever. */
  code: string;
  framework: string;
  officialCode: string;
  title: string;
  description: string | null;
  tags: readonly string[];
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  /** A change of no more than this counts as similar, in the metric's units. */
  similarWithin: Decimal | null;
  /** What is counted and how. */
  definition: string;
}

const LIMITS = {
  code: 60,
  framework: 60,
  officialCode: 60,
  title: 300,
  description: 2_000,
  numeratorLabel: 200,
  denominatorLabel: 200,
  definition: 4_000,
} as const satisfies Partial<Record<keyof MetricDraft, number>>;

/** As codes in the papers look ("1C pt 2a", "LOCAL-prevent"), so that look-alike letters can't make a second of one. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9 ._()/-]*$/;
const TAG = /^[a-z0-9][a-z0-9-]{0,39}$/;
const MAXIMUM_TAGS = 20;
const REQUIRED = ["code", "framework", "officialCode", "title", "definition"] as const;

/** What stands in the way of defining a metric, each with the input that it is about. Texts come trimmed. */
export function checkMetric(draft: MetricDraft): Problem[] {
  const rules: [holds: boolean, path: string, message: string][] = [
    ...REQUIRED.map((field): [boolean, string, string] => [draft[field] !== "", field, "Fill this in."]),
    ...(["code", "officialCode"] as const).map((field): [boolean, string, string] => [
      draft[field] === "" || CODE.test(draft[field]),
      field,
      "Use plain letters, digits, spaces and . _ ( ) / - and start with a letter or digit.",
    ]),
    ...(Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((field): [boolean, string, string] => [
      (draft[field] ?? "").length <= LIMITS[field],
      field,
      `Use ${LIMITS[field]} characters or fewer.`,
    ]),
    [
      draft.tags.length <= MAXIMUM_TAGS && draft.tags.every((tag) => TAG.test(tag)),
      "tags",
      `Use up to ${MAXIMUM_TAGS} tags of small letters, digits and hyphens, such as better-care-fund.`,
    ],
    [
      draft.similarWithin === null || compareDecimals(draft.similarWithin, "0") >= 0,
      "similarWithin",
      "A margin can't be below nought.",
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
}
