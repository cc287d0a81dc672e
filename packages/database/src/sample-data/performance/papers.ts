import type { Tolerance } from "@due-regard/domain/metrics/target";
import type { Accumulation, Aim, RatingScheme, Unit } from "@due-regard/domain/metrics/vocabulary";
import type { StrategyElementKind } from "@due-regard/domain/strategies/vocabulary";
import type { OrganisationRecord, SourceRecord } from "./records.ts";

/*
 * Shapes of the files in sample-data/papers: each cell as its paper prints it, with the doubts that a reader noted. No
 * file holds a parsed value: the loader parses, with the same code as an import.
 */

/** What a reader noticed, and about which cell. */
export interface PaperDoubt {
  about: string;
  text: string;
}

/** A person's reading of a cell that the parser rightly refuses to guess. The printed text stays what is displayed. */
export interface Correction {
  readAs: string;
  because: string;
}

interface PaperHead {
  sourceKey: string;
  organisation: string;
  /** The year in which the reported financial year starts. */
  year: number;
  /** Period code of the dashboard. */
  edition: string;
  scheme: RatingScheme;
  title: string;
  periodPrinted: string;
  columns: string[];
}

export interface CountyRow {
  id: string;
  layer: string;
  outcome: string;
  supportingOutcome: string;
  jointStrategy?: string | null;
  measure: "Local" | "ASCOF";
  code: string | null;
  title: string;
  betterCareFund: boolean;
  aim: string;
  /** Null: a colour that was lost. Absent: the paper has no such column (likewise below). */
  rating: string | null;
  progress?: string | null;
  target: string;
  nextTarget?: string;
  current: string;
  previous: string;
  quartile?: string;
  corrections?: Partial<Record<"current" | "previous", Correction>>;
  doubts: PaperDoubt[];
}

export interface CountyPaper extends PaperHead {
  targetColumn: "TARGET" | "MILESTONE";
  plan: string;
  departmentPlan: string;
  /** Period of the quartile column; null where there is none. */
  quartileYear: string | null;
  rows: CountyRow[];
}

export interface CityRow {
  id: string;
  code: string;
  variant: string | null;
  title: string;
  baseline: string;
  englandAverage: string;
  englandRank: string | null;
  previousRank: string | null;
  q1: string;
  q2: string;
  q3: string;
  target: string;
  rating: string | null;
  /** "From 2015/16": the year that the earlier rank and the arrow refer to, where printed. */
  directionBasis: string | null;
  comments: string | null;
  /** Figures that the comments hold, each as printed there. */
  samePeriodLastYear?: string;
  forecast?: string;
  whyNoFigure?: string;
  /** What the asterisk on this row means. */
  flagMeans?: string;
  doubts: PaperDoubt[];
}

export interface CityPaper extends PaperHead {
  plan: string;
  printedCounts: { onTarget: number; withinTolerance: number; toMiss: number; noJudgement: number };
  amberMeans: Tolerance;
  rows: CityRow[];
}

export interface CarersPaper {
  sourceKey: string;
  title: string;
  doubts: string[];
  rows: Array<{ metric: string; title: string; organisation: string; cells: Record<string, string> }>;
}

export interface CatalogueMetric {
  code: string;
  framework: string;
  officialCode: string;
  title: string;
  description: string;
  aim: Aim;
  unit: Unit;
  accumulation: Accumulation;
  /** When figures come: through the year, from a survey (whose figure is for the whole year), or by academic year. */
  reporting: "IN_YEAR" | "SURVEY_ANNUAL" | "SURVEY_BIENNIAL" | "ACADEMIC_YEAR";
  /** What the City's quarterly columns hold: the year to date, or the position at the quarter. */
  quarterly: "YEAR_TO_DATE" | "POSITION" | null;
  /** "better-care-fund"; "seasonal": no straight line forecasts its year's end. */
  tags: string[];
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  similarWithin: string | null;
  /** Starting value for the tolerance of its targets, inferred from printed ratings; no paper of the County states one. */
  tolerance: Tolerance | null;
  definitions: Array<{
    validFrom: string | null;
    validTo: string | null;
    text: string;
    breakNote: string | null;
    sourceKey: string | null;
  }>;
  printedAs: Array<{ organisation: string; code: string | null; title: string; variant?: string }>;
}

export interface PaperStrategy {
  slug: string;
  title: string;
  fullTitle: string | null;
  summary: string | null;
  isDraft: boolean;
  organisations: string[];
  startsOn: string;
  endsOn: string;
  supersedes: string | null;
  sourceKey: string;
  doubts: string[];
  elements: Array<{
    key: string;
    parent: string | null;
    kind: StrategyElementKind;
    number: string | null;
    title: string;
    text: string | null;
    found: string[];
    willDo: string[];
    howWeWillKnow: string[];
    /** How the dashboards write its name. */
    printedAs: string[];
    /** Metric codes by financial year. */
    metrics: Record<string, string[]>;
    doubts: string[];
  }>;
  actions: Array<{
    reference: string;
    title: string;
    responsible: string;
    element: string;
    duePrinted: string;
    dueStart: string;
    dueEnd: string;
    doubts: string[];
  }>;
}

export interface Papers {
  organisations: OrganisationRecord[];
  sources: SourceRecord[];
  metrics: CatalogueMetric[];
  county: CountyPaper[];
  city: CityPaper;
  carers: CarersPaper;
  strategies: PaperStrategy[];
}
