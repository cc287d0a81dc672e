import type { Match } from "@due-regard/domain/search/pair-figures";
import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import { and, asc, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { assessments } from "../schema/assessments.ts";
import { departments } from "../schema/organisations.ts";
import { assessmentWords, codeKey, organisationWords } from "../schema/search-words.ts";
import { anyOf, each, inPeriods, misspelt, type SearchWord, wordQuery } from "./match-words.ts";

/**
 * Which assessments are sought, as conditions and an order: what a reader may see of them is decided where they are loaded,
 * so the assessments themselves are not asked here.
 */
export interface SoughtAssessments {
  where: SQL | undefined;
  orderBy: SQL[];
}

export interface AssessmentQuestion {
  words: readonly SearchWord[];
  /** The whole text, as {@link codeKey} makes one of a reference. */
  code: string;
  /** Departments that the words name, by their own name or their organisation's. */
  departments: readonly Match[];
  periods: readonly SoughtPeriod[];
  /** Only of this organisation's departments. Null: of any. */
  organisationId: string | null;
}

/**
 * Departments that any of the words names, or whose organisation it names. Found first, so that a search which names none asks
 * indexes of titles alone.
 *
 * @param organisations those that the words name
 */
export const matchDepartments = async (
  db: Executor,
  words: readonly SearchWord[],
  organisations: readonly Match[],
): Promise<Match[]> => {
  if (words.length === 0) return [];
  const named = words.map(({ word }, index) => {
    const ids = organisations.filter(({ covers }) => covers[index]).map(({ id }) => id);
    return anyOf([
      sql`${organisationWords(departments)} @@ ${wordQuery(word)}`,
      ...(ids.length === 0 ? [] : [inArray(departments.organisationId, ids)]),
    ]);
  });
  return await db
    .select({ id: departments.id, covers: each(named) })
    .from(departments)
    .where(anyOf(named))
    .orderBy(asc(departments.id));
};

const ofOrganisation = (id: string): SQL =>
  sql`${assessments.departmentId} in (select ${departments.id} from ${departments} where ${departments.organisationId} = ${id})`;

/** The title says the word, or it names the department. */
const saysWord = (one: SearchWord, named: readonly string[]): SQL =>
  anyOf([
    sql`${assessmentWords(assessments)} @@ ${wordQuery(one.word)}`,
    misspelt(one, assessments.title),
    ...(named.length === 0 ? [] : [inArray(assessments.departmentId, [...named])]),
  ]);

/** From the day on which it was started to the one on which it was completed. */
const WORKED_ON = [
  assessments.startedOn,
  sql`coalesce(${assessments.completedOn}, ${assessments.startedOn})`,
] as const;

/** Assessments that every word of a search names, or whose reference the whole text is, best match first. */
export const assessmentsNamed = (question: AssessmentQuestion): SoughtAssessments => {
  const { words, code, departments: known, periods, organisationId } = question;
  const namedBy = (index: number) => known.filter(({ covers }) => covers[index]).map(({ id }) => id);
  const says = words.map((word, index) => saysWord(word, namedBy(index)));
  const isReference = sql`${codeKey(assessments.reference)} = ${code}`;
  const worked = periods.map((period) => ({ ...period, match: "OVERLAPS" as const }));
  // Without words nothing comes before the rest. A bare 0 would be read as the place of a column to order by.
  const rank = words
    .map(({ word }) => sql`ts_rank(${assessmentWords(assessments)}, ${wordQuery(word)})`)
    .reduce((all, one) => sql`${all} + ${one}`, sql`0::real`);
  return {
    where: and(
      anyOf([
        isReference,
        sql`(${sql.join([sql`true`, ...says], sql` and `)} and ${inPeriods(worked, ...WORKED_ON)})`,
      ]),
      organisationId === null ? undefined : ofOrganisation(organisationId),
    ),
    orderBy: [desc(isReference), desc(rank), desc(assessments.startedOn), asc(assessments.reference)],
  };
};

/** Share of trigrams that two titles must have in common where no word of theirs is the same. */
export const LEAST_ALIKE_TITLES = "0.3";
/** What being of the same department counts for, beside likeness (0 to 1) and words in common. */
const SAME_DEPARTMENT = 0.2;

/** Any of the words of a title, by their English stems. */
const anyWordOf = (title: string): SQL =>
  sql`replace(plainto_tsquery('english', ${title})::text, ' & ', ' | ')::tsquery`;

/**
 * Assessments whose title has words in common with this one, or is spelt like it, the likest first. Run it within
 * `withLikeness`: how alike is alike is a setting, since only so an index can be asked.
 *
 * @param departmentId those of this one come sooner; null: of none
 */
export const assessmentsCalledLike = (title: string, departmentId: string | null): SoughtAssessments => {
  const words = anyWordOf(title);
  const titleWords = assessmentWords(assessments);
  const own =
    departmentId === null
      ? sql`0`
      : sql`case when ${assessments.departmentId}::text = ${departmentId} then ${SAME_DEPARTMENT}::float else 0 end`;
  return {
    where: anyOf([sql`${titleWords} @@ ${words}`, sql`${assessments.title} % ${title}`]),
    orderBy: [
      desc(sql`ts_rank(${titleWords}, ${words}) + similarity(${assessments.title}, ${title}) + ${own}`),
      desc(assessments.startedOn),
      asc(assessments.reference),
    ],
  };
};
