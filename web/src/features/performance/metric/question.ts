/** What an address asks of the page: whose figures, beside whose, which of them, and as at which day. */
export interface MetricQuestion {
  /** ONS code. Null: the reader's own council, where it has figures. */
  organisation: string | null;
  /** ONS codes of those set beside it. */
  beside: string[];
  /** Key of a series of like periods. */
  series: string | null;
  /** The day as at which figures are shown: "2020-01-20". Null: now. */
  asAt: string | null;
  /** Among whom it is ranked. */
  group: string;
  /** Code of the period for which everybody's place is shown. */
  period: string | null;
  /** Code of the period whose breakdowns are shown. */
  breakdown: string | null;
}

/** Beyond these a chart of lines can't be read. */
export const MOST_BESIDE = 3;
export const WHOLE_COUNTRY = "England";

const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** A day that is none is taken for now, as the page then says. */
export const readQuestion = (search: URLSearchParams): MetricQuestion => {
  const organisation = search.get("organisation") || null;
  const asAt = search.get("asAt") ?? "";
  const beside = [...new Set(search.getAll("beside"))].filter((code) => code && code !== organisation);
  return {
    organisation,
    beside: beside.slice(0, MOST_BESIDE),
    series: search.get("series") || null,
    asAt: isDay(asAt) ? asAt : null,
    group: search.get("group") || WHOLE_COUNTRY,
    period: search.get("period") || null,
    breakdown: search.get("breakdown") || null,
  };
};

/** The address's own part for a question; what is usual is left out. */
export const writeQuestion = (question: Partial<MetricQuestion>): string => {
  const { beside = [], group, ...rest } = question;
  const search = new URLSearchParams();
  for (const name of ["organisation", "series", "asAt", "period", "breakdown"] as const)
    if (rest[name]) search.set(name, rest[name]);
  for (const code of beside) search.append("beside", code);
  if (group && group !== WHOLE_COUNTRY) search.set("group", group);
  return `?${search}`;
};
