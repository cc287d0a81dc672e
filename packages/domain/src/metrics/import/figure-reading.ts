import { dayWords } from "../calendar.ts";
import {
  checkFigure,
  doubtsAbout,
  type FigureDraft,
  isSameFigure,
  type RecordedFigure,
} from "../check-figure.ts";
import { formatValue } from "../format-value.ts";
import type { ForecastMethod, Unit } from "../vocabulary.ts";
import type { KnownMetric, KnownOrganisation } from "./names.ts";
import { DISPLAY_LIMIT, DOUBTS_LIMIT } from "./own-format.ts";
import { isBlocked, problem, type RowProblem } from "./problems.ts";
import type { ImportField, ImportOutcome } from "./vocabulary.ts";

/** A row, or several of a national file, as far as it can be read without knowing what is in force. */
export interface FigureReading {
  /** The first of its rows in the file. */
  row: number;
  metric: KnownMetric;
  organisation: KnownOrganisation;
  draft: FigureDraft;
  /** The figure's own unit, where the file says it. */
  unit: Unit | null;
  /** The unit that the cell prints. */
  printedUnit: Unit | null;
  /** The cell as printed; null: it is made from the value. */
  printed: string | null;
  doubts: string[];
  /** How a forecast was made and what it rests on. Null: it is none, or the file does not say. */
  forecast: { method: ForecastMethod; basis: string } | null;
  /** When the version that the row holds was recorded, as a download says it: an ISO instant. Null: it is none of ours. */
  recordedAt: string | null;
  /** Where the value stands, to say where a problem is. */
  valueField: ImportField;
}

/** What is in force for the same metric, organisation, period and group. */
export type FigureInForce = RecordedFigure & {
  id: string;
  unit: Unit;
  forecastMethod?: string | null;
  forecastBasis?: string | null;
  /** An instant, as Postgres writes it. Null: when is not known, and nothing is asked. */
  recordedAt?: string | null;
};

export interface CheckedFigure {
  unit: Unit;
  display: string;
  doubts: string[];
  outcome: ImportOutcome;
  problems: RowProblem[];
}

/** Holds a reading against the rules and against what is in force. `today` is an ISO date. */
export function checkReading(
  reading: FigureReading,
  current: FigureInForce | null,
  today: string,
): CheckedFigure {
  const { metric, draft } = reading;
  // A re-defined measure may have changed its unit: a correction keeps the unit of what it corrects.
  const expected = current?.unit ?? metric.unit;
  const unit = reading.unit ?? expected;
  const outcome = outcomeOf(reading, unit, current);
  // Nothing is recorded, so there is nothing to hold against the rules: papers hold figures that break them.
  if (outcome === "SAME") return { unit, display: "", doubts: [], outcome, problems: [] };
  const measure = { unit, accumulation: metric.accumulation };
  const found = doubtsAbout(draft, measure, today).filter((doubt) => !reading.doubts.includes(doubt));
  const doubts = [...reading.doubts, ...found];
  const display = reading.printed ?? formatValue({ ...draft, unit });
  const broken = [
    ...checkFigure(draft, measure, today).map(({ path, message }) =>
      problem("BREAKS_RULE", fieldOf(path, reading), message),
    ),
    ...unitProblems(reading, unit, expected),
    ...lengthProblems(display, doubts),
    ...revisionProblems(reading, current),
  ];
  // Who has to mend a row need not be asked about what it says.
  const asked = isBlocked(broken) ? [] : found.map((doubt) => problem("DOUBT", reading.valueField, doubt));
  return { unit, display, doubts, outcome, problems: [...broken, ...asked] };
}

function outcomeOf(
  { draft, forecast }: FigureReading,
  unit: Unit,
  current: FigureInForce | null,
): ImportOutcome {
  if (current === null) return "NEW";
  const saysSame =
    forecast === null ||
    (forecast.method === current.forecastMethod && forecast.basis === current.forecastBasis);
  return isSameFigure(current, draft) && current.unit === unit && saysSame ? "SAME" : "REVISED";
}

function unitProblems({ printedUnit, valueField }: FigureReading, unit: Unit, expected: Unit): RowProblem[] {
  const problems: RowProblem[] = [];
  if (printedUnit !== null && printedUnit !== unit) {
    const detail = `The cell is printed as ${UNIT_WORDS[printedUnit]}, and the figure is in ${UNIT_WORDS[unit]}.`;
    problems.push(problem("WRONG_UNIT", valueField, detail));
  }
  if (unit !== expected) {
    const detail = `The figure is in ${UNIT_WORDS[unit]}, and others of this metric are in ${UNIT_WORDS[expected]}.`;
    problems.push(problem("OTHER_UNIT", "UNIT", detail));
  }
  return problems;
}

function lengthProblems(display: string, doubts: readonly string[]): RowProblem[] {
  const problems: RowProblem[] = [];
  if (display.length > DISPLAY_LIMIT) problems.push(problem("TOO_LONG", "PRINTED", String(DISPLAY_LIMIT)));
  if (doubts.join("\n").length > DOUBTS_LIMIT)
    problems.push(problem("TOO_LONG", "DOUBTS", String(DOUBTS_LIMIT)));
  return problems;
}

/** A download of some days ago, or of what a committee saw, must not take later revisions back unnoticed. */
function revisionProblems({ recordedAt }: FigureReading, current: FigureInForce | null): RowProblem[] {
  if (recordedAt === null || current?.recordedAt == null) return [];
  // Downloads write thousandths of a second, and the database keeps millionths.
  const [held, inForce] = [new Date(recordedAt), new Date(current.recordedAt)];
  if (held.getTime() >= inForce.getTime()) return [];
  const [of, on] = [held, inForce].map((instant) => dayWords(instant.toISOString().slice(0, 10)));
  const detail = `This is the figure as recorded on ${of}; it was revised on ${on}.`;
  return [problem("REVISED_SINCE", "RECORDED_AT", detail)];
}

const UNIT_WORDS: Record<Unit, string> = {
  PERCENT: "per cent",
  COUNT: "things counted",
  RATE_PER_100K: "a rate per 100,000",
  RATE_PER_1000: "a rate per 1,000",
  DAYS: "days",
  HOURS: "hours",
  CURRENCY: "pounds",
  SCORE: "points",
};

const FIELD_OF_PATH: Record<string, ImportField> = {
  status: "STATUS",
  period: "PERIOD",
  numerator: "NUMERATOR",
  denominator: "DENOMINATOR",
  count: "COUNT",
  countOf: "COUNT_OF",
  noValueReason: "NO_VALUE_REASON",
  expectedOn: "EXPECTED_ON",
  note: "NOTE",
  "breakdown.characteristic": "BREAKDOWN_CHARACTERISTIC",
  "breakdown.category": "BREAKDOWN_CATEGORY",
};

const fieldOf = (path: string, { valueField }: FigureReading): ImportField =>
  FIELD_OF_PATH[path] ?? valueField;

/** Two figures with the same key are revisions of one: forecasts stand apart from what happened. */
export function keyOfFigure(
  metricId: string,
  organisationId: string,
  { period, status, breakdown }: Pick<FigureDraft, "status" | "breakdown"> & { period: { code: string } },
): string {
  const kind = status === "FORECAST" ? "F" : "A";
  const group = breakdown === null ? "" : `${breakdown.characteristic}|${breakdown.category}`;
  return `${metricId}|${organisationId}|${period.code}|${kind}|${group}`;
}
