import { type Detect, spansOf, WORD_END, WORD_START } from "./detector.ts";

/** Whom counts are of. Counts of things tell nobody apart. */
const WHO = [
  "adults?|applicants?|bab(?:y|ies)|boys?|carers?|cases?|child(?:ren)?|clients?|couples?|customers?|daughters?",
  "employees?|famil(?:y|ies)|females?|girls?|household(?:er)?s?|individuals?|learners?|males?|man|members?|men",
  "mothers?|fathers?|parents?|patients?|people|persons?|pupils?|residents?|respondents?|service[ -]users?|sons?",
  "staff|students?|tenants?|users?|veterans?|victims?|volunteers?|wom[ae]n|workers?|young[ -]people|youths?",
].join("|");

/** Counts under 5 are suppressed wherever the council publishes them (design/domain.md, "Disclosure control"). */
const FEW = "one|two|three|four|a single|a couple of|[1-4]";

const GAP = "(?:\\s{1,3}|-)";

/** At most two words between the count and whom it counts: "three older disabled people". */
const SMALL_GROUP = new RegExp(
  `(?<![\\p{L}\\p{N}.,£$%–-])(?:${FEW})(?![%.,]\\d)(?:${GAP}(?!${FEW}|in |to |or |per |and )[\\p{L}'-]+){0,2}${GAP}(?:${WHO})${WORD_END}`,
  "giu",
);
const ONLY = new RegExp(
  `(?:${WORD_START}(?:fewer than|less than|under|below|up to|at most|no more than) |< ?)(?:five|5|${FEW})${GAP}(?:[\\p{L}'-]+${GAP}){0,2}(?:${WHO})${WORD_END}`,
  "giu",
);
/** "Twelve carers, three of whom …" */
const OF_WHOM = new RegExp(`${WORD_START}(?:${FEW}) of (?:whom|them)${WORD_END}`, "giu");

export const detectSmallGroups: Detect = (text) => [
  ...spansOf(text, SMALL_GROUP),
  ...spansOf(text, ONLY),
  ...spansOf(text, OF_WHOM),
];
