import nlp from "compromise/three";
import type { Span } from "../hit.ts";
import type { Detect, KnownPeople } from "./detector.ts";

const CAPITAL = /^\p{Lu}/u;
/** A title without a name tells of nobody. */
const TITLE_ALONE = /^(?:mrs?|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|lord|lady|rev)\.?$/i;

/** A word as the library sees it, with what kinds of word it takes it for. */
interface Term {
  text: string;
  post: string;
  tags: readonly string[];
  offset: { start: number; length: number };
}

/** What the library knows of a capital word that is no name: it knows the word, the place, the body, the day. */
const KNOWN_AS_OTHER = [
  "Singular",
  "Plural",
  "Actor",
  "Place",
  "Organization",
  "Date",
  "Acronym",
  "Verb",
  "Adjective",
];

/**
 * A name that the library knows; or a word that it takes for a name because it knows nothing of it, and that nobody writes small. Most
 * names in its lexicon are English ones, so the second matters as much.
 */
const isName = ({ text, tags }: Term, { ordinary }: KnownPeople): boolean => {
  if (!CAPITAL.test(text)) return false;
  if (tags.includes("Person")) return true;
  const isUnknown = tags.includes("ProperNoun") && !KNOWN_AS_OTHER.some((tag) => tags.includes(tag));
  return isUnknown && !ordinary.has(plainWord(text));
};

/** "Council’s," → "council". */
export const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]s?$/u, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** Without what stands around it: "(Smith’s" → "Smith". */
const trim = (text: string, start: number, end: number): Span | null => {
  const found = text.slice(start, end);
  const kept = found.replace(/^[^\p{L}\p{N}]+/u, "");
  const body = kept.replace(/[^\p{L}\p{N}]+$/u, "").replace(/['’]s?$/u, "");
  const from = start + found.length - kept.length;
  return body === "" || TITLE_ALONE.test(body) ? null : { start: from, end: from + body.length };
};

/** After a comma or the end of a sentence another name begins; after an initial or a hyphen it goes on. */
const endsHere = ({ text, post }: Term): boolean =>
  /[^\s.-]/u.test(post) || (post.includes(".") && text.length > 3);

const NOT_IN_A_NAME = ["Verb", "Adverb", "Adjective", "Preposition", "Conjunction", "Determiner", "Pronoun"];

/** A word that may belong to the name beside it. Every sentence begins with a capital: there it must not be known as another word. */
const mayBelong = ({ text, tags }: Term, index: number, { ordinary }: KnownPeople): boolean =>
  CAPITAL.test(text) &&
  !ordinary.has(plainWord(text)) &&
  (index > 0 || !NOT_IN_A_NAME.some((tag) => tags.includes(tag)));

/** Which words of a sentence are names: those that are by themselves, and those that stand right beside one. */
const namedIn = (terms: readonly Term[], known: KnownPeople): boolean[] => {
  const named = terms.map((term) => isName(term, known));
  return terms.map((term, index) => {
    if (named[index] === true || !mayBelong(term, index, known)) return named[index] === true;
    const before = terms[index - 1];
    const isAfter = named[index - 1] === true && before !== undefined && !endsHere(before);
    return isAfter || (named[index + 1] === true && !endsHere(term));
  });
};

/** Words of one sentence that together are a name. */
const namesIn = (terms: readonly Term[], known: KnownPeople): Span[] => {
  const named = namedIn(terms, known);
  const spans: Span[] = [];
  let goesOn = false;
  for (const [index, term] of terms.entries()) {
    const end = term.offset.start + term.offset.length;
    const last = spans.at(-1);
    const isPart = named[index] === true;
    if (isPart && goesOn && last !== undefined) last.end = end;
    else if (isPart) spans.push({ start: term.offset.start, end });
    goesOn = isPart && !endsHere(term);
  }
  return spans;
};

/** Two words or more in capitals alone. */
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[ '-]\p{Lu}{2,})+(?![\p{L}\p{N}])/gu;

/** Of a word that nothing is known of. */
const LONGER_THAN_AN_ACRONYM = 5;

const plainly = (shouted: string): string =>
  shouted.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());

/** "PRIYA SHAH": the library takes capitals for an acronym, so it is asked about the words written plainly. */
const shoutedNames = (text: string, known: KnownPeople): Span[] =>
  [...text.matchAll(SHOUTED)].flatMap(({ 0: found, index }) => {
    const sentences = nlp(`We met ${plainly(found)} there`).json() as { terms: Term[] }[];
    const terms = sentences.flatMap((sentence) => sentence.terms);
    const isNamed = terms.some(
      (term) =>
        term.tags.includes("Person") || (term.text.length >= LONGER_THAN_AN_ACRONYM && isName(term, known)),
    );
    return isNamed ? [{ start: index, end: index + found.length }] : [];
  });

/** What reads like a person's name, by a library that knows how names stand in English sentences; it works offline. */
export const detectNames: Detect = (text, known) => {
  if (!/\p{Lu}/u.test(text)) return [];
  const sentences = nlp(text).json({ offset: true }) as { terms: Term[] }[];
  const written = sentences
    .flatMap(({ terms }) => namesIn(terms, known))
    .flatMap(({ start, end }) => trim(text, start, end) ?? []);
  return [...written, ...shoutedNames(text, known)];
};
