/** How lines are told apart without colour: by dash and by the shape of their points. Dark enough to print in grey. */
export type PointShape = "circle" | "square" | "diamond" | "triangle";

export interface LineLook {
  stroke: string;
  dash: string;
  shape: PointShape;
}

const ORGANISATIONS: readonly LineLook[] = [
  { stroke: "#0b4f57", dash: "0", shape: "circle" },
  { stroke: "#7a3b00", dash: "7 4", shape: "square" },
  { stroke: "#4c2c92", dash: "2 4", shape: "diamond" },
  { stroke: "#5a5a5a", dash: "9 3 2 3", shape: "triangle" },
];

const FIRST: LineLook = { stroke: "#0b4f57", dash: "0", shape: "circle" };

/** The look of an organisation by its place: the page's own comes first. */
export const lookOf = (place: number): LineLook => ORGANISATIONS[place % ORGANISATIONS.length] ?? FIRST;

export const TARGET_LOOK = { stroke: "#b10e1e", dash: "6 3" } as const;
export const BENCHMARK_LOOK = { stroke: "#144e81", dash: "1 3" } as const;
export const QUARTER_LOOK = { stroke: "#6f777b", dash: "3 5" } as const;
export const BAND_FILL = "#e9c9cc";

const PATHS: Record<PointShape, string> = {
  circle: "M0-5a5 5 0 1 1 0 10A5 5 0 0 1 0-5z",
  square: "M-4.500-4.500h9v9h-9z",
  diamond: "M0-6.500L6.500 0 0 6.500-6.500 0z",
  triangle: "M0-6L6 5H-6z",
};

/** Where a mark stands; nowhere, where the line has no value. */
interface Place {
  /** Where many stand close together. */
  small?: boolean | undefined;
  cx?: number | string | null | undefined;
  cy?: number | string | null | undefined;
}

interface PointMarkProps extends Place {
  shape: PointShape;
  stroke: string;
  /** A forecast: a shape with nothing in it. */
  hollow?: boolean | undefined;
}

/** One point of a line. */
export const PointMark = ({ shape, stroke, cx, cy, hollow, small }: PointMarkProps) =>
  cx == null || cy == null ? null : (
    <path
      d={PATHS[shape]}
      transform={`translate(${cx} ${cy})${small ? " scale(0.55)" : ""}`}
      fill={hollow ? "#ffffff" : stroke}
      stroke={stroke}
      strokeWidth={hollow ? 2.5 : 1}
      strokeDasharray="0"
    />
  );

/** A short level stroke: what a period was to reach. */
export const DashMark = ({ stroke, cx, cy, small }: Place & { stroke: string }) =>
  cx == null || cy == null ? null : (
    <path
      d={small ? `M${Number(cx) - 3} ${cy}h6` : `M${Number(cx) - 9} ${cy}h18`}
      stroke={stroke}
      strokeWidth={3}
      strokeDasharray="0"
    />
  );
