import { ratiosOf, type Spread, spreadOf } from "./ratios.ts";
import type { MeasuredScenario } from "./run-scenarios.ts";
import { CONTENDERS, type Contender } from "./scenarios/scenario.ts";

/** A table as cells, the heading first. */
export interface Table {
  title: string;
  rows: string[][];
}

const NAMES: Record<Contender, string> = {
  ours: "Due Regard",
  bare: "bare SQL",
  postgraphile: "PostGraphile 5",
};

const ratio = (value: number): string => value.toFixed(2);
const showSpread = ({ min, median, max }: Spread): string => `${ratio(median)} (${ratio(min)}–${ratio(max)})`;

const showMs = (value: number | null): string => (value === null ? "–" : value.toFixed(value < 10 ? 1 : 0));

/** Throughput as a ratio, round by round: median, with least and most. */
export const ratioTable = (measured: readonly MeasuredScenario[]): Table => ({
  title: "Requests a second as a ratio (median of the rounds, least and most in brackets); 1.00 is as fast",
  rows: [
    ["question", "to bare SQL", "to PostGraphile 5", "PostGraphile 5 to bare SQL"],
    ...measured.map(({ title, turns }) => {
      const rates = (name: Contender) => turns[name].map(({ requestsPerSecond }) => requestsPerSecond);
      return [
        title,
        showSpread(ratiosOf(rates("ours"), rates("bare"))),
        showSpread(ratiosOf(rates("ours"), rates("postgraphile"))),
        showSpread(ratiosOf(rates("postgraphile"), rates("bare"))),
      ];
    }),
  ],
});

/** What the ratios are made of. */
export const detailTable = (measured: readonly MeasuredScenario[]): Table => ({
  title: "What they are made of (medians; 10 connections)",
  rows: [
    ["question", "server", "requests/s", "p50 ms", "p99 ms", "server’s CPU ms a request"],
    ...measured.flatMap(({ title, turns }) =>
      CONTENDERS.map((name) => {
        const median = (read: (turn: (typeof turns)[Contender][number]) => number | null): number | null => {
          const values = turns[name].map(read).filter((value) => value !== null);
          return values.length === 0 ? null : spreadOf(values).median;
        };
        return [
          title,
          NAMES[name],
          showMs(median((turn) => turn.requestsPerSecond)),
          showMs(median((turn) => turn.p50)),
          showMs(median((turn) => turn.p99)),
          showMs(median((turn) => turn.processorMs)),
        ];
      }),
    ),
  ],
});

export const asText = ({ title, rows }: Table): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
  return [title, "", ...lines].join("\n");
};

export const asMarkdown = ({ title, rows }: Table): string => {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = line(head.map((_, column) => (column === 0 ? "---" : "---:")));
  return [`${title}:`, "", line(head), rule, ...body.map(line)].join("\n");
};
