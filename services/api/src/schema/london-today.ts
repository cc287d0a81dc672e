/** A day in London, where the councils are: "2026-11-22". */
export const londonDay = (instant: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(instant);

/** Today in London: "2026-11-22". */
export const londonToday = (now: Date = new Date()): string => londonDay(now);
