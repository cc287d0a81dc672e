import type { Span } from "../hit.ts";

/** What a search knows of the council beside the text. */
export interface KnownPeople {
  /** Full names of everybody on the list of people: "Jane Example". */
  names: readonly string[];
  /** Words in small letters that are nobody's name here, whatever else they look like: of the form, the law, the names of councils. */
  ordinary: ReadonlySet<string>;
}

/**
 * Finds passages of one kind in a text that was folded (fold-text.ts): plain letters, figures, spaces, hyphens and apostrophes. Pure; the
 * same text and people give the same spans.
 */
export type Detect = (text: string, known: KnownPeople) => readonly Span[];

/** Every match of an expression (with the g flag), or of its first group where it has one and the `d` flag. */
export const spansOf = (
  text: string,
  pattern: RegExp,
  accept: (match: string) => boolean = () => true,
): Span[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    accept(found) ? [{ start: index, end: index + found.length }] : [],
  );

/** A text to stand in an expression as it is. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** What people put between the groups of a number: "943 476 5919", "943.476.5919", "943 - 476 - 5919". Nothing, too. */
export const BETWEEN = "[\\s.\\-/_]{0,3}";

/** Neither a letter nor a figure stands here: \b knows ASCII alone, and names don't keep to it. */
export const WORD_START = "(?<![\\p{L}\\p{N}])";
export const WORD_END = "(?![\\p{L}\\p{N}])";
