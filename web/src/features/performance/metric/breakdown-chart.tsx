import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { Metric } from "../words.ts";
import type { GroupBar } from "./breakdown-model.ts";
import { scaleWords } from "./scale-words.ts";

interface ChartProps {
  bars: readonly GroupBar[];
  name: string;
}

const ROW = 44;
const AXIS = 40;

interface Missing {
  category: string;
  words: string;
}

/** Where no bar can be drawn, the reason stands in its place. */
const MissingWords = ({ missing }: { missing: readonly Missing[] }) => {
  const area = usePlotArea();
  const scale = useYAxisScale();
  if (!area || !scale) return null;
  return (
    <g>
      {missing.map(({ category, words }) => (
        <text
          key={category}
          x={area.x + 6}
          y={scale(category, { position: "middle" })}
          dominantBaseline="middle"
          className="app-chart__missing"
        >
          {words}
        </text>
      ))}
    </g>
  );
};

const frame = (bars: readonly GroupBar[], name: string) =>
  ({
    responsive: true,
    layout: "vertical",
    data: [...bars],
    className: "app-chart__drawing",
    style: { height: bars.length * ROW + AXIS },
    margin: { top: 8, right: 28, bottom: 4, left: 4 },
    accessibilityLayer: false,
    role: "img",
    "aria-label": name,
  }) as const;

/** Short, so that it fits on a narrow screen; the table says it in full. */
const missingFigure = ({ suppressed, words }: GroupBar): string => (suppressed ? "Suppressed" : words);
const missingRatio = ({ suppressed, ratioWords }: GroupBar): string => {
  if (suppressed) return "Suppressed";
  return ratioWords.includes("too small") ? "Numbers are too small" : "Not compared";
};

/** A bar for each group's figure. */
export const FigureBars = ({ bars, name, unit }: ChartProps & { unit: Metric["unit"] }) => (
  <BarChart {...frame(bars, name)}>
    <CartesianGrid horizontal={false} stroke="#d5d8d9" />
    <XAxis type="number" domain={[0, "auto"]} tickFormatter={(value: number) => scaleWords(value, unit)} />
    <YAxis type="category" dataKey="category" width="auto" />
    <Bar dataKey="value" fill="#0b4f57" barSize={18} isAnimationActive={false} />
    <MissingWords
      missing={bars
        .filter(({ value }) => value === null)
        .map((bar) => ({ category: bar.category, words: missingFigure(bar) }))}
    />
  </BarChart>
);

/** How each group fares against everybody else: 1 is alike; the whisker is the 95% interval. */
export const RatioBars = ({ bars, name }: ChartProps) => {
  const missing = bars
    .filter(({ ratio }) => ratio === null)
    .map((bar) => ({ category: bar.category, words: missingRatio(bar) }));
  return (
    <BarChart {...frame(bars, name)}>
      <CartesianGrid horizontal={false} stroke="#d5d8d9" />
      <XAxis type="number" domain={[0, (highest: number) => Math.max(2, Math.ceil(highest * 1.2))]} />
      <YAxis type="category" dataKey="category" width="auto" />
      <ReferenceLine x={1} stroke="#0b0c0c" strokeDasharray="4 3" />
      <Bar dataKey="ratio" fill="#7fa9ae" barSize={18} isAnimationActive={false}>
        <ErrorBar
          dataKey="interval"
          stroke="#0b0c0c"
          strokeWidth={2}
          width={8}
          direction="x"
          isAnimationActive={false}
        />
      </Bar>
      <MissingWords missing={missing} />
    </BarChart>
  );
};
