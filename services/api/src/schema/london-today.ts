/** Today in London, where the councils are: "2026-11-22". */
export const londonToday = (now: Date = new Date()): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(now);
