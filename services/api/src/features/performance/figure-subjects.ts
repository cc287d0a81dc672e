import type { Transaction } from "@due-regard/database/connection";
import { metrics } from "@due-regard/database/schema/metrics";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { type GeneralAct, mayForOrganisation } from "@due-regard/domain/access/policy";
import { type Period, parsePeriod } from "@due-regard/domain/metrics/period";
import { invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { asc, eq, inArray } from "drizzle-orm";
import type { SignedInViewer } from "../../context.ts";

/** What a written figure is about, as a client names it. */
export interface SubjectNames {
  /** Stable code. */
  metric: string;
  /** ONS code. */
  organisation: string;
  /** Period code. */
  period: string;
}

export type MetricRecord = typeof metrics.$inferSelect;

export interface FigureSubject {
  metric: MetricRecord;
  organisation: { id: string; code: string; name: string };
  period: Period;
}

interface KnownNames {
  metrics: Map<string, MetricRecord>;
  organisations: Map<string, OrganisationWithDepartments>;
}

interface OrganisationWithDepartments {
  id: string;
  code: string;
  name: string;
  departmentIds: string[];
}

/** Organisations by ONS code, with the departments that a role may be held in. */
export const findOrganisations = async (
  tx: Transaction,
  codes: readonly string[],
): Promise<Map<string, OrganisationWithDepartments>> => {
  const rows = await tx
    .select({ organisation: organisations, departmentId: departments.id })
    .from(organisations)
    .leftJoin(departments, eq(departments.organisationId, organisations.id))
    .where(inArray(organisations.code, [...codes]));
  const found = new Map<string, OrganisationWithDepartments>();
  for (const { organisation, departmentId } of rows) {
    const known = found.get(organisation.code) ?? { ...organisation, departmentIds: [] };
    if (departmentId !== null) known.departmentIds.push(departmentId);
    found.set(organisation.code, known);
  }
  return found;
};

/** Finds what the names stand for and holds the metrics until the transaction ends: writes to one metric follow each other. */
const findNames = async (tx: Transaction, names: readonly SubjectNames[]): Promise<KnownNames> => {
  const codes = [...new Set(names.map(({ metric }) => metric))];
  const rows = await tx
    .select()
    .from(metrics)
    .where(inArray(metrics.code, codes))
    .orderBy(asc(metrics.id))
    .for("no key update");
  return {
    metrics: new Map(rows.map((row) => [row.code, row])),
    organisations: await findOrganisations(
      tx,
      names.map(({ organisation }) => organisation),
    ),
  };
};

/**
 * The metrics, organisations and periods of figures to be written, in the order of the names. Any name that can't be
 * read is a problem at its place; a figure of an organisation that is not the viewer's to write about is NOT_ALLOWED.
 */
export const findSubjects = async (
  tx: Transaction,
  viewer: SignedInViewer,
  act: GeneralAct,
  names: readonly SubjectNames[],
  pathOf: (index: number) => string = () => "",
): Promise<Result<FigureSubject[]>> => {
  const known = await findNames(tx, names);
  const subjects: FigureSubject[] = [];
  const problems: Problem[] = [];
  for (const [index, each] of names.entries()) {
    const subject = readSubject(known, each);
    if ("metric" in subject) subjects.push(subject);
    else problems.push(...subject.problems.map((one) => ({ ...one, path: `${pathOf(index)}${one.path}` })));
  }
  if (problems.length > 0) return invalid(problems);
  const closed = [...known.organisations.values()].find(
    ({ departmentIds }) => !mayForOrganisation(viewer, act, departmentIds),
  );
  if (closed !== undefined) return notAllowed(`Your role does not reach as far as ${closed.name}.`);
  return ok(subjects);
};

const readSubject = (known: KnownNames, names: SubjectNames): FigureSubject | { problems: Problem[] } => {
  const metric = known.metrics.get(names.metric);
  const organisation = known.organisations.get(names.organisation);
  const period = parsePeriod(names.period);
  if (metric !== undefined && organisation !== undefined && period.ok)
    return { metric, organisation, period: period.value };
  const problems: Problem[] = [];
  if (metric === undefined) problems.push(unknownName("metric", names.metric, "metric", "metrics"));
  if (organisation === undefined)
    problems.push(unknownName("organisation", names.organisation, "organisation", "organisations"));
  if (!period.ok && period.failure.kind === "VALIDATION") problems.push(...period.failure.problems);
  return { problems };
};

const unknownName = (path: string, code: string, noun: string, query: string): Problem => ({
  path,
  message: `No ${noun} has the code “${code}”. Ask \`${query}\` for those that are known.`,
});

/** The columns that say what a figure is about. */
export const figureColumns = ({ metric, organisation, period }: FigureSubject) => ({
  metricId: metric.id,
  organisationId: organisation.id,
  period: period.code,
  periodStart: period.start,
  periodEnd: period.end,
});

/** For the record of who did what: names that mean something without the database. */
export const subjectDetail = ({ metric, organisation, period }: FigureSubject) => ({
  metric: metric.code,
  organisation: organisation.code,
  period: period.code,
});
