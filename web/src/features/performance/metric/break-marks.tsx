import { usePlotArea, useXAxisScale } from "recharts";
import type { ChartModel } from "./chart-model.ts";

/** An upright line between the last period counted in the old way and the first counted in the new. */
export const BreakMarks = ({ points, breaks }: Pick<ChartModel, "points" | "breaks">) => {
  const area = usePlotArea();
  const scale = useXAxisScale();
  if (!area || !scale) return null;
  return breaks.map(({ code }) => {
    const index = points.findIndex((point) => point.code === code);
    const [before, after] = [points[index - 1], points[index]].map((point) =>
      point ? scale(point.code, { position: "middle" }) : undefined,
    );
    if (before === undefined || after === undefined) return null;
    const x = (before + after) / 2;
    return (
      <g key={code}>
        <path
          d={`M${x} ${area.y}v${area.height}`}
          stroke="#0b0c0c"
          strokeWidth={1.5}
          strokeDasharray="2 2"
          fill="none"
        />
        <text x={x} y={area.y - 8} textAnchor="middle">
          New definition
        </text>
      </g>
    );
  });
};
