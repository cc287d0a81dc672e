import type { ProtectedCharacteristic } from "../vocabulary.ts";
import { type CumulativeRow, countIn } from "./cumulate.ts";

/** What a table of cumulative impact says first, in sentences that name their denominator. */

/** The people whom a row of the form is about, in the middle of a sentence. */
export const PEOPLE_WORDS: Readonly<Record<ProtectedCharacteristic, string>> = {
  AGE: "people of particular ages",
  DISABILITY: "disabled people",
  GENDER_REASSIGNMENT: "transgender people",
  MARRIAGE_AND_CIVIL_PARTNERSHIP: "people who are married or in a civil partnership",
  PREGNANCY_AND_MATERNITY: "people who are pregnant or have young babies",
  RACE: "people of particular ethnic groups",
  RELIGION_OR_BELIEF: "people of particular religions or beliefs",
  SEX: "women or men in particular",
  SEXUAL_ORIENTATION: "people of particular sexual orientations",
  OTHER_GROUPS: "other groups",
  COMMUNITY_COHESION: "relations between communities",
};

/** "a", "a and b", "a, b and c" */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const outOf = (count: number, total: number): string => {
  if (total === 1) return "The one assessment says";
  return `${count} of ${total} assessments ${count === 1 ? "says" : "say"}`;
};

interface Standing {
  characteristic: ProtectedCharacteristic;
  negative: number;
  mixed: number;
}

const standings = (rows: readonly CumulativeRow[]): Standing[] =>
  rows
    .map((row) => ({
      characteristic: row.characteristic,
      negative: countIn(row, "NEGATIVE"),
      mixed: countIn(row, "MIXED"),
    }))
    .filter(({ negative, mixed }) => negative + mixed > 0)
    .sort((a, b) => b.negative + b.mixed - (a.negative + a.mixed) || b.negative - a.negative);

const harmSentence = ({ characteristic, negative, mixed }: Standing, total: number): string => {
  const people = PEOPLE_WORDS[characteristic];
  if (negative === 0)
    return `${outOf(mixed, total)} that ${people} are affected both positively and negatively.`;
  const more = mixed === 0 ? "" : `, and ${mixed} both positively and negatively`;
  return `${outOf(negative, total)} that ${people} are affected negatively${more}.`;
};

/** Whether any assessment leaves the direction for some group open: "not known", or affected without saying which way. */
const openIn = (rows: readonly CumulativeRow[]): number =>
  new Set(
    rows.flatMap(({ cells }) =>
      cells
        .filter(({ column }) => column === "UNKNOWN" || column === "NO_DIRECTION")
        .flatMap(({ entries }) => entries.map(({ id }) => id)),
    ),
  ).size;

/** How many of the groups hit are told with their counts; the others are named. */
const MOST_TOLD = 3;

/**
 * The sentences above the table: the groups most often harmed, and what is open. Nobody harmed is said only where someone was asked.
 *
 * @param total how many assessments are counted
 */
export const headlineOf = (rows: readonly CumulativeRow[], total: number): string[] => {
  if (total === 0) return ["No assessment is counted."];
  const harmed = standings(rows);
  const open = openIn(rows);
  const rest = harmed.slice(MOST_TOLD).map(({ characteristic }) => PEOPLE_WORDS[characteristic]);
  return [
    ...(harmed.length === 0
      ? [
          total === 1
            ? "The one assessment does not say that anybody is affected negatively."
            : `None of ${total} assessments says that anybody is affected negatively.`,
        ]
      : harmed.slice(0, MOST_TOLD).map((each) => harmSentence(each, total))),
    ...(rest.length > 0 ? [`Negative impacts on ${joinWords(rest)} are found as well.`] : []),
    ...(open > 0
      ? [
          total === 1
            ? "It leaves open which way some group is affected."
            : `${open} of ${total} ${open === 1 ? "leaves" : "leave"} open which way some group is affected.`,
        ]
      : []),
  ];
};
