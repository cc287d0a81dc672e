import { type KeyboardEvent, useId, useState } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  type DotItemDotProps,
  Line,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Metric } from "../words.ts";
import { BreakMarks } from "./break-marks.tsx";
import { ChartKey } from "./chart-key.tsx";
import { type ChartLine, type ChartModel, type ChartPoint, type Contender, valueOn } from "./chart-model.ts";
import { ChartReading, ReadingBox } from "./chart-reading.tsx";
import { EndLabels } from "./end-labels.tsx";
import {
  BAND_FILL,
  BENCHMARK_LOOK,
  DashMark,
  lookOf,
  PointMark,
  QUARTER_LOOK,
  TARGET_LOOK,
} from "./line-looks.tsx";
import { scaleWords } from "./scale-words.ts";

interface SeriesChartProps {
  model: ChartModel;
  contenders: readonly Contender[];
  unit: Metric["unit"];
  /** Room at the right for the lines' names. */
  named: boolean;
  /** What the picture is of: its name for those who can't see it. The figures themselves are in the table beside it. */
  name: string;
}

const yardstick = (stroke: string, dash: string) =>
  ({
    stroke,
    strokeDasharray: dash,
    strokeWidth: 2,
    type: "linear",
    // Between periods without a yardstick none held: no line pretends one.
    connectNulls: false,
    isAnimationActive: false,
    activeDot: false,
  }) as const;

const figureLine = (line: ChartLine, dense: boolean) => {
  const { stroke, dash, shape } = lookOf(line.place);
  return (
    <Line
      key={line.key}
      dataKey={(point: ChartPoint) => valueOn(point, line)}
      stroke={stroke}
      strokeDasharray={dash}
      strokeWidth={line.place === 0 ? 3 : 2}
      connectNulls={false}
      isAnimationActive={false}
      dot={({ cx, cy }: DotItemDotProps) => (
        <PointMark shape={shape} stroke={stroke} cx={cx} cy={cy} small={dense} />
      )}
      activeDot={{ r: 8, fill: "none", stroke: "#0b0c0c", strokeWidth: 2 }}
    />
  );
};

/** Expected, not reported: hollow points that no line joins. */
const forecastPoints = ({ code }: Contender, place: number) => {
  const { stroke, shape } = lookOf(place);
  return (
    <Line
      key={`forecast ${code}`}
      dataKey={(point: ChartPoint) => point.forecast[code]?.value ?? undefined}
      stroke="none"
      isAnimationActive={false}
      activeDot={false}
      dot={({ cx, cy }: DotItemDotProps) => (
        <PointMark shape={shape} stroke={stroke} cx={cx} cy={cy} hollow />
      )}
    />
  );
};

/** More places than this leave no room for large marks: years of months. */
const DENSE = 40;

const QUARTILES = ["top", "middle", "bottom"] as const;

/**
 * Whoever clicks the chart and then presses keys has the pointer still on it, and the library would go on showing the place
 * under the pointer: keys let go of it.
 */
const leavePointer = ({ currentTarget }: KeyboardEvent<HTMLElement>) =>
  currentTarget
    .querySelector(".recharts-wrapper")
    ?.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, relatedTarget: document.body }));

/**
 * A picture of the series: never alone, the page sets its table beside it. Arrow keys go from period to period, and what
 * stands there is said and shown.
 */
export const SeriesChart = ({ model, contenders, unit, named, name }: SeriesChartProps) => {
  const help = useId();
  const [spoken, setSpoken] = useState("");
  const { points, lines, breaks, axis } = model;
  const dense = points.length > DENSE;
  const has = (test: (point: ChartPoint) => boolean) => points.some(test);
  return (
    <figure className="app-chart" onKeyDown={leavePointer}>
      <ComposedChart
        responsive
        className="app-chart__drawing"
        data={points}
        margin={{ top: 28, right: named ? 132 : 8, bottom: 4, left: 4 }}
        aria-label={name}
        aria-describedby={help}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="#d5d8d9" />
        <XAxis
          dataKey="code"
          tickFormatter={(code: string) => points.find((point) => point.code === code)?.axis ?? code}
          padding={{ left: 24, right: 24 }}
          minTickGap={12}
        />
        <YAxis
          domain={axis.ends}
          ticks={axis.ticks}
          width="auto"
          tickFormatter={(value: number) => scaleWords(value, unit)}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ label, active }) => (
            <ReadingBox
              point={active ? points.find(({ code }) => code === label) : undefined}
              contenders={contenders}
              unit={unit}
            />
          )}
        />
        {has(({ target }) => target?.band != null) ? (
          <Bar
            dataKey={(point: ChartPoint) => point.target?.band ?? undefined}
            fill={BAND_FILL}
            stroke={TARGET_LOOK.stroke}
            strokeDasharray="2 3"
            maxBarSize={90}
            isAnimationActive={false}
            activeBar={false}
          />
        ) : null}
        {QUARTILES.map((quartile) =>
          has(({ quarters }) => quarters !== null) ? (
            <Line
              key={quartile}
              dataKey={(point: ChartPoint) => point.quarters?.[quartile]}
              {...yardstick(QUARTER_LOOK.stroke, QUARTER_LOOK.dash)}
              strokeWidth={quartile === "middle" ? 2 : 1.25}
              dot={dense ? false : { r: 1.5, strokeDasharray: "0" }}
            />
          ) : null,
        )}
        {has(({ benchmark }) => benchmark !== null) ? (
          <Line
            dataKey={(point: ChartPoint) => point.benchmark?.value}
            {...yardstick(BENCHMARK_LOOK.stroke, BENCHMARK_LOOK.dash)}
            dot={dense ? false : { r: 3, strokeDasharray: "0", fill: "#ffffff" }}
          />
        ) : null}
        {has(({ target }) => target?.line != null) ? (
          <Line
            dataKey={(point: ChartPoint) => point.target?.line ?? undefined}
            {...yardstick(TARGET_LOOK.stroke, TARGET_LOOK.dash)}
            dot={({ cx, cy }: DotItemDotProps) => (
              <DashMark stroke={TARGET_LOOK.stroke} cx={cx} cy={cy} small={dense} />
            )}
          />
        ) : null}
        {lines.map((line) => figureLine(line, dense))}
        {contenders.map(forecastPoints)}
        <BreakMarks points={points} breaks={breaks} />
        {named ? <EndLabels model={model} /> : null}
        <ChartReading points={points} contenders={contenders} unit={unit} onReading={setSpoken} />
      </ComposedChart>
      <figcaption>
        <ChartKey model={model} contenders={contenders} />
        <p className="govuk-hint app-chart__help" id={help}>
          Points are figures; the lines between them only lead the eye. With the chart chosen by the Tab key,
          the left and right arrow keys read it period by period.
        </p>
      </figcaption>
      <p className="govuk-visually-hidden" role="status">
        {spoken}
      </p>
    </figure>
  );
};
