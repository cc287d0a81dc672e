import { formatDate } from "../../../ui/format/dates.ts";
import type { SummaryRow } from "../../../ui/summary-list.tsx";
import type { ImprovementAction } from "../types.ts";

export type ActionRow = Pick<ImprovementAction, "objective" | "action" | "target" | "officer" | "due">;

/** One action of the improvement plan, row by row. */
export const actionRows = ({ objective, action, target, officer, due }: ActionRow): SummaryRow[] => [
  { key: "objective", label: "Objective", value: objective },
  { key: "action", label: "Action", value: action },
  { key: "target", label: "Target", value: target },
  { key: "officer", label: "Officer responsible", value: officer },
  { key: "due", label: "By when", value: due ? formatDate(due) : "No date yet" },
];
