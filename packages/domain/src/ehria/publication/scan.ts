import { type KnownPeople, literally, WORD_END, WORD_START } from "./detect/detector.ts";
import { DETECTORS } from "./detect/registry.ts";
import { foldText } from "./fold-text.ts";
import { HIT_KINDS, type Hit, type HitKind, hitId, type Span } from "./hit.ts";

/** A text of the copy, whole. */
export interface PlacedText {
  place: string;
  text: string;
}

export interface FoundSpan extends Span {
  kinds: readonly HitKind[];
}

const inOrder = (kinds: Iterable<HitKind>): HitKind[] => {
  const found = new Set(kinds);
  return HIT_KINDS.filter((kind) => found.has(kind));
};

/** What overlaps is one passage: whoever decides about it decides once. */
const merge = (found: readonly FoundSpan[]): FoundSpan[] => {
  const sorted = [...found].sort((one, other) => one.start - other.start || other.end - one.end);
  const merged: FoundSpan[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.start >= last.end) merged.push(next);
    else
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
        kinds: inOrder([...last.kinds, ...next.kinds]),
      };
  }
  return merged;
};

const KINDS = HIT_KINDS.filter((kind) => kind !== "ADDED");

/** What every search finds in one text, however it is typed (fold-text.ts); where it stands in the text as it was written. */
export const scanText = (text: string, known: KnownPeople): FoundSpan[] => {
  const folded = foldText(text);
  const found = KINDS.flatMap((kind) =>
    DETECTORS[kind](folded.text, known).map((span) => ({ ...folded.written(span), kinds: [kind] })),
  );
  return merge(found);
};

const NAMES: readonly HitKind[] = ["KNOWN_PERSON", "NAME"];
const SHORTEST_SURNAME = 4;

/** A name that was found once, and its surname, wherever else they stand: in another sentence no search might know them. */
const repeatsOf = (texts: readonly PlacedText[], found: readonly FoundSpan[][]): FoundSpan[][] => {
  const names = texts.flatMap(({ text }, index) =>
    (found[index] ?? []).flatMap(({ start, end, kinds }) =>
      kinds.some((kind) => NAMES.includes(kind)) ? [foldText(text.slice(start, end)).text] : [],
    ),
  );
  const surnames = names.flatMap((name) => {
    const words = name.split(/\s+/);
    const last = words.at(-1) ?? "";
    return words.length > 1 && last.length >= SHORTEST_SURNAME && /^\p{Lu}/u.test(last)
      ? [last, last.toUpperCase()]
      : [];
  });
  const wanted = [...new Set([...names, ...names.map((name) => name.toUpperCase()), ...surnames])].sort(
    (one, other) => other.length - one.length,
  );
  if (wanted.length === 0) return texts.map(() => []);
  const pattern = new RegExp(`${WORD_START}(?:${wanted.map(literally).join("|")})${WORD_END}`, "gu");
  return texts.map(({ text }) => {
    const folded = foldText(text);
    return [...folded.text.matchAll(pattern)].map(({ 0: match, index }) => ({
      ...folded.written({ start: index, end: index + match.length }),
      kinds: ["NAME"],
    }));
  });
};

/**
 * Everything in these texts that may identify somebody, in their order. No search finds all: a person reads the copy besides, and adds
 * what was missed.
 * @param contentHash of the sealed revision that the texts are of: it goes into each hit's id
 */
export const scanTexts = (texts: readonly PlacedText[], known: KnownPeople, contentHash: string): Hit[] =>
  joinFound(
    texts,
    texts.map(({ text }) => scanText(text, known)),
    contentHash,
  );

/** The second half of {@link scanTexts}, for whoever scans text by text (scanText) and lets others have their turn between. */
export const joinFound = (
  texts: readonly PlacedText[],
  found: readonly FoundSpan[][],
  contentHash: string,
): Hit[] => {
  const repeats = repeatsOf(texts, found);
  return texts.flatMap(({ place, text }, index) =>
    merge([...(found[index] ?? []), ...(repeats[index] ?? [])]).map(({ start, end, kinds }) => {
      const passage = { place, start, end, text: text.slice(start, end) };
      return { ...passage, id: hitId(contentHash, passage), kinds };
    }),
  );
};
