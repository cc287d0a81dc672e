import { wordsOf } from "../checker/text/sentences.ts";

/**
 * Words that were taken over from the answer that another assessment gave to the same question, kept as they were then.
 * They are no part of what is signed: they tell where what is signed began.
 */
export interface CopiedText {
  question: string;
  part: string | null;
  text: string;
}

/**
 * What has become of words that were copied into an answer.
 * UNCHANGED: they, or they and other copies, are all that it says. KEPT: they stand in it as they were, beside words of its own.
 * CHANGED: some of them still stand. GONE: nothing is left of them.
 */
export const COPY_STATES = ["UNCHANGED", "KEPT", "CHANGED", "GONE"] as const;
export type CopyState = (typeof COPY_STATES)[number];

/** What has become of copied words, after "Copied from …". Null: nothing is left of them, and nothing is said. */
export const COPY_BECAME: Record<CopyState, string | null> = {
  UNCHANGED: ", and not changed",
  KEPT: ", and left as it was, beside other words",
  CHANGED: ", then changed",
  GONE: null,
};

/** As many words in a row are a trace of a text; fewer, and any two texts have some in common. */
const TRACE = 3;

/** Where `sought` stands in `words` as a whole, each place by its first word; no two of them overlap. */
const placesOf = (words: readonly string[], sought: readonly string[]): number[] => {
  const places: number[] = [];
  if (sought.length === 0) return places;
  for (let from = 0; from + sought.length <= words.length; ) {
    const at = from;
    const stands = sought.every((word, index) => words[at + index] === word);
    if (stands) places.push(from);
    from += stands ? sought.length : 1;
  }
  return places;
};

const runsOf = (words: readonly string[], length: number): string[] =>
  words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_word, from) => words.slice(from, from + length).join(" "));

const leavesTrace = (words: readonly string[], copied: readonly string[]): boolean => {
  const length = Math.min(TRACE, copied.length);
  const standing = new Set(runsOf(words, length));
  return length > 0 && runsOf(copied, length).some((run) => standing.has(run));
};

/**
 * What has become of each of the texts that were copied into one answer, in their order. Words are compared: other blanks,
 * marks and capitals are no change, since they say nothing of this decision (issue 4, "copy an answer with its origin marked").
 *
 * @param text what the answer says now; null: nothing
 */
export const copyStates = (text: string | null, copies: readonly string[]): CopyState[] => {
  const words = wordsOf(text ?? "");
  const found = copies.map((copied) => {
    const copiedWords = wordsOf(copied);
    return { copiedWords, places: placesOf(words, copiedWords) };
  });
  const covered = new Set(
    found.flatMap(({ copiedWords, places }) =>
      places.flatMap((from) => copiedWords.map((_word, index) => from + index)),
    ),
  );
  const isAllCopied = words.length > 0 && words.every((_word, index) => covered.has(index));
  return found.map(({ copiedWords, places }) => {
    if (places.length > 0) return isAllCopied ? "UNCHANGED" : "KEPT";
    return leavesTrace(words, copiedWords) ? "CHANGED" : "GONE";
  });
};
