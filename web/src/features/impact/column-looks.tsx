import {
  COLUMN_WORDS,
  IMPACT_COLUMNS,
  type ImpactColumn,
} from "@due-regard/domain/ehria/cumulative/cumulate";

/** How each column is drawn: told apart by pattern as well as by colour, and named in the key. */
interface Look {
  fill: string;
  /** Drawn over the fill, in a tile of 8 by 8. */
  pattern: string | null;
  /** The number on it. */
  ink: string;
}

const LOOKS: Readonly<Record<ImpactColumn, Look>> = {
  NEGATIVE: { fill: "#942514", pattern: null, ink: "#ffffff" },
  MIXED: { fill: "#f4cdc6", pattern: "M0 8L8 0M-2 2L2 -2M6 10L10 6", ink: "#0b0c0c" },
  UNKNOWN: { fill: "#fff7bf", pattern: "M2 2h2v2h-2zM6 6h2v2h-2z", ink: "#0b0c0c" },
  NO_DIRECTION: { fill: "#fff7bf", pattern: "M0 4h8", ink: "#0b0c0c" },
  NEUTRAL: { fill: "#d2e2f1", pattern: "M4 0v8", ink: "#0b0c0c" },
  POSITIVE: { fill: "#0b4f57", pattern: "M0 0L8 8M-2 6L2 10M6 -2L10 2", ink: "#ffffff" },
  NOT_AFFECTED: { fill: "#e8eaea", pattern: null, ink: "#0b0c0c" },
  NOT_ANSWERED: { fill: "#ffffff", pattern: null, ink: "#0b0c0c" },
};

/** Harm first, so that its bars begin at one line and can be compared. */
export const DRAWN: readonly ImpactColumn[] = [
  "NEGATIVE",
  "MIXED",
  "UNKNOWN",
  "NO_DIRECTION",
  "NEUTRAL",
  "POSITIVE",
  "NOT_AFFECTED",
  "NOT_ANSWERED",
];

const LINE: Partial<Record<ImpactColumn, string>> = { POSITIVE: "#5d9aa1", NEUTRAL: "#5694ca" };

export const lookOf = (column: ImpactColumn): Look => LOOKS[column];
export const fillOf = (column: ImpactColumn): string => `url(#impact-${column})`;

/** The patterns, once a page. */
export const LookDefinitions = () => (
  <defs>
    {IMPACT_COLUMNS.map((column) => {
      const { fill, pattern } = LOOKS[column];
      return (
        <pattern key={column} id={`impact-${column}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={fill} />
          {pattern === null ? null : (
            <path d={pattern} stroke={LINE[column] ?? "#0b0c0c"} strokeWidth="1" fill="none" />
          )}
        </pattern>
      );
    })}
  </defs>
);

/** What each pattern means. */
export const LookKey = ({ columns }: { columns: readonly ImpactColumn[] }) => (
  <ul className="app-legend">
    {columns.map((column) => (
      <li key={column} className="app-legend__entry">
        <svg width="24" height="16" aria-hidden="true" focusable="false">
          <rect x="0.5" y="0.5" width="23" height="15" fill={fillOf(column)} stroke="#0b0c0c" />
        </svg>
        {COLUMN_WORDS[column]}
      </li>
    ))}
  </ul>
);
