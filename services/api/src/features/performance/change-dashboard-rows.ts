import type { Transaction } from "@due-regard/database/connection";
import { dashboardRows } from "@due-regard/database/schema/dashboards";
import { metrics } from "@due-regard/database/schema/metrics";
import { strategyElements } from "@due-regard/database/schema/strategies";
import {
  financialYearOf,
  type Period,
  parsePeriod,
  periodOf,
  previousPeriod,
} from "@due-regard/domain/metrics/period";
import { invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, eq, inArray } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type EditionNames, type EditionRecord, openEdition } from "./prepare-dashboard.ts";

export interface DashboardRowInput {
  metric: string;
  /** Default: the metric's title. */
  title?: Maybe<string>;
  /** Row ids of elements of plans. */
  layerId?: Maybe<string>;
  outcomeId?: Maybe<string>;
  supportingOutcomeId?: Maybe<string>;
  betterCareFund?: Maybe<boolean>;
  /** Period codes. Defaults: the edition's, the same a year before, the edition's financial year. */
  currentPeriod?: Maybe<string>;
  previousPeriod?: Maybe<string>;
  targetPeriod?: Maybe<string>;
  currentIsForecast?: Maybe<boolean>;
}

export interface AddToDashboardInput extends EditionNames {
  rows: DashboardRowInput[];
  idempotencyKey?: Maybe<string>;
}

const MAXIMUM_ROWS = 300;
const MAXIMUM_TITLE = 300;

/** Adds metrics to a dashboard that is being prepared, all or none, after the rows that it has. Answers with the edition's id. */
export const addToDashboard = async (
  context: ApiContext,
  input: AddToDashboardInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to change a dashboard.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "addToDashboard", input }, () =>
      addRows(tx, context, viewer, input),
    ),
  );
};

const addRows = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: AddToDashboardInput,
): Promise<Result<string>> => {
  const opened = await openEdition(tx, viewer, input);
  if (!opened.ok) return opened;
  const edition = opened.value;
  const standing = await tx.select().from(dashboardRows).where(eq(dashboardRows.editionId, edition.id));
  if (input.rows.length === 0 || standing.length + input.rows.length > MAXIMUM_ROWS)
    return invalid([{ path: "rows", message: `A dashboard has from 1 to ${MAXIMUM_ROWS} rows.` }]);
  const known = await findNames(tx, input.rows);
  const taken = new Set(standing.map(({ metricId }) => metricId));
  const problems = input.rows.flatMap((row, index) =>
    problemsOf(row, known, taken).map(({ path, message }) => ({ path: `rows.${index}.${path}`, message })),
  );
  if (problems.length > 0) return invalid(problems);
  const last = Math.max(0, ...standing.map(({ position }) => position));
  const rows = input.rows.map((row, index) => ({
    position: last + index + 1,
    ...rowOf(row, edition, known),
  }));
  await tx.insert(dashboardRows).values(rows);
  const detail = { ...names(input), metrics: input.rows.map(({ metric }) => metric) };
  await recordAudit(tx, context, [
    { action: "dashboard.rows-added", subjectType: "dashboard", subjectId: edition.id, detail },
  ]);
  return ok(edition.id);
};

const names = ({ organisation, period }: EditionNames) => ({ organisation, period });

interface KnownNames {
  metrics: Map<string, { id: string; title: string }>;
  elements: Set<string>;
}

const elementIdsOf = (row: DashboardRowInput): string[] =>
  [row.layerId, row.outcomeId, row.supportingOutcomeId].filter((id) => id != null);

const findNames = async (tx: Transaction, rows: readonly DashboardRowInput[]): Promise<KnownNames> => {
  const codes = rows.map(({ metric }) => metric);
  const ids = rows.flatMap(elementIdsOf);
  const found = await tx.select().from(metrics).where(inArray(metrics.code, codes));
  const elements =
    ids.length === 0
      ? []
      : await tx
          .select({ id: strategyElements.id })
          .from(strategyElements)
          .where(inArray(strategyElements.id, ids));
  return {
    metrics: new Map(found.map((metric) => [metric.code, metric])),
    elements: new Set(elements.map(({ id }) => id)),
  };
};

/** `taken` grows with each row, so that a metric sent twice is refused too. */
const problemsOf = (row: DashboardRowInput, known: KnownNames, taken: Set<string>): Problem[] => {
  const metric = known.metrics.get(row.metric);
  const problems: Problem[] = [];
  if (metric === undefined)
    problems.push({ path: "metric", message: `No metric has the code “${row.metric}”.` });
  else if (taken.has(metric.id))
    problems.push({ path: "metric", message: "This metric is on the dashboard already." });
  else taken.add(metric.id);
  if (elementIdsOf(row).some((id) => !known.elements.has(id)))
    problems.push({ path: "outcome", message: "There is no such element of a plan." });
  if ((row.title ?? "").length > MAXIMUM_TITLE)
    problems.push({ path: "title", message: `Use ${MAXIMUM_TITLE} characters or fewer.` });
  for (const path of ["currentPeriod", "previousPeriod", "targetPeriod"] as const) {
    const period = row[path] == null ? null : parsePeriod(row[path]);
    if (period !== null && !period.ok && period.failure.kind === "VALIDATION")
      problems.push(...period.failure.problems.map(({ message }) => ({ path, message })));
  }
  return problems;
};

const rowOf = (row: DashboardRowInput, edition: EditionRecord, known: KnownNames) => {
  const metric = known.metrics.get(row.metric);
  if (metric === undefined) throw new Error("A row was taken for an unknown metric");
  const current: Period = periodOf(row.currentPeriod ?? edition.period);
  return {
    editionId: edition.id,
    metricId: metric.id,
    title: row.title?.trim() || metric.title,
    layerId: row.layerId ?? null,
    outcomeId: row.outcomeId ?? null,
    supportingOutcomeId: row.supportingOutcomeId ?? null,
    betterCareFund: row.betterCareFund ?? false,
    currentPeriod: current.code,
    currentIsForecast: row.currentIsForecast ?? false,
    previousPeriod: row.previousPeriod ?? previousPeriod(current).code,
    targetPeriod: row.targetPeriod ?? financialYearOf(current.end).code,
    ratingPeriod: edition.period,
  };
};

export interface RemoveFromDashboardInput extends EditionNames {
  metric: string;
}

/** Takes a metric off a dashboard that is being prepared; its figures stay. One that is not there changes nothing. */
export const removeFromDashboard = async (
  context: ApiContext,
  input: RemoveFromDashboardInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to change a dashboard.");
  return await inTransaction(context, async (tx) => {
    const opened = await openEdition(tx, viewer, input);
    if (!opened.ok) return opened;
    const edition = opened.value;
    const wanted = tx.select({ id: metrics.id }).from(metrics).where(eq(metrics.code, input.metric));
    const removed = await tx
      .delete(dashboardRows)
      .where(and(eq(dashboardRows.editionId, edition.id), inArray(dashboardRows.metricId, wanted)))
      .returning({ id: dashboardRows.id });
    const entries = removed.map(() => ({
      action: "dashboard.row-removed",
      subjectType: "dashboard",
      subjectId: edition.id,
      detail: { ...input },
    }));
    await recordAudit(tx, context, entries);
    return ok(edition.id);
  });
};
