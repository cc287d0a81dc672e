import type {
  Accumulation,
  Aim,
  Comparison,
  ForecastMethod,
  NoValueReason,
  ObservationStatus,
  Quartile,
  RagRating,
  RatingScheme,
  TargetKind,
  TargetOperator,
  Unit,
} from "@due-regard/domain/metrics/vocabulary";

/**
 * The shapes in which read models hand out figures, and the SQL that builds them as JSON. Decimals leave Postgres as
 * text: JSON numbers would lose their printed precision.
 */

export interface ObservationRow {
  id: string;
  metricId: string;
  organisationId: string;
  period: string;
  /** The group of people that it is about; absent or null: everybody. Read models hand out totals alone. */
  breakdownCharacteristic?: string | null;
  breakdownCategory?: string | null;
  status: ObservationStatus;
  unit: Unit;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  count: string | null;
  countOf: string | null;
  display: string;
  noValueReason: NoValueReason | null;
  expectedOn: string | null;
  note: string | null;
  doubts: string[];
  sourceId: string | null;
  recordedAt: string;
  supersededAt: string | null;
  /** Every revision of it, oldest first, where a read model brought them along. */
  revisions?: ObservationRow[];
}

/** What somebody expects a period to end at. A figure kept apart from what happened, with how it was made and by whom. */
export interface ForecastRow {
  id: string;
  metricId: string;
  organisationId: string;
  period: string;
  value: string | null;
  /** Null: it was recorded without saying. */
  forecastMethod: ForecastMethod | null;
  forecastBasis: string | null;
  /** Its author. Null: it was read from a paper or a file. */
  recordedById: string | null;
  sourceId: string | null;
  recordedAt: string;
  supersededAt: string | null;
}

export interface TargetRow {
  id: string;
  metricId: string;
  organisationId: string;
  period: string;
  kind: TargetKind;
  operator: TargetOperator;
  low: string | null;
  high: string | null;
  display: string;
  toleranceKind: "ABSOLUTE" | "RELATIVE" | null;
  tolerance: string | null;
  benchmarkGroup: string | null;
  benchmarkPeriod: string | null;
  note: string | null;
  sourceId: string | null;
  recordedAt: string;
  supersededAt: string | null;
  /** Every version of it, oldest first, where a read model brought them along. */
  revisions?: TargetRow[];
}

export interface RatingRow {
  scheme: RatingScheme;
  judged: RagRating | null;
  comparison: Comparison | null;
  reason: string;
  judgedById: string | null;
  recordedAt: string;
}

export interface StandingRow {
  group: string;
  quartile: Quartile | null;
  rank: number | null;
  of: number | null;
  tied: boolean | null;
  display: string;
  period: string;
}

export interface BenchmarkRow {
  group: string;
  period: string;
  value: string;
  display: string;
  sourceId: string | null;
}

export interface CommentaryRow {
  id: string;
  data: string | null;
  review: string | null;
  action: string | null;
  authorId: string;
  period: string;
  recordedAt: string;
  supersededAt: string | null;
}

export interface MetricRow {
  id: string;
  code: string;
  framework: string;
  officialCode: string;
  title: string;
  description: string | null;
  aim: Aim;
  unit: Unit;
  accumulation: Accumulation;
  tags: string[];
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  similarWithin: string | null;
}

type Column<Row> = keyof Row & string;

/** Names of the JSON members, each with the column that it comes from and whether it must travel as text. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * `json_build_object('id', o.id, 'value', o.value::text, …)` for the alias of a table, with further members where wanted.
 * As json, not jsonb: nothing reads it before it leaves, and Postgres writes it twice as fast.
 */
const jsonObject = <Row>(columns: readonly Column<Row>[], decimals: readonly Column<Row>[]) => {
  const member = (alias: string, column: Column<Row>) =>
    `'${column}', ${alias}."${snake(column)}"${decimals.includes(column) ? "::text" : ""}`;
  return (alias: string, ...more: string[]): string =>
    `json_build_object(${[...columns.map((column) => member(alias, column)), ...more].join(", ")})`;
};

const OBSERVATION_COLUMNS = [
  "id",
  "metricId",
  "organisationId",
  "period",
  "status",
  "unit",
  "value",
  "numerator",
  "denominator",
  "count",
  "countOf",
  "display",
  "noValueReason",
  "expectedOn",
  "note",
  "doubts",
  "sourceId",
  "recordedAt",
  "supersededAt",
] as const satisfies readonly (keyof ObservationRow)[];

const OBSERVATION_DECIMALS: readonly ObservationColumn[] = ["value", "numerator", "denominator", "count"];

export const observationJson = jsonObject<ObservationRow>(OBSERVATION_COLUMNS, OBSERVATION_DECIMALS);

type ObservationColumn = (typeof OBSERVATION_COLUMNS)[number];

/** An observation as texts, in the order of its columns: see {@link observationTexts}. */
export type ObservationTexts = (string | null)[];

/**
 * `array[o.id::text, o.period::text, …]`: an observation as a list of texts, with further ones where wanted. Where there are
 * many, Postgres writes this in a third of the time that an object for each takes: it need not ask what sort of value each is.
 */
export const observationTexts = (alias: string, ...more: readonly string[]): string => {
  const text = (column: ObservationColumn): string =>
    column === "doubts"
      ? `case when ${alias}."doubts" <> '{}' then to_json(${alias}."doubts")::text end`
      : `${alias}."${snake(column)}"::text`;
  return `array[${[...OBSERVATION_COLUMNS.map(text), ...more.map((one) => `(${one})::text`)].join(", ")}]`;
};

/** The observation that {@link observationTexts} has written, and the further texts. */
export const readObservationTexts = (
  texts: ObservationTexts,
): { row: ObservationRow; more: ObservationTexts } => {
  const row: Record<string, unknown> = {};
  for (const [index, column] of OBSERVATION_COLUMNS.entries()) row[column] = texts[index] ?? null;
  row.doubts = row.doubts === null ? [] : JSON.parse(row.doubts as string);
  return { row: row as unknown as ObservationRow, more: texts.slice(OBSERVATION_COLUMNS.length) };
};

export const forecastJson = jsonObject<ForecastRow>(
  [
    "id",
    "metricId",
    "organisationId",
    "period",
    "value",
    "forecastMethod",
    "forecastBasis",
    "recordedById",
    "sourceId",
    "recordedAt",
    "supersededAt",
  ],
  ["value"],
);

export const targetJson = jsonObject<TargetRow>(
  [
    "id",
    "metricId",
    "organisationId",
    "period",
    "kind",
    "operator",
    "low",
    "high",
    "display",
    "toleranceKind",
    "tolerance",
    "benchmarkGroup",
    "benchmarkPeriod",
    "note",
    "sourceId",
    "recordedAt",
    "supersededAt",
  ],
  ["low", "high", "tolerance"],
);

export const ratingJson = jsonObject<RatingRow>(
  ["scheme", "judged", "comparison", "reason", "judgedById", "recordedAt"],
  [],
);

export const standingJson = jsonObject<StandingRow>(
  ["group", "quartile", "rank", "of", "tied", "display", "period"],
  [],
);

export const benchmarkJson = jsonObject<BenchmarkRow>(
  ["group", "period", "value", "display", "sourceId"],
  ["value"],
);

export const commentaryJson = jsonObject<CommentaryRow>(
  ["id", "data", "review", "action", "authorId", "period", "recordedAt", "supersededAt"],
  [],
);

export const metricJson = jsonObject<MetricRow>(
  [
    "id",
    "code",
    "framework",
    "officialCode",
    "title",
    "description",
    "aim",
    "unit",
    "accumulation",
    "tags",
    "numeratorLabel",
    "denominatorLabel",
    "similarWithin",
  ],
  ["similarWithin"],
);

/** Holds for the revision that was known at an instant: `$n` is the parameter that carries it. */
export const knownAt = (alias: string, instant: string): string =>
  `${alias}.recorded_at <= ${instant} and (${alias}.superseded_at is null or ${alias}.superseded_at > ${instant})`;
