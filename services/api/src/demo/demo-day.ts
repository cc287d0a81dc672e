import type { DemoDay } from "./demo-assessment.ts";

/** The day that is meant, as an ISO date. */
export const dayOf = (day: DemoDay, now: Date): string => {
  if (typeof day === "string") return day;
  const moved = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + day.monthsFromNow, 1));
  return moved.toISOString().slice(0, 10);
};
