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

/** At most two words between the count and whom it counts: "three older disabled people". */
const SMALL_GROUP = new RegExp(
  `(?<![\\p{L}\\p{N}.,£$%–-])(?:${FEW})(?![%.,]\\d)(?:[ -](?!${FEW}|in |to |or |per |and )[\\p{L}’'-]+){0,2}[ -](?:${WHO})${WORD_END}`,
  "giu",
);
const ONLY = new RegExp(
  `${WORD_START}fewer than (?:five|5|four|4|three|3) (?:[\\p{L}’'-]+ ){0,2}(?:${WHO})${WORD_END}`,
  "giu",
);

export const detectSmallGroups: Detect = (text) => [...spansOf(text, SMALL_GROUP), ...spansOf(text, ONLY)];
