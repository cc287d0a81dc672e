const MONTHS = [
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

/** "2020-01-20" → "20 January 2020". Anything that is not an ISO date comes back as it is. */
export const formatDate = (date: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  const month = MONTHS[Number(parts?.[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : date;
};

const inLondon = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...options });

const clock = inLondon({ hour: "2-digit", minute: "2-digit", hour12: false });
const day = inLondon({ day: "numeric", month: "long", year: "numeric" });

/** "14:02", by the clock of the council. */
export const formatTime = (instant: string | Date): string => clock.format(new Date(instant));

/** "20 January 2020" of an instant, by the calendar of the council. */
export const formatDay = (instant: string | Date): string => day.format(new Date(instant));

/** "20 January 2020 at 14:02" */
export const formatInstant = (instant: string | Date): string =>
  `${formatDay(instant)} at ${formatTime(instant)}`;

const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

/** The last instant of a day by the calendar of the council: "2020-06-30" ends an hour early by the world's clock. */
export const endOfDay = (date: string): string => {
  const inWinter = `${date}T23:59:59.999Z`;
  return isoDay.format(new Date(inWinter)) === date ? inWinter : `${date}T22:59:59.999Z`;
};

/** Today by the calendar of the council: "2026-11-22". */
export const todayInLondon = (): string => isoDay.format(new Date());

export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export const splitDate = (date: string | null): DateParts => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "");
  return parts
    ? { day: String(Number(parts[3])), month: String(Number(parts[2])), year: parts[1] ?? "" }
    : { day: "", month: "", year: "" };
};

export type JoinedDate = { date: string | null; problem: null } | { date: null; problem: string };

/** Three boxes to an ISO date; all empty is no date; anything else that is no day of the calendar is a problem in words. */
export const joinDate = (parts: DateParts): JoinedDate => {
  const [dayNumber, month, year] = [parts.day, parts.month, parts.year].map((part) => part.trim());
  if (!dayNumber && !month && !year) return { date: null, problem: null };
  const missing = Object.entries({ day: dayNumber, month, year })
    .filter(([, part]) => !part)
    .map(([name]) => name);
  if (missing.length > 0) return { date: null, problem: `Date must include a ${missing.join(" and a ")}` };
  if (!/^\d{4}$/.test(year ?? "")) return { date: null, problem: "Year must have 4 numbers" };
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(dayNumber).padStart(2, "0")}`;
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(iso) &&
    !Number.isNaN(Date.parse(iso)) &&
    new Date(iso).toISOString().startsWith(iso);
  return real ? { date: iso, problem: null } : { date: null, problem: "Date must be a real date" };
};
