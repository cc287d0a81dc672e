import { periodOf } from "../../metrics/period.ts";
import { countingImpact } from "../cumulative/counting-impact.ts";
import { cumulate } from "../cumulative/cumulate.ts";
import { headlineOf, joinWords, PEOPLE_WORDS } from "../cumulative/headline.ts";
import { withArticle } from "../form/report-name.ts";
import { type ImpactDirection, PROTECTED_CHARACTERISTICS } from "../vocabulary.ts";
import { type AssessedChange, STANDING_WORDS } from "./assessed-change.ts";

/**
 * "Equality and human rights implications" of a committee report, by rule from signed assessments: plain, neutral, and nothing that the
 * assessments don't say. It is a beginning: whoever writes the report answers for it.
 */

export interface ImplicationsPart {
  /** Null: it stands under the title itself. */
  heading: string | null;
  paragraphs: string[];
}

export interface SignedReference {
  reference: string;
  title: string;
  /** Where and as what it can be found: revision, fingerprint, address. */
  details: string[];
}

export interface Implications {
  parts: ImplicationsPart[];
  references: SignedReference[];
}

export const IMPLICATIONS_TITLE = "Equality and human rights implications";

/** Equality Act 2010 s149(1); Human Rights Act 1998 s6. */
const DUTY =
  "In deciding, members must have due regard to the need to eliminate unlawful discrimination, to advance equality of opportunity and to foster good relations (Equality Act 2010, section 149), and must act compatibly with people’s rights under the European Convention (Human Rights Act 1998, section 6).";

const AFTER =
  "This is a summary. The assessments themselves, with their evidence, are the record, and members should read them before they decide.";

const day = (date: string): string => periodOf(date).label;

const DIRECTIONS: readonly (readonly [ImpactDirection | null, string])[] = [
  ["NEGATIVE", "negatively"],
  ["MIXED", "both positively and negatively"],
  ["POSITIVE", "positively"],
  ["NEUTRAL", "neither positively nor negatively"],
  ["UNKNOWN", "in a way that is not known yet"],
  [null, "without saying which way"],
];

/** "that disabled people are affected negatively; that …", or that nobody is. */
const directionSentence = (change: AssessedChange): string => {
  const impacts = PROTECTED_CHARACTERISTICS.map((characteristic) => ({
    characteristic,
    impact: countingImpact(change.impacts, characteristic),
  }));
  const said = DIRECTIONS.flatMap(([direction, words]) => {
    const people = impacts
      .filter(({ impact }) => impact?.affected && impact.direction === direction)
      .map(({ characteristic }) => PEOPLE_WORDS[characteristic]);
    return people.length === 0 ? [] : [`that ${joinWords(people)} are affected ${words}`];
  });
  if (said.length === 0)
    return impacts.some(({ impact }) => impact !== null)
      ? "It finds that none of the groups that it looks at is affected."
      : "It does not say which groups are affected.";
  return `It finds ${said.join("; ")}.`;
};

/** Harm is told in so many words, and so is its absence; what is left open is neither. */
const harmSentence = ({ impacts }: AssessedChange): string[] => {
  const counting = PROTECTED_CHARACTERISTICS.map((each) => countingImpact(impacts, each));
  const isSaid = (...directions: (ImpactDirection | null)[]) =>
    counting.some((impact) => impact?.affected && directions.includes(impact.direction));
  if (isSaid("NEGATIVE", "MIXED") || !counting.some((impact) => impact !== null)) return [];
  return [
    isSaid("UNKNOWN", null)
      ? "It identifies no negative impact, and leaves open which way some are affected."
      : "It identifies no negative impact.",
  ];
};

const silenceSentence = ({ impacts }: AssessedChange): string[] => {
  const silent = PROTECTED_CHARACTERISTICS.filter((each) => countingImpact(impacts, each) === null);
  if (silent.length === 0 || silent.length === PROTECTED_CHARACTERISTICS.length) return [];
  return [`It gives no answer about ${joinWords(silent.map((each) => PEOPLE_WORDS[each]))}.`];
};

const rightsSentence = ({ rights }: AssessedChange): string =>
  rights.length === 0
    ? "It names no Convention right as engaged."
    : `It says that ${rights.length === 1 ? "this Convention right is" : "these Convention rights are"} engaged: ${joinWords(rights)}.`;

const actionsSentence = ({ actions: { all, open, nextDue } }: AssessedChange): string => {
  if (all === 0) return "It plans no action.";
  const planned = `Its improvement plan has ${all === 1 ? "1 action" : `${all} actions`}`;
  if (open === 0) return `${planned}, ${all === 1 ? "which is" : "all of them"} done or closed.`;
  const still = all === 1 ? "still open" : `${open === all ? "all" : open} of them still open`;
  const due = nextDue === null ? "" : `, the first due by ${day(nextDue)}`;
  return `${planned}, ${still}${due}.`;
};

const signedSentence = ({ title, reference, submittedOn, signedOffOn, report }: AssessedChange): string => {
  const extent = report === null ? "a screening" : withArticle(report);
  return `“${title}” (${reference}) was assessed in ${extent}. The lead officer signed it on ${day(submittedOn)}, and the chair of the departmental equalities group signed it off on ${day(signedOffOn)}.`;
};

const reviewSentence = ({ status, reviewDueOn }: AssessedChange): string[] =>
  reviewDueOn === null || status === "SUPERSEDED" || status === "WITHDRAWN"
    ? []
    : [`Its review is set for ${day(reviewDueOn)}.`];

const partOf = (change: AssessedChange): ImplicationsPart => {
  const standing = STANDING_WORDS[change.status]?.(change);
  return {
    heading: `${change.title} (${change.reference})`,
    paragraphs: [
      [signedSentence(change), ...(standing ? [standing] : [])].join(" "),
      [directionSentence(change), ...harmSentence(change), ...silenceSentence(change)].join(" "),
      [rightsSentence(change), actionsSentence(change), ...reviewSentence(change)].join(" "),
    ],
  };
};

const referenceOf = ({
  reference,
  title,
  revision,
  contentHash,
  address,
}: AssessedChange): SignedReference => ({
  reference,
  title,
  details: [
    `Revision ${revision}, as signed. Fingerprint (SHA-256): ${contentHash}`,
    address === null ? "Not published in the public register." : `Published at ${address}`,
  ],
});

const isStanding = ({ status }: AssessedChange): boolean => status !== "SUPERSEDED" && status !== "WITHDRAWN";

const openingOf = (changes: readonly AssessedChange[]): string[] => {
  if (changes.length === 1)
    return [DUTY, "One signed equality and human rights impact assessment informs this report."];
  const standing = changes.filter(isStanding);
  const rows = cumulate(standing.map(({ reference, impacts }) => ({ id: reference, impacts })));
  const together = headlineOf(rows, standing.length).join(" ");
  const past = changes.length - standing.length;
  const apart =
    past === 0
      ? ""
      : ` ${past} of them no longer ${past === 1 ? "stands and is" : "stand and are"} left out of this count.`;
  return [
    DUTY,
    `${changes.length} signed equality and human rights impact assessments inform this report.${apart}${standing.length > 1 ? ` Taken together: ${together}` : ""}`,
  ];
};

/**
 * The paragraphs, in the order in which the assessments are given, and what they rest on. Pure.
 *
 * @param changes signed assessments, each once
 */
export const writeImplications = (changes: readonly AssessedChange[]): Implications => {
  if (changes.length === 0) {
    const none = "No signed equality and human rights impact assessment is named for this report.";
    return { parts: [{ heading: null, paragraphs: [DUTY, none] }], references: [] };
  }
  return {
    parts: [
      { heading: null, paragraphs: openingOf(changes) },
      ...changes.map(partOf),
      { heading: "What follows", paragraphs: [AFTER] },
    ],
    references: changes.map(referenceOf),
  };
};

/** All of it as one text, to copy into a report. */
export const implicationsText = ({ parts, references }: Implications): string =>
  [
    ...parts.flatMap(({ heading, paragraphs }) => [...(heading === null ? [] : [heading]), ...paragraphs]),
    ...(references.length === 0 ? [] : ["Signed assessments"]),
    ...references.map(({ reference, title, details }) => [`${reference}: ${title}`, ...details].join("\n")),
  ].join("\n\n");
