import { diffArrays } from "diff";

export const TEXT_RUN_KINDS = ["same", "added", "removed"] as const;

/** A stretch of words. "added" stands only in the later text, "removed" only in the earlier one. */
export interface TextRun {
  kind: (typeof TEXT_RUN_KINDS)[number];
  text: string;
}

/** Numbers with their points and commas, words of any script with their inner apostrophes, runs of blanks, line ends, and each other sign by itself. */
const WORDS = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[^\S\n]+|\n|./gsu;
const SENTENCES = /[^.!?\n]*(?:[.!?]+[^\S\n]*|\n|$)/g;

/**
 * How many words may be added and removed before the comparison falls back on whole sentences, and then on the whole
 * text: the work grows with the square of it. An answer
 * that the form bounds to 500 words never comes near it.
 */
const MOST_EDITS = 2000;

const cut = (text: string, pieces: RegExp): string[] =>
  text.match(pieces)?.filter((each) => each !== "") ?? [];

const compareBy = (pieces: RegExp, before: string, after: string): TextRun[] | null => {
  const changes = diffArrays(cut(before, pieces), cut(after, pieces), { maxEditLength: MOST_EDITS });
  return (
    changes?.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })) ?? null
  );
};

const replaceWhole = (before: string, after: string): TextRun[] => [
  { kind: "removed", text: before },
  { kind: "added", text: after },
];

/** A blank that happens to stand in both texts between two changes would cut one replaced phrase into single words. */
const isGlue = (runs: readonly TextRun[], index: number): boolean => {
  const run = runs[index];
  const changed = (other: TextRun | undefined) => other !== undefined && other.kind !== "same";
  return (
    run?.kind === "same" &&
    /^[^\S\n]+$/.test(run.text) &&
    changed(runs[index - 1]) &&
    changed(runs[index + 1])
  );
};

/** Neighbouring changes as one: first all that was removed, then all that was added. */
const tidy = (runs: readonly TextRun[]): TextRun[] => {
  const tidied: TextRun[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== "") tidied.push({ kind: "removed", text: removed });
    if (added !== "") tidied.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const [index, { kind, text }] of runs.entries()) {
    const glue = isGlue(runs, index);
    if (kind === "removed" || glue) removed += text;
    if (kind === "added" || glue) added += text;
    if (kind === "same" && !glue) {
      close();
      tidied.push({ kind, text });
    }
  }
  close();
  return tidied;
};

/**
 * What became of a text, word by word, in reading order. Two texts of one answer are compared where somebody has to
 * choose between them (a conflict) and where a later revision is read against an earlier one.
 *
 * Nothing is left out and nothing made up: "same" and "removed" runs joined are `before`, to the character; "same" and
 * "added" joined are `after`. No two neighbours are of one kind, and where both stand together "removed" comes first.
 * Texts with at most 2,000 changed words are compared by words, longer ones by sentences or as wholes, so that a
 * page never hangs on two texts that have nothing in common.
 */
export const compareTexts = (before: string, after: string): TextRun[] =>
  tidy(compareBy(WORDS, before, after) ?? compareBy(SENTENCES, before, after) ?? replaceWhole(before, after));
