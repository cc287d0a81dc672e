import type { Comparison, RagRating, RatingScheme } from "./vocabulary.ts";

/** The rating in force on a row: the officer's where there is one, else the suggestion; null is "no judgement". */
export type EffectiveRating = RagRating | Comparison | null;

export interface HeadlineCounts {
  scheme: RatingScheme;
  /** Rows counted: the three below and `noJudgement` add up to it, always. */
  total: number;
  /** Green, or better. */
  good: number;
  /** Amber, or similar. */
  near: number;
  /** Red, or worse. */
  poor: number;
  noJudgement: number;
  /** "8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures". */
  sentence: string;
}

const PLACE: Record<RagRating | Comparison, "good" | "near" | "poor"> = {
  GREEN: "good",
  AMBER: "near",
  RED: "poor",
  BETTER: "good",
  SIMILAR: "near",
  WORSE: "poor",
};

const WORDS: Record<RatingScheme, readonly [good: string, near: string, poor: string]> = {
  RAG: ["on target", "within tolerance", "to miss"],
  BENCHMARK: ["better", "similar", "worse"],
};

/** Counts that reconcile with the rows beneath them, with the denominator stated (domain.md §1). */
export function countHeadlines(ratings: readonly EffectiveRating[], scheme: RatingScheme): HeadlineCounts {
  const counts = { good: 0, near: 0, poor: 0, noJudgement: 0 };
  for (const rating of ratings) counts[rating === null ? "noJudgement" : PLACE[rating]] += 1;
  const total = ratings.length;
  const [good, near, poor] = WORDS[scheme];
  const measures = total === 1 ? "1 measure" : `${total} measures`;
  const sentence = `${counts.good} ${good}, ${counts.near} ${near}, ${counts.poor} ${poor}, ${counts.noJudgement} no judgement: ${measures}`;
  return { scheme, total, ...counts, sentence };
}
