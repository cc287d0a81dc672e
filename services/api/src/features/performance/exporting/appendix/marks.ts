import type { CellText, Mark } from "@due-regard/document/document";
import type { EffectiveRating } from "@due-regard/domain/metrics/headline-counts";
import type { Comparison } from "@due-regard/domain/metrics/vocabulary";
import { PROGRESS_WORDS, ratingWords } from "../words.ts";

/** A judgement in three ways at once: a word, a shape and a colour. The word carries it. */

const RATING_MARKS: Record<NonNullable<EffectiveRating>, Mark> = {
  GREEN: { shape: "circle", tone: "good" },
  AMBER: { shape: "diamond", tone: "middle" },
  RED: { shape: "triangle", tone: "bad" },
  BETTER: { shape: "circle", tone: "good" },
  SIMILAR: { shape: "diamond", tone: "middle" },
  WORSE: { shape: "triangle", tone: "bad" },
};

const NONE: Mark = { shape: "dash", tone: "neutral" };

export const ratingText = (rating: EffectiveRating): CellText => ({
  text: ratingWords(rating),
  mark: rating === null ? NONE : RATING_MARKS[rating],
});

const PROGRESS_MARKS: Record<Comparison, Mark> = {
  BETTER: { shape: "up", tone: "good" },
  SIMILAR: { shape: "level", tone: "middle" },
  WORSE: { shape: "down", tone: "bad" },
};

export const progressText = (comparison: Comparison | null): CellText =>
  comparison === null
    ? { text: "Not compared", mark: NONE }
    : { text: PROGRESS_WORDS[comparison], mark: PROGRESS_MARKS[comparison] };
