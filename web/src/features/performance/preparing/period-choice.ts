import {
  financialYear,
  financialYearOf,
  monthRange,
  type Period,
  periodOf,
} from "@due-regard/domain/metrics/period";

/** Which stretch of time a dashboard is about, as a person chooses it. */
export interface PeriodChoice {
  kind: "YEAR_TO_DATE" | "QUARTER" | "FINANCIAL_YEAR";
  /** In which the financial year begins: "2023". */
  year: string;
  /** The last month of a year to date: "11". */
  month: string;
  quarter: string;
}

const MONTHS = [
  ["04", "April"],
  ["05", "May"],
  ["06", "June"],
  ["07", "July"],
  ["08", "August"],
  ["09", "September"],
  ["10", "October"],
  ["11", "November"],
  ["12", "December"],
  ["01", "January"],
  ["02", "February"],
] as const;

/** Months at which a year to date may end, in the order of the financial year; with March it is the whole year. */
export const MONTH_OPTIONS = MONTHS.map(([value, label]) => ({ value, label }));

const YEARS_BACK = 10;

/** Financial years to choose from, next year's first. */
export const yearOptions = (today: string) => {
  const now = Number(financialYearOf(today).start.slice(0, 4));
  return Array.from({ length: YEARS_BACK + 2 }, (_, index) => now + 1 - index).map((year) => ({
    value: String(year),
    label: financialYear(year).label,
  }));
};

/** The year to the month before today's: what is likely to be prepared now. */
export const likelyChoice = (today: string): PeriodChoice => {
  const lastMonth = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  lastMonth.setUTCDate(0);
  const end = lastMonth.toISOString().slice(0, 10);
  const month = end.slice(5, 7);
  return {
    kind: month === "03" ? "FINANCIAL_YEAR" : "YEAR_TO_DATE",
    year: financialYearOf(end).start.slice(0, 4),
    month: month === "03" ? "11" : month,
    quarter: "1",
  };
};

export const periodChosen = ({ kind, year, month, quarter }: PeriodChoice): Period => {
  const whole = financialYear(Number(year));
  if (kind === "FINANCIAL_YEAR") return whole;
  if (kind === "QUARTER") return periodOf(`${whole.code}-Q${quarter}`);
  const ends = Number(month) < 4 ? Number(year) + 1 : Number(year);
  return monthRange(`${year}-04`, `${ends}-${month}`);
};
