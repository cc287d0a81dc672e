import type { Transaction } from "@due-regard/database/connection";
import { dashboardEditions, dashboardRows } from "@due-regard/database/schema/dashboards";
import { mayForOrganisation } from "@due-regard/domain/access/policy";
import { monthsBetween } from "@due-regard/domain/metrics/calendar";
import { type Period, parsePeriod, periodOf, shiftPeriod } from "@due-regard/domain/metrics/period";
import type { RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import { invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import { londonToday } from "../../schema/london-today.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { findOrganisations } from "./figure-subjects.ts";

/** An edition as clients name it. */
export interface EditionNames {
  organisation: string;
  period: string;
}

export interface PrepareDashboardInput extends EditionNames {
  scheme: RatingScheme;
  title: string;
  /** Period of an earlier edition whose rows are taken over, moved to this edition's year. */
  takeRowsFrom?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

export type EditionRecord = typeof dashboardEditions.$inferSelect;

const MAXIMUM_TITLE = 300;

/** Begins a dashboard that nobody has seen yet; rows are added until it is reported. Answers with the edition's id. */
export const prepareDashboard = async (
  context: ApiContext,
  input: PrepareDashboardInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to prepare a dashboard.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "prepareDashboard", input }, () =>
      prepare(tx, context, viewer, input),
    ),
  );
};

const prepare = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: PrepareDashboardInput,
): Promise<Result<string>> => {
  const place = await findPlace(tx, viewer, input);
  if (!place.ok) return place;
  const { organisationId, period } = place.value;
  const title = input.title.trim();
  if (title === "" || title.length > MAXIMUM_TITLE)
    return invalid([{ path: "title", message: `Give a title of up to ${MAXIMUM_TITLE} characters.` }]);
  const earlier =
    input.takeRowsFrom == null ? null : await findEdition(tx, organisationId, input.takeRowsFrom);
  if (input.takeRowsFrom != null && earlier === null)
    return invalid([
      { path: "takeRowsFrom", message: "This organisation has no dashboard for that period." },
    ]);
  const [edition] = await tx
    .insert(dashboardEditions)
    .values({ organisationId, period: period.code, scheme: input.scheme, title })
    .onConflictDoNothing()
    .returning();
  if (edition === undefined)
    return invalid([{ path: "period", message: "There is a dashboard for this period already." }]);
  const rows = earlier === null ? 0 : await takeRows(tx, earlier, edition);
  const detail = { ...input, period: period.code, rows };
  await recordAudit(tx, context, [{ ...subjectOf(edition), action: "dashboard.prepared", detail }]);
  return ok(edition.id);
};

/** The organisation and period that a client named, when the viewer may write about that organisation. */
const findPlace = async (
  tx: Transaction,
  viewer: SignedInViewer,
  names: EditionNames,
): Promise<Result<{ organisationId: string; period: Period }>> => {
  const organisation = (await findOrganisations(tx, [names.organisation])).get(names.organisation);
  const period = parsePeriod(names.period);
  const problems: Problem[] = [];
  if (organisation === undefined)
    problems.push({ path: "organisation", message: `No organisation has the code “${names.organisation}”.` });
  if (!period.ok && period.failure.kind === "VALIDATION") problems.push(...period.failure.problems);
  if (organisation === undefined || !period.ok) return invalid(problems);
  if (!mayForOrganisation(viewer, "performance.write", organisation.departmentIds))
    return notAllowed(`Your role does not reach as far as ${organisation.name}.`);
  return ok({ organisationId: organisation.id, period: period.value });
};

const findEdition = async (
  tx: Transaction,
  organisationId: string,
  period: string,
): Promise<EditionRecord | null> => {
  const [edition] = await tx
    .select()
    .from(dashboardEditions)
    .where(and(eq(dashboardEditions.organisationId, organisationId), eq(dashboardEditions.period, period)))
    .for("no key update");
  return edition ?? null;
};

/** The same rows about later periods. What a paper printed, and the doubts about it, stay with the paper. */
const takeRows = async (tx: Transaction, from: EditionRecord, to: EditionRecord): Promise<number> => {
  const months = monthsBetween(periodOf(from.period).start, periodOf(to.period).start);
  const years = Math.round(months / 12);
  const moved = (code: string) => shiftPeriod(periodOf(code), years).code;
  const maybeMoved = (code: string | null) => (code === null ? null : moved(code));
  const rows = await tx
    .select()
    .from(dashboardRows)
    .where(eq(dashboardRows.editionId, from.id))
    .orderBy(asc(dashboardRows.position));
  const values = rows.map(({ id: _, printed: __, doubts: ___, ...row }) => ({
    ...row,
    editionId: to.id,
    currentPeriod: row.currentPeriod === from.period ? to.period : moved(row.currentPeriod),
    currentIsForecast: false,
    previousPeriod: maybeMoved(row.previousPeriod),
    targetPeriod: maybeMoved(row.targetPeriod),
    ratingPeriod: row.ratingPeriod === from.period ? to.period : moved(row.ratingPeriod),
    standingPeriod: maybeMoved(row.standingPeriod),
  }));
  if (values.length > 0) await tx.insert(dashboardRows).values(values);
  return values.length;
};

const subjectOf = (edition: EditionRecord) => ({ subjectType: "dashboard", subjectId: edition.id });

/** Opens an edition that is being prepared, held until the transaction ends. One that was reported is closed. */
export const openEdition = async (
  tx: Transaction,
  viewer: SignedInViewer,
  names: EditionNames,
): Promise<Result<EditionRecord>> => {
  const place = await findPlace(tx, viewer, names);
  if (!place.ok) return place;
  const edition = await findEdition(tx, place.value.organisationId, place.value.period.code);
  if (edition === null)
    return invalid([
      { path: "period", message: "There is no dashboard for this period: prepare one first." },
    ]);
  if (edition.reportedOn !== null)
    return notAllowed(
      `This dashboard was reported on ${edition.reportedOn}: what a committee saw stays as it saw it.`,
    );
  return ok(edition);
};

/** Marks a dashboard as seen by its committee on a day: from then on it is shown as it was known that day. */
export const reportDashboard = async (
  context: ApiContext,
  input: EditionNames & { reportedOn: string },
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to report a dashboard.");
  return await inTransaction(context, async (tx) => {
    const opened = await openEdition(tx, viewer, input);
    if (!opened.ok) return opened;
    if (input.reportedOn > londonToday())
      return invalid([{ path: "reportedOn", message: "The day of the meeting must not be in the future." }]);
    const { reportedOn } = input;
    await tx.update(dashboardEditions).set({ reportedOn }).where(eq(dashboardEditions.id, opened.value.id));
    const detail = { ...input };
    await recordAudit(tx, context, [{ ...subjectOf(opened.value), action: "dashboard.reported", detail }]);
    return ok(opened.value.id);
  });
};
