import { splitClauses } from "./sentences.ts";
import { figuresForWords } from "./spell-numbers.ts";

/**
 * An age at which something begins or ends, as a text gives it. "Over 18" and "18 and over" count as one limit, as
 * in common use; "over 18" and "aged 19 and over" don't (both occur in the home care paper).
 */
export interface AgeLimit {
  bound: "FROM" | "TO";
  age: number;
  /** The words that say it. */
  phrase: string;
  /** True where the clause says for whom the service is; false where people of some age are merely spoken of. */
  isScope: boolean;
  /** True for one end of a span ("aged 18 to 64"). */
  isSpan: boolean;
}

const PERSON =
  "(?:adults?|people|persons?|users?|residents?|customers?|children|child|men|women|carers?|patients?|anyone|everyone|anybody|everybody|those|aged?)";
const AGE = "(\\d{1,3})";
const YEARS = "(?:\\s*years?(?:\\s+of\\s+age|\\s+old)?)?";
const NOT_A_QUANTITY = "(?!\\s*(?:%|per\\s?cent|[.,]\\d|\\d))";

type Pattern = readonly [bound: "FROM" | "TO" | "SPAN", pattern: RegExp];

const pattern = (bound: Pattern[0], source: string): Pattern => [bound, new RegExp(source, "gi")];

/** Ways of giving an age. Those that could as well count things need a word for people beside them. */
const PATTERNS: readonly Pattern[] = [
  pattern("SPAN", `\\baged?\\s+(?:from\\s+|between\\s+)?${AGE}\\s*(?:to|and|-|–)\\s*${AGE}\\b`),
  pattern("SPAN", `\\bbetween\\s+(?:the\\s+)?ages?\\s+of\\s+${AGE}\\s+and\\s+${AGE}\\b`),
  pattern("FROM", `\\b(?:aged?\\s+)?${AGE}${YEARS}\\s+(?:and|or)\\s+(?:over|older|above|upwards)\\b`),
  pattern("FROM", `\\b${PERSON}\\s+${AGE}\\s?\\+`),
  pattern("FROM", `\\b(?:over|above|from|at|past|reached)\\s+(?:the\\s+)?age\\s+(?:of\\s+)?${AGE}\\b`),
  pattern(
    "FROM",
    `\\b${PERSON}\\s+(?:who\\s+)?(?:are\\s+|is\\s+)?(?:aged\\s+)?(?:over|above|older\\s+than|at\\s+least)\\s+${AGE}\\b${NOT_A_QUANTITY}`,
  ),
  pattern("FROM", `\\bover[- ]${AGE}s\\b`),
  pattern("FROM", `\\bat\\s+least\\s+${AGE}\\s+years?\\s+(?:old|of\\s+age)\\b`),
  pattern("TO", `\\b(?:under|below|up\\s+to|until)\\s+the\\s+age\\s+of\\s+${AGE}\\b`),
  pattern(
    "TO",
    `\\b${PERSON}\\s+(?:who\\s+)?(?:are\\s+|is\\s+)?(?:aged\\s+)?(?:under|below|younger\\s+than|up\\s+to)\\s+${AGE}\\b${NOT_A_QUANTITY}`,
  ),
  pattern("TO", `\\b(?:aged?\\s+)?${AGE}${YEARS}\\s+(?:and|or)\\s+(?:under|younger|below)\\b`),
  pattern("TO", `\\bunder[- ]${AGE}s\\b`),
];

const OLDEST = 120;

/** Clauses that say for whom something is. */
const SCOPE =
  /\b(?:intended|meant|eligible|eligibility|open|available|offered|designed)\b|\bneeds of\b|\b(?:all|any|every)\s+(?:adults?|people|persons?|residents?|children|users?)\b|\b(?:anyone|everyone|anybody|everybody)\b/i;

/** Clauses that count people instead. */
const STATISTIC =
  /\b(?:majority|most|mostly|mainly|proportion|average|half|third|quarter|fifth|largest|many|some|fewer|more than|number of|of whom|of them)\b|%|\bper\s?cent\b/i;

const limitsIn = (clause: string, [bound, expression]: Pattern): AgeLimit[] =>
  [...clause.matchAll(expression)].flatMap((match) => {
    const ages = match
      .slice(1)
      .filter((age) => age !== undefined)
      .map(Number);
    if (ages.some((age) => age < 1 || age > OLDEST)) return [];
    const isSpan = bound === "SPAN";
    const bounds = isSpan ? (["FROM", "TO"] as const) : [bound];
    const isScope = SCOPE.test(clause);
    return bounds.flatMap((each, index) => {
      const age = ages[index];
      return age === undefined ? [] : [{ bound: each, age, phrase: match[0].trim(), isScope, isSpan }];
    });
  });

const isSameLimit = (one: AgeLimit, other: AgeLimit): boolean =>
  one.bound === other.bound && one.age === other.age;

/** Every age limit that a text sets, once each; ages in clauses that merely count people are left out. */
export const parseAgeLimits = (text: string): AgeLimit[] => {
  const limits = splitClauses(figuresForWords(text))
    .filter((clause) => !STATISTIC.test(clause))
    .flatMap((clause) => {
      const found = PATTERNS.flatMap((each) => limitsIn(clause, each));
      // "aged 18 and over" matches no span; "aged 18 to 64 and over" would match two: the first pattern wins.
      return found.filter((limit, index) => found.findIndex((other) => isSameLimit(limit, other)) === index);
    });
  return limits.filter((limit, index) => limits.findIndex((other) => isSameLimit(limit, other)) === index);
};
