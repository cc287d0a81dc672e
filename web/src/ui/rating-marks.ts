import type { MarkShape, MarkTone } from "./mark.tsx";

/** A judgement in words, with the shape and tone that go beside them. */
export interface Judgement {
  words: string;
  shape: MarkShape;
  tone: MarkTone;
}

/** What a rating amounts to, in either scheme. The words stand alone when colour and shape are lost. */
export const RATING_MARKS: Record<string, Judgement> = {
  GREEN: { words: "Green", shape: "circle", tone: "good" },
  AMBER: { words: "Amber", shape: "diamond", tone: "middle" },
  RED: { words: "Red", shape: "triangle", tone: "bad" },
  BETTER: { words: "Better", shape: "circle", tone: "good" },
  SIMILAR: { words: "Similar", shape: "diamond", tone: "middle" },
  WORSE: { words: "Worse", shape: "triangle", tone: "bad" },
};

export const NOT_RATED: Judgement = { words: "Not rated", shape: "dash", tone: "neutral" };
