import type { ImpactColumn } from "@due-regard/domain/ehria/cumulative/cumulate";
import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from "recharts";
import { DRAWN, fillOf, LookDefinitions, LookKey, lookOf } from "./column-looks.tsx";
import type { ImpactRow } from "./types.ts";

const ROW = 36;
const AXIS = 40;

type Bars = { label: string } & Partial<Record<ImpactColumn, number>>;

/** Zeros are left out: they would be drawn as numbers on nothing. */
const barsOf = (rows: readonly ImpactRow[]): Bars[] =>
  rows.map(({ label, cells }) => ({
    label,
    ...Object.fromEntries(cells.filter(({ count }) => count > 0).map(({ column, count }) => [column, count])),
  }));

/** The rows of the table as bars. It says nothing that the table beside it doesn't. */
export const ImpactChart = ({ rows, total }: { rows: readonly ImpactRow[]; total: number }) => {
  const drawn = DRAWN.filter((column) =>
    rows.some(({ cells }) => cells.some((cell) => cell.column === column && cell.count > 0)),
  );
  return (
    <figure className="app-chart">
      <BarChart
        responsive
        layout="vertical"
        data={barsOf(rows)}
        className="app-chart__drawing"
        style={{ height: rows.length * ROW + AXIS }}
        margin={{ top: 8, right: 16, bottom: 4, left: 4 }}
        accessibilityLayer={false}
        role="img"
        aria-label={`Bars of how many of ${total} assessments say what of each group. The table that follows holds the same numbers.`}
      >
        <LookDefinitions />
        <CartesianGrid horizontal={false} stroke="#d5d8d9" />
        <XAxis type="number" domain={[0, total]} allowDecimals={false} />
        <YAxis type="category" dataKey="label" width={150} interval={0} />
        {drawn.map((column) => (
          <Bar
            key={column}
            dataKey={column}
            stackId="says"
            fill={fillOf(column)}
            stroke="#0b0c0c"
            barSize={22}
            isAnimationActive={false}
          >
            <LabelList
              dataKey={column}
              position="center"
              style={{
                fill: lookOf(column).ink,
                // A number on a pattern needs a ground of its own.
                stroke: lookOf(column).fill,
                strokeWidth: 5,
                paintOrder: "stroke",
                fontWeight: 700,
              }}
            />
          </Bar>
        ))}
      </BarChart>
      <figcaption>
        <LookKey columns={drawn} />
      </figcaption>
    </figure>
  );
};
