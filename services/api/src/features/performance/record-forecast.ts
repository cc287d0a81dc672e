import type { Transaction } from "@due-regard/database/connection";
import { observations } from "@due-regard/database/schema/metrics";
import { checkFigure, type FigureDraft } from "@due-regard/domain/metrics/check-figure";
import { formatValue } from "@due-regard/domain/metrics/format-value";
import type { ForecastMethod, PeriodKind } from "@due-regard/domain/metrics/vocabulary";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { outlookFor } from "../../derive/outlook.ts";
import { londonToday } from "../../schema/london-today.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type FigureSubject, figureColumns, type SubjectNames, subjectDetail } from "./figure-subjects.ts";
import { loadKnownFigures } from "./load-outlook.ts";
import { reviseFigure } from "./revise-figure.ts";
import {
  type FigureWrite,
  type FigureWritten,
  theOnly,
  type WriteOptions,
  writeFigures,
} from "./write-figures.ts";

export interface RecordForecastInput extends SubjectNames {
  /** Default: OFFICER. The others hand the forecast back to what is worked out. */
  method?: Maybe<ForecastMethod>;
  value?: Maybe<string>;
  basis?: Maybe<string>;
  /** `recordedAt` of the stored forecast that the writer saw; none: they saw none that was stored. */
  basedOnRecordedAt?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

export const MAXIMUM_BASIS = 1_000;

const WHOLE_YEARS: readonly PeriodKind[] = ["FINANCIAL_YEAR", "ACADEMIC_YEAR"];

interface Terms {
  value: string;
  method: ForecastMethod;
  basis: string;
}

type StoredObservation = typeof observations.$inferSelect;

/**
 * Keeps what an officer expects a year to end at, with what it rests on. A new forecast supersedes the earlier, and both
 * stay. LINEAR and PROFILED store what is worked out now, which then stands only until a newer figure comes.
 */
export const recordForecast = async (
  context: ApiContext,
  input: RecordForecastInput,
  options: WriteOptions,
): Promise<Result<FigureWritten<StoredObservation>>> => {
  const write: FigureWrite<StoredObservation> = {
    operation: "recordForecast",
    act: "performance.judge",
    signIn: "Sign in to record a forecast.",
    input,
    names: [input],
    write: (tx, subjects, viewer) => forecast(tx, context, { viewer, subject: theOnly(subjects), input }),
    load: async (tx, id) => theOnly(await tx.select().from(observations).where(eq(observations.id, id))),
  };
  return await writeFigures(context, write, options);
};

interface Forecasting {
  viewer: SignedInViewer;
  subject: FigureSubject;
  input: RecordForecastInput;
}

const forecast = async (
  tx: Transaction,
  context: ApiContext,
  { viewer, subject, input }: Forecasting,
): Promise<Result<string>> => {
  if (!WHOLE_YEARS.includes(subject.period.kind))
    return invalid([{ path: "period", message: "A forecast is for a whole year, such as 2019-20." }]);
  const stored = await loadStored(tx, subject);
  const terms = await readTerms(tx, subject, input);
  if (!terms.ok) return terms;
  const problems = problemsOf(subject, terms.value, stored);
  if (problems.length > 0) return invalid(problems);
  const row = rowOf(subject, terms.value);
  return await reviseFigure(tx, context, {
    versions: stored.filter(({ status }) => status === "FORECAST"),
    basedOn: input.basedOnRecordedAt ?? null,
    isSame: (current) => isSame(current, terms.value, viewer),
    stale: {
      path: "value",
      message: "Somebody recorded another forecast while you were writing",
      theirs: describe,
      yours: describe(row),
    },
    supersede: async (id, at) =>
      await tx.update(observations).set({ supersededAt: at }).where(eq(observations.id, id)),
    insert: async (recordedAt) =>
      await tx
        .insert(observations)
        .values({ ...row, recordedById: viewer.userId, recordedAt })
        .returning(),
    audit: (current) => ({
      action: "forecast.recorded",
      subjectType: "observation",
      reason: row.forecastBasis,
      detail: {
        ...subjectDetail(subject),
        method: row.forecastMethod,
        before: current?.display ?? null,
        after: row.display,
        supersedes: current?.id ?? null,
      },
    }),
  });
};

/** Every figure of the very period: forecasts, and what happened in the end. */
const loadStored = async (
  tx: Transaction,
  { metric, organisation, period }: FigureSubject,
): Promise<StoredObservation[]> =>
  await tx
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.metricId, metric.id),
        eq(observations.organisationId, organisation.id),
        eq(observations.period, period.code),
        isNull(observations.breakdownCharacteristic),
      ),
    )
    .orderBy(asc(observations.recordedAt));

/** What is to be stored: the officer's own, or what is worked out at this moment. */
const readTerms = async (
  tx: Transaction,
  subject: FigureSubject,
  input: RecordForecastInput,
): Promise<Result<Terms>> => {
  const method = input.method ?? "OFFICER";
  const basis = input.basis?.trim() ?? "";
  if (method === "OFFICER") {
    const missing = [
      input.value == null ? { path: "value", message: "Give the value that you expect." } : null,
      basis === "" ? { path: "basis", message: "Say what the forecast rests on." } : null,
      basis.length > MAXIMUM_BASIS
        ? { path: "basis", message: `Use ${MAXIMUM_BASIS} characters or fewer.` }
        : null,
    ].filter((problem) => problem !== null);
    return missing.length > 0 ? invalid(missing) : ok({ value: input.value ?? "", method, basis });
  }
  if (input.value != null || basis !== "") {
    const message = `A ${method} forecast is worked out here: leave out its value and basis.`;
    return invalid([{ path: input.value == null ? "basis" : "value", message }]);
  }
  return await workOut(tx, subject, method);
};

const workOut = async (
  tx: Transaction,
  { metric, organisation, period }: FigureSubject,
  method: ForecastMethod,
): Promise<Result<Terms>> => {
  const place = { metric, organisationId: organisation.id, period, asAt: null };
  const { figures, year } = await loadKnownFigures(tx, place);
  const { forecast, reason } = outlookFor({ ...figures, forecasts: [] }, year);
  if (forecast === null) return invalid([{ path: "method", message: `${reason}.` }]);
  if (forecast.method !== method)
    return invalid([
      { path: "method", message: `This measure's forecast is worked out as ${forecast.method}.` },
    ]);
  return ok({ value: forecast.value, method, basis: forecast.basis });
};

const problemsOf = (
  { metric, period }: FigureSubject,
  { value }: Terms,
  stored: readonly StoredObservation[],
): Problem[] => {
  const known = stored.find((row) => row.status === "ACTUAL" && row.supersededAt === null);
  const problems = checkFigure(draftOf(period, value), metric, londonToday());
  if (known !== undefined)
    problems.push({
      path: "period",
      message: `${period.label} has its figure, ${known.display}: there is nothing left to forecast.`,
    });
  return problems;
};

const draftOf = (period: FigureSubject["period"], value: string): FigureDraft => ({
  period,
  status: "FORECAST",
  value,
  numerator: null,
  denominator: null,
  count: null,
  countOf: null,
  noValueReason: null,
  expectedOn: null,
  note: null,
  breakdown: null,
});

const rowOf = (subject: FigureSubject, { value, method, basis }: Terms) => ({
  ...figureColumns(subject),
  status: "FORECAST" as const,
  unit: subject.metric.unit,
  value,
  forecastMethod: method,
  forecastBasis: basis,
  display: formatValue({ status: "FORECAST", value, unit: subject.metric.unit }),
});

const isSame = (current: StoredObservation, terms: Terms, viewer: SignedInViewer): boolean =>
  current.value === terms.value &&
  current.forecastMethod === terms.method &&
  current.forecastBasis === terms.basis &&
  current.recordedById === viewer.userId;

const describe = (row: Pick<StoredObservation, "display" | "forecastBasis">): string =>
  [row.display, row.forecastBasis].filter(Boolean).join(": ");
