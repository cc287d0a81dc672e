import { ReferenceArea, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { Metric } from "../words.ts";
import { lookOf, PointMark } from "./line-looks.tsx";
import type { StripModel, StripPoint } from "./rank-model.ts";
import { scaleWords } from "./scale-words.ts";
import { shortName } from "./short-name.ts";

interface RankStripProps {
  model: StripModel;
  unit: Metric["unit"];
  name: string;
}

interface Drawn {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: StripPoint;
}

/** One of the others: a stroke on the line, so that many close together still show as many. */
const Tick = ({ cx = 0, cy = 0 }: Drawn) => (
  <path d={`M${cx} ${cy - 9}v18`} stroke="#484949" strokeWidth={1.5} strokeOpacity={0.75} />
);

/** Heights of the names, above the line and below it in turn, so that they keep apart. */
const LEVELS = [-30, 40, -48, 56];

/** One of those that the page is about, with its name. */
const Marked = ({ cx = 0, cy = 0, payload }: Drawn) => {
  const place = payload?.contender ?? 0;
  const { shape, stroke } = lookOf(place);
  const level = LEVELS[place % LEVELS.length] ?? 0;
  return (
    <g>
      <path
        d={`M${cx} ${cy + (level < 0 ? level + 4 : level - 12)}V${cy}`}
        stroke={stroke}
        strokeWidth={1.5}
      />
      <PointMark shape={shape} stroke={stroke} cx={cx} cy={cy} />
      <text x={cx} y={cy + level} textAnchor="middle" style={{ fill: stroke, fontWeight: 700 }}>
        {shortName(payload?.name ?? "")}
      </text>
    </g>
  );
};

const FILLS = ["#f3f2f1", "#e3eced", "#cfdfe1", "#b5ced1"];

const atHeight = (points: readonly StripPoint[]) => points.map((point) => ({ ...point, y: 0 }));

/** Where all authorities stand on one line, the better end at the right. The table of standings has the same figures. */
export const RankStrip = ({ model, unit, name }: RankStripProps) => {
  const { points, bands, ends, ticks, median } = model;
  return (
    <ScatterChart
      responsive
      className="app-chart__drawing app-strip"
      margin={{ top: 26, right: 24, bottom: 4, left: 24 }}
      accessibilityLayer={false}
      role="img"
      aria-label={name}
    >
      <XAxis
        type="number"
        dataKey="value"
        domain={ends}
        allowDataOverflow
        tickFormatter={(value: number) => scaleWords(value, unit)}
        ticks={ticks}
      />
      <YAxis type="number" dataKey="y" domain={[-1, 1]} hide />
      {bands.map(({ label, from, to }, index) => (
        <ReferenceArea
          key={label}
          x1={from}
          x2={to}
          y1={-1}
          y2={1}
          fill={FILLS[index] ?? "#f3f2f1"}
          fillOpacity={1}
          stroke="#ffffff"
          label={{ value: label, position: "insideBottom", fontSize: 13 }}
        />
      ))}
      <ReferenceLine y={0} stroke="#6f777b" />
      <ReferenceLine
        x={median}
        stroke="#0b0c0c"
        strokeDasharray="3 3"
        label={{ value: "Median", position: "top", fontSize: 13 }}
      />
      <Scatter
        data={atHeight(points.filter(({ contender }) => contender === null))}
        shape={Tick}
        isAnimationActive={false}
      />
      <Scatter
        data={atHeight(points.filter(({ contender }) => contender !== null))}
        shape={Marked}
        isAnimationActive={false}
      />
    </ScatterChart>
  );
};
