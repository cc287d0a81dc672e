import {
  Area,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { ChartSeries } from "./series.ts";

/** Lines differ by dash and by the shape of their points, so that they can be told apart without colour. */
const LINE_LOOKS = [
  { stroke: "#0b4f57", dash: "0", legend: "circle" },
  { stroke: "#7a3b00", dash: "6 3", legend: "square" },
  { stroke: "#4c2c92", dash: "2 3", legend: "diamond" },
  { stroke: "#5a5a5a", dash: "8 3 2 3", legend: "triangle" },
] as const;

const lookOf = (index: number) => LINE_LOOKS[index % LINE_LOOKS.length] ?? LINE_LOOKS[0];

interface SeriesChartProps {
  series: ChartSeries;
  /** Said for the picture as a whole; the figures themselves are in the table beside it. */
  description: string;
}

const hasBand = ({ points }: ChartSeries) => points.some((point) => point.band !== null);

/** A picture of the series. Never alone: the page sets its table beside it. */
export const SeriesChart = ({ series, description }: SeriesChartProps) => (
  <figure className="app-chart">
    <ComposedChart
      responsive
      className="app-chart__drawing"
      data={series.points}
      margin={{ top: 24, right: 24, bottom: 8, left: 8 }}
      desc={description}
    >
      <CartesianGrid vertical={false} stroke="#cecece" />
      <XAxis dataKey="year" padding={{ left: 24, right: 24 }} />
      <YAxis domain={["auto", "auto"]} width="auto" />
      <Tooltip isAnimationActive={false} />
      <Legend formatter={(name: string) => <span className="app-chart__name">{name}</span>} />
      {hasBand(series) ? (
        <Area
          dataKey="band"
          name="Target band"
          fill="#a8c5c8"
          stroke="none"
          fillOpacity={0.5}
          isAnimationActive={false}
          connectNulls
          legendType="rect"
        />
      ) : null}
      {series.targetLines.map((line) => (
        <Line
          key={line}
          name={line}
          dataKey={(point: ChartSeries["points"][number]) => point.targets[line]}
          stroke="#b10e1e"
          strokeDasharray="4 4"
          strokeWidth={2}
          dot={{ r: 4, strokeDasharray: "0", fill: "#b10e1e" }}
          connectNulls
          isAnimationActive={false}
          legendType="plainline"
        />
      ))}
      {series.lines.map((line, index) => (
        <Line
          key={line}
          name={line}
          dataKey={(point: ChartSeries["points"][number]) => point.values[line]}
          stroke={lookOf(index).stroke}
          strokeDasharray={lookOf(index).dash}
          strokeWidth={3}
          dot={{ r: 4, strokeDasharray: "0" }}
          connectNulls
          legendType={lookOf(index).legend}
          isAnimationActive={false}
        />
      ))}
      {series.breaks.map((each) => (
        <ReferenceLine
          key={`${each.year} ${each.note}`}
          x={each.year}
          stroke="#0b0c0c"
          strokeDasharray="2 2"
          label={{ value: "New definition", position: "top" }}
        />
      ))}
    </ComposedChart>
    <figcaption className="govuk-hint">
      Points are figures; the lines between them only lead the eye.
    </figcaption>
  </figure>
);
