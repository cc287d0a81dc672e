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
import type { StrategyElementKind } from "@due-regard/domain/strategies/vocabulary";
import type { PrintedCells } from "../../schema/dashboards.ts";

/*
 * Rows ready for insertion, named by their natural keys (codes, keys, slugs) in place of ids. Decimals are strings,
 * dates ISO days, instants ISO strings.
 */

export interface OrganisationRecord {
  /** ONS code. */
  code: string;
  name: string;
  kind: "COUNTY" | "UNITARY" | "NATION" | "PARTNER";
}

export interface SourceRecord {
  key: string;
  title: string;
  authority: string;
  committee: string;
  meetingDate: string;
  /** About the paper as a whole. Left out: none. */
  doubts?: string[];
}

export interface MetricRecord {
  code: string;
  framework: string;
  officialCode: string;
  title: string;
  description: string;
  aim: Aim;
  unit: Unit;
  accumulation: Accumulation;
  tags: string[];
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  similarWithin: string | null;
}

export interface DefinitionRecord {
  metricCode: string;
  validFrom: string | null;
  validTo: string | null;
  text: string;
  breakNote: string | null;
  sourceKey: string | null;
}

/** When a figure was recorded, and when another took its place. */
export interface RevisionTimes {
  recordedAt: string;
  supersededAt: string | null;
}

/** One metric, one organisation, one period. */
export interface FigureKey {
  metricCode: string;
  organisationCode: string;
  period: string;
  periodStart: string;
  periodEnd: string;
}

export interface ObservationRecord extends FigureKey, RevisionTimes {
  status: ObservationStatus;
  unit: Unit;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  count: string | null;
  countOf: string | null;
  /** The printed cell, white space made single. */
  display: string;
  noValueReason: NoValueReason | null;
  expectedOn: string | null;
  note: string | null;
  /** Of a forecast: how it was made, and what the paper rests it on. */
  forecastMethod: ForecastMethod | null;
  forecastBasis: string | null;
  sourceKey: string;
  doubts: string[];
}

export interface TargetRecord extends FigureKey, RevisionTimes {
  kind: TargetKind;
  operator: TargetOperator;
  low: string | null;
  high: string | null;
  count: string | null;
  unit: Unit | null;
  display: string;
  toleranceKind: "ABSOLUTE" | "RELATIVE" | null;
  tolerance: string | null;
  benchmarkGroup: string | null;
  benchmarkPeriod: string | null;
  note: string | null;
  sourceKey: string;
  doubts: string[];
}

/** A rating that the paper prints legibly. "Not rated" and lost colours make no record: the row keeps what was printed. */
export interface RatingRecord extends FigureKey, RevisionTimes {
  scheme: RatingScheme;
  judged: RagRating | null;
  comparison: Comparison | null;
  reason: string;
  sourceKey: string;
  doubts: string[];
}

export interface StandingRecord extends FigureKey, RevisionTimes {
  group: string;
  quartile: Quartile | null;
  rank: number | null;
  of: number | null;
  tied: boolean | null;
  display: string;
  sourceKey: string;
  doubts: string[];
}

export interface BenchmarkRecord extends RevisionTimes {
  metricCode: string;
  group: string;
  period: string;
  value: string;
  display: string;
  sourceKey: string;
  doubts: string[];
}

export interface EditionRecord {
  organisationCode: string;
  period: string;
  scheme: RatingScheme;
  title: string;
  reportedOn: string;
  sourceKey: string;
}

/** An element by its strategy's slug and its key within it. */
export interface ElementReference {
  strategy: string;
  element: string;
}

export interface DashboardRowRecord {
  organisationCode: string;
  editionPeriod: string;
  /** Which row of the paper, for findings and tests. */
  paperRow: string;
  position: number;
  metricCode: string;
  title: string;
  layer: ElementReference | null;
  outcome: ElementReference | null;
  supportingOutcome: ElementReference | null;
  betterCareFund: boolean;
  currentPeriod: string;
  currentIsForecast: boolean;
  previousPeriod: string | null;
  targetPeriod: string | null;
  ratingPeriod: string;
  standingPeriod: string | null;
  printed: PrintedCells;
  doubts: string[];
}

export interface StrategyRecord {
  slug: string;
  title: string;
  fullTitle: string | null;
  summary: string | null;
  isDraft: boolean;
  organisationCodes: string[];
  startsOn: string;
  endsOn: string;
  supersedes: string | null;
  sourceKey: string;
  doubts: string[];
}

export interface StrategyElementRecord {
  strategy: string;
  key: string;
  /** Key of the element above; parents come before their children in the list. */
  parent: string | null;
  kind: StrategyElementKind;
  position: number;
  number: string | null;
  title: string;
  text: string | null;
  found: string[];
  willDo: string[];
  howWeWillKnow: string[];
  doubts: string[];
}

export interface ElementMetricRecord {
  strategy: string;
  element: string;
  metricCode: string;
  /** Financial year, "2019-20". */
  year: string;
}

export interface DeliveryActionRecord {
  strategy: string;
  element: string;
  reference: string;
  title: string;
  responsible: string;
  duePrinted: string;
  dueStart: string;
  dueEnd: string;
  doubts: string[];
}

/** A cell that could not be read or that contradicts itself: reported, never mended silently. */
export interface Finding {
  sourceKey: string;
  row: string;
  cell: string;
  text: string;
}

export interface PerformanceRecords {
  organisations: OrganisationRecord[];
  sources: SourceRecord[];
  metrics: MetricRecord[];
  definitions: DefinitionRecord[];
  editions: EditionRecord[];
  rows: DashboardRowRecord[];
  observations: ObservationRecord[];
  targets: TargetRecord[];
  ratings: RatingRecord[];
  standings: StandingRecord[];
  benchmarks: BenchmarkRecord[];
  strategies: StrategyRecord[];
  strategyElements: StrategyElementRecord[];
  elementMetrics: ElementMetricRecord[];
  deliveryActions: DeliveryActionRecord[];
  findings: Finding[];
}
