import { SummaryList } from "../../../ui/summary-list.tsx";
import type { Counts } from "./types.ts";
import { counted } from "./words.ts";

const figures = (count: number): string => counted(count, "figure");
const rows = (count: number): string => counted(count, "row");

/** The counts of a check, as they add up. What does not occur is left out, but for what would be recorded. */
export const CountsList = ({ counts, recorded }: { counts: Counts; recorded: boolean }) => {
  const lines: [key: string, label: string, value: string, always: boolean][] = [
    ["rows", "Rows in the file", rows(counts.rows), true],
    ["new", recorded ? "New" : "New here", figures(counts.new), true],
    ["revised", recorded ? "Revised" : "Would revise what is recorded", figures(counts.revised), true],
    ["same", "Say what is recorded already", figures(counts.same), counts.same > 0],
    ["leftOut", "Left out, as you chose", rows(counts.leftOut), counts.leftOut > 0],
    ["faulty", "Cannot be recorded", rows(counts.faulty), counts.faulty > 0],
    ["warned", "To look at", rows(counts.warned), counts.warned > 0],
  ];
  return (
    <SummaryList
      rows={lines.filter(([, , , always]) => always).map(([key, label, value]) => ({ key, label, value }))}
    />
  );
};
