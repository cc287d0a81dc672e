import { useEffect } from "react";
import { useActiveTooltipLabel, useIsTooltipActive } from "recharts";
import type { Metric } from "../words.ts";
import type { ChartPoint, Contender } from "./chart-model.ts";
import { readPoint, speakPoint } from "./spoken.ts";

interface ReadingProps {
  contenders: readonly Contender[];
  unit: Metric["unit"];
}

/** What stands in one place of the chart, for those who point at it or go there by key. */
export const ReadingBox = ({ point, contenders, unit }: ReadingProps & { point: ChartPoint | undefined }) =>
  point ? (
    <div className="app-reading">
      <strong>{point.label}</strong>
      <dl className="app-reading__lines">
        {readPoint(point, contenders, unit).map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  ) : null;

interface ChartReadingProps extends ReadingProps {
  points: readonly ChartPoint[];
  onReading: (words: string) => void;
}

/** Hands on in words the place that the reader has come to by key. Somebody who points with a mouse sees the box. */
export const ChartReading = ({ points, contenders, unit, onReading }: ChartReadingProps) => {
  const active = useIsTooltipActive();
  const code = useActiveTooltipLabel();
  useEffect(() => {
    const point = active ? points.find((each) => each.code === code) : undefined;
    const byKey = document.activeElement?.closest(".app-chart") != null;
    onReading(point && byKey ? speakPoint(point, readPoint(point, contenders, unit)) : "");
  }, [active, code]);
  return null;
};
