import { parsePeriod } from "@due-regard/domain/metrics/period";
import { readDay } from "../days.ts";

/** Which dashboard a plan's ratings come from, and the day as of which its actions are late; null: the API's default. */
export interface PlanAddress {
  organisation: string | null;
  period: string | null;
  on: string | null;
}

/** What an address asks of a plan. What can't be read asks for nothing. */
export const readPlanAddress = (search: URLSearchParams): PlanAddress => {
  const period = search.get("period");
  const isPeriod = period !== null && parsePeriod(period).ok;
  return {
    organisation: isPeriod ? search.get("organisation") || null : null,
    period: isPeriod ? period : null,
    on: readDay(search.get("on")),
  };
};

/** The address's words for it; nothing is said of defaults. */
export const writePlanAddress = (address: PlanAddress): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== null && value !== ""));
