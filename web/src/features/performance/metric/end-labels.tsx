import { usePlotArea, useYAxisScale } from "recharts";
import { type ChartModel, valueOn } from "./chart-model.ts";
import { BENCHMARK_LOOK, lookOf, QUARTER_LOOK, TARGET_LOOK } from "./line-looks.tsx";
import { shortName } from "./short-name.ts";
import { type EndLabel, spreadLabels } from "./spread-labels.ts";

interface Ending {
  key: string;
  words: string;
  value: number;
  colour: string;
}

/** Where each line ends, and what it is called there. */
export const endingsOf = ({ points, lines }: ChartModel): Ending[] => {
  const last = <Value,>(find: (point: ChartModel["points"][number]) => Value | null | undefined) =>
    points.map(find).findLast((value) => value !== null && value !== undefined);
  const newest = lines.filter(
    (line) => !lines.some((other) => other.organisation === line.organisation && other.era > line.era),
  );
  const ending = (key: string, words: string, value: number | null | undefined, colour: string): Ending[] =>
    value === null || value === undefined ? [] : [{ key, words, value, colour }];
  const quarters = last(({ quarters: found }) => found);
  const benchmark = last(({ benchmark: found }) => found);
  return [
    ...newest.flatMap((line) =>
      ending(
        line.key,
        shortName(line.name),
        last((point) => valueOn(point, line)),
        lookOf(line.place).stroke,
      ),
    ),
    ...ending(
      "target",
      "Target",
      last(({ target }) => target?.line),
      TARGET_LOOK.stroke,
    ),
    ...ending("benchmark", benchmark?.group ?? "", benchmark?.value, BENCHMARK_LOOK.stroke),
    ...ending("top", "Top quartile", quarters?.top, QUARTER_LOOK.stroke),
    ...ending("middle", "Median", quarters?.middle, QUARTER_LOOK.stroke),
    ...ending("bottom", "Bottom quartile", quarters?.bottom, QUARTER_LOOK.stroke),
  ];
};

const LINE_HEIGHT = 16;

/** Names at the right end of the lines, on screens wide enough for them. The key below the chart has them all. */
export const EndLabels = ({ model }: { model: ChartModel }) => {
  const area = usePlotArea();
  const scale = useYAxisScale();
  if (!area || !scale) return null;
  const endings = endingsOf(model);
  const labels = endings.flatMap(({ key, words, value }): EndLabel[] => {
    const y = scale(value);
    return y === undefined ? [] : [{ key, words, y }];
  });
  const spread = spreadLabels(labels, { top: area.y, bottom: area.y + area.height, gap: LINE_HEIGHT });
  return (
    <g className="app-chart__ends">
      {spread.map(({ key, words, y }) => (
        <text
          key={key}
          x={area.x + area.width + 6}
          y={y}
          dominantBaseline="middle"
          style={{ fill: endings.find((each) => each.key === key)?.colour }}
        >
          {words}
        </text>
      ))}
    </g>
  );
};
