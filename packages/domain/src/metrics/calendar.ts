/** Calendar sums on ISO dates ("2019-11-15"), always in UTC, so that no time zone can move a day. */

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const DAY = 86_400_000;

export function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** Whether the text is a day that exists: 2019-02-29 is not. */
export function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** "2019-11-15" → "15 November 2019". Anything that is no day comes back as it is. */
export function dayWords(date: string): string {
  if (!isCalendarDate(date)) return date;
  return `${Number(date.slice(8))} ${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** Whole days from one ISO date to another; negative when it comes before. */
export function daysBetween(start: string, end: string): number {
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000);
}

/** "2019-11" → "2019-11-30". */
export function lastDayOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day in another year; the last day of a month stays the last (29 February ↔ 28 February). */
export function addYears(date: string, years: number): string {
  const month = `${Number(date.slice(0, 4)) + years}-${date.slice(5, 7)}`;
  const last = lastDayOfMonth(month);
  return date === lastDayOfMonth(date.slice(0, 7)) ? last : `${month}-${date.slice(8)}`;
}

/** Whole months from one first-of-month to another. */
export function monthsBetween(start: string, end: string): number {
  const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return count(end) - count(start);
}

/** The month that a name or its first three letters stand for, 1 to 12: "Apr" → 4, "June" → 6; null when none. */
export function monthNumber(name: string): number | null {
  const wanted = name.toLowerCase();
  const index = MONTH_NAMES.findIndex((month) => {
    const full = month.toLowerCase();
    return full === wanted || full.slice(0, 3) === wanted;
  });
  return index < 0 ? null : index + 1;
}
