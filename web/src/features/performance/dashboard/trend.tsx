import { Line, LineChart, YAxis } from "recharts";
import type { Row } from "../words.ts";

type Series = Row["series"];

/** The same figures as the picture, for those who hear it: the table stands in the row's notes. */
const describe = (series: Series): string => {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return "";
  const figures = series.map(({ display }) => display).join(", ");
  return `${series.length} figures from ${first.period.label} to ${last.period.label}: ${figures}`;
};

const WIDTH = 84;
const HEIGHT = 30;

/** A row's figures over the years as a small line. Gaps are gaps: no value is not nought. */
export const Trend = ({ row }: { row: Row }) => {
  const known = row.series.filter(({ value }) => value !== null);
  if (known.length < 2)
    return <span className="app-quiet">{known.length === 1 ? "One figure" : "No figures"}</span>;
  const points = row.series.map(({ id, value }) => ({ id, value: value === null ? null : Number(value) }));
  return (
    <span className="app-trend" role="img" aria-label={describe(row.series)}>
      <LineChart
        width={WIDTH}
        height={HEIGHT}
        data={points}
        margin={{ top: 5, right: 5, bottom: 5, left: 5 }}
        accessibilityLayer={false}
      >
        <YAxis hide domain={["dataMin", "dataMax"]} />
        <Line
          dataKey="value"
          stroke="#0b4f57"
          strokeWidth={2}
          dot={{ r: 2, fill: "#0b4f57" }}
          isAnimationActive={false}
        />
      </LineChart>
    </span>
  );
};
