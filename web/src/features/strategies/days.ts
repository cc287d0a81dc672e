import { isCalendarDate } from "@due-regard/domain/metrics/calendar";

/** The day that an address names, as the API takes one. Anything else in the address asks for nothing. */
export const readDay = (text: string | null): string | null =>
  text !== null && /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text) ? text : null;
