import { Mark } from "../../ui/mark.tsx";
import { NOT_RATED, RATING_MARKS } from "../../ui/rating-marks.ts";

export interface Summary {
  rows: number;
  counts: readonly { key: string; label: string; count: number }[];
}

const measures = (count: number): string => (count === 1 ? "1 measure" : `${count} measures`);

/**
 * How the measures under something are rated: the good ones out of all, then the others that there are. Each is said in
 * words beside its shape; none that is good gets no shape of the good.
 */
export const RatingCounts = ({ summary }: { summary: Summary }) => {
  const [good, ...others] = summary.counts;
  if (summary.rows === 0 || good === undefined) return <p className="app-rating-counts">No measures</p>;
  return (
    <ul className="app-rating-counts">
      <li>
        <Mark
          {...(good.count === 0 ? NOT_RATED : (RATING_MARKS[good.key] ?? NOT_RATED))}
          words={`${good.count} of ${measures(summary.rows)} ${good.label.toLowerCase()}`}
        />
      </li>
      {others
        .filter(({ count }) => count > 0)
        .map(({ key, label, count }) => (
          <li key={key}>
            <Mark {...(RATING_MARKS[key] ?? NOT_RATED)} words={`${count} ${label.toLowerCase()}`} />
          </li>
        ))}
    </ul>
  );
};
