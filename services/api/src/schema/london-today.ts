/** Made once: making it takes a hundred times as long as using it. */
const IN_LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

/** A day in London, where the councils are: "2026-11-22". */
export const londonDay = (instant: Date): string => IN_LONDON.format(instant);

/** Today in London: "2026-11-22". */
export const londonToday = (now: Date = new Date()): string => londonDay(now);
