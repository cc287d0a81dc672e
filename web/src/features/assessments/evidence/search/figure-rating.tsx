import type { ResultOf } from "gql.tada";
import { useQuery } from "urql";
import { Mark } from "../../../../ui/mark.tsx";
import { NOT_RATED, RATING_MARKS } from "../../../../ui/rating-marks.ts";
import { FigureRatingsQuery } from "./queries.ts";

interface RatedFigure {
  id: string;
  metric: string;
  organisation: string;
  period: string;
}

export interface FigureRating {
  /** Null: not rated. */
  effective: string | null;
  reason: string | null;
  target: string | null;
  benchmark: string | null;
}

type Ratings = NonNullable<ResultOf<typeof FigureRatingsQuery>["metric"]>;

/** How one figure was rated: as judged since, else as its dashboard shows it. Null: no dashboard shows it and nobody judged. */
export const ratingOf = (
  { results, judgements }: Ratings,
  { id, period }: RatedFigure,
): FigureRating | null => {
  const result =
    results.findLast(({ current }) => current?.id === id) ??
    results.findLast(({ ratingPeriod }) => ratingPeriod.code === period);
  const judged = judgements.find((each) => each.period.code === period);
  if (result === undefined && judged === undefined) return null;
  const said = judged?.judged ?? judged?.comparison ?? null;
  return {
    effective: said ?? result?.rating.effective ?? null,
    reason: (said === null ? (result?.rating.reason ?? null) : (judged?.reason ?? null)) || null,
    target: result?.target?.display ?? null,
    benchmark: result?.benchmark ? `${result.benchmark.display} (${result.benchmark.group})` : null,
  };
};

/** Figures of one measure and organisation share one answer. */
export const useRating = (figure: RatedFigure, pause = false): FigureRating | null => {
  const { metric: code, organisation } = figure;
  const [{ data }] = useQuery({ query: FigureRatingsQuery, variables: { code, organisation }, pause });
  return data?.metric ? ratingOf(data.metric, figure) : null;
};

export const RatingMark = ({ rating }: { rating: FigureRating | null }) => (
  <Mark {...((rating?.effective ? RATING_MARKS[rating.effective] : undefined) ?? NOT_RATED)} />
);
