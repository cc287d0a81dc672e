import { addDays } from "../../metrics/calendar.ts";

/**
 * Days in which the group is asked to decide about what was submitted to it. Neither the papers nor the law set them: this is the
 * software's own default, long enough for a meeting a month.
 */
export const REVIEW_DAYS = 28;

/** The day by which the group is asked to decide. `submittedOn`: ISO date. */
export const decideBy = (submittedOn: string): string => addDays(submittedOn, REVIEW_DAYS);

export interface Waiting {
  /** Whole days since it was submitted. */
  days: number;
  /** ISO date. */
  decideBy: string;
  isOverdue: boolean;
}

const DAY = 86_400_000;

/** How long something has waited for the group on a day. Both are ISO dates by the calendar of the council. */
export const waitingOn = (submittedOn: string, today: string): Waiting => {
  const due = decideBy(submittedOn);
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(submittedOn)) / DAY));
  return { days, decideBy: due, isOverdue: today > due };
};
