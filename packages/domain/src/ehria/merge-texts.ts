import { compareTexts } from "./compare-texts.ts";

/** One change of a text: the characters from `start` up to `end` give way to `text`. */
interface Hunk {
  start: number;
  end: number;
  text: string;
}

/** The changes that make `after` out of `before`, in order and apart from each other. */
const hunksOf = (before: string, after: string): Hunk[] => {
  const hunks: Hunk[] = [];
  let position = 0;
  for (const { kind, text } of compareTexts(before, after)) {
    const last = hunks.at(-1);
    if (kind === "removed") hunks.push({ start: position, end: position + text.length, text: "" });
    // What was taken out and what came in its place are one change.
    else if (kind === "added" && last?.end === position && last.text === "" && last.end > last.start)
      hunks.splice(-1, 1, { ...last, text });
    else if (kind === "added") hunks.push({ start: position, end: position, text });
    if (kind !== "added") position += text.length;
  }
  return hunks;
};

const meet = (one: Hunk, other: Hunk): boolean =>
  (one.start < other.end && other.start < one.end) || (one.start === other.start && one.end === other.end);

/** What one side makes of a stretch of the text that both began with. */
const apply = (base: string, hunks: readonly Hunk[], start: number, end: number): string => {
  let text = "";
  let position = start;
  for (const hunk of hunks) {
    text += base.slice(position, hunk.start) + hunk.text;
    position = hunk.end;
  }
  return text + base.slice(position, end);
};

/** Both, one after the other; one alone where it holds the other. */
const joinBoth = (theirs: string, mine: string): string => {
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  const isApart = /\s$/.test(theirs) || /^\s/.test(mine);
  return isApart ? theirs + mine : `${theirs} ${mine}`;
};

export interface MergedText {
  text: string;
  /** False where the two changed the same words: both versions of them stand in the text, theirs first. */
  isClean: boolean;
}

/**
 * One text out of two that were both made from `base`: a proposal for the person who has to choose. What only one of them
 * changed is taken over; where both changed the same words both versions stay, one after the other. No word that either of
 * them added is missing.
 */
export const mergeTexts = (base: string, mine: string, theirs: string): MergedText => {
  const ours = hunksOf(base, mine);
  const others = hunksOf(base, theirs);
  let text = "";
  let isClean = true;
  let position = 0;
  while (ours.length > 0 || others.length > 0) {
    const region = takeRegion(ours, others);
    const { start, end } = region;
    const mineHere = apply(base, region.ours, start, end);
    const theirsHere = apply(base, region.others, start, end);
    const isShared = region.ours.length > 0 && region.others.length > 0 && mineHere !== theirsHere;
    if (isShared) isClean = false;
    const chosen = region.others.length === 0 ? mineHere : theirsHere;
    text += base.slice(position, start) + (isShared ? joinBoth(theirsHere, mineHere) : chosen);
    position = end;
  }
  return { text: text + base.slice(position), isClean };
};

/** Takes off both lists the changes that touch the first one, and one another. */
const takeRegion = (ours: Hunk[], others: Hunk[]) => {
  const region = { ours: [] as Hunk[], others: [] as Hunk[] };
  const take = (from: Hunk[], to: Hunk[]) => {
    const hunk = from.shift();
    if (hunk) to.push(hunk);
  };
  if (comesFirst(ours[0], others[0])) take(ours, region.ours);
  else take(others, region.others);
  let grows = true;
  while (grows) {
    const span = spanOf([...region.ours, ...region.others]);
    grows = false;
    if (ours[0] && meet(ours[0], span)) {
      take(ours, region.ours);
      grows = true;
    } else if (others[0] && meet(others[0], span)) {
      take(others, region.others);
      grows = true;
    }
  }
  return { ...region, ...spanOf([...region.ours, ...region.others]) };
};

const comesFirst = (one: Hunk | undefined, other: Hunk | undefined): boolean => {
  if (one === undefined || other === undefined) return one !== undefined;
  return one.start < other.start || (one.start === other.start && one.end <= other.end);
};

const spanOf = (hunks: readonly Hunk[]): Hunk => ({
  start: Math.min(...hunks.map(({ start }) => start)),
  end: Math.max(...hunks.map(({ end }) => end)),
  text: "",
});
