import type { Match } from "@due-regard/domain/search/pair-figures";
import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { assessments } from "../schema/assessments.ts";
import { departments } from "../schema/organisations.ts";
import { assessmentWords, codeKey, organisationWords } from "../schema/search-words.ts";
import { anyOf, inPeriods, misspelt, type SearchWord, wordQuery } from "./match-words.ts";

/**
 * Which assessments are sought, as conditions and an order: what a reader may see of them is decided where they are loaded,
 * so nothing here runs by itself.
 */
export interface SoughtAssessments {
  where: SQL | undefined;
  orderBy: SQL[];
}

export interface AssessmentQuestion {
  words: readonly SearchWord[];
  /** The whole text, as {@link codeKey} makes one of a reference. */
  code: string;
  /** Organisations that the words name. */
  organisations: readonly Match[];
  periods: readonly SoughtPeriod[];
  /** Only of this organisation's departments. Null: of any. */
  organisationId: string | null;
}

/** As an array and not as a set: only so can an index look them up beside the words. */
const ofDepartments = (where: SQL): SQL =>
  sql`${assessments.departmentId} = any(array(select ${departments.id} from ${departments} where ${where}))`;

const ofOrganisations = (ids: readonly string[]): SQL =>
  ofDepartments(
    sql`${departments.organisationId} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`,
  );

/** The title says the word, or its department's name does, or it names an organisation whose department that is. */
const saysWord = (one: SearchWord, named: readonly string[]): SQL => {
  const query = wordQuery(one.word);
  return anyOf([
    sql`${assessmentWords(assessments)} @@ ${query}`,
    misspelt(one, assessments.title),
    ofDepartments(sql`${organisationWords(departments)} @@ ${query}`),
    ...(named.length === 0 ? [] : [ofOrganisations(named)]),
  ]);
};

/** From the day on which it was started to the one on which it was completed. */
const WORKED_ON = [
  assessments.startedOn,
  sql`coalesce(${assessments.completedOn}, ${assessments.startedOn})`,
] as const;

/** Assessments that every word of a search names, or whose reference the whole text is, best match first. */
export const assessmentsNamed = (question: AssessmentQuestion): SoughtAssessments => {
  const { words, code, organisations, periods, organisationId } = question;
  const namedBy = (index: number) => organisations.filter(({ covers }) => covers[index]).map(({ id }) => id);
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
      organisationId === null ? undefined : ofOrganisations([organisationId]),
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
