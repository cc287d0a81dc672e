import {
  addDays,
  daysBetween,
  isCalendarDate,
  lastDayOfMonth,
  MONTH_NAMES,
  monthNumber,
  pad,
} from "../metrics/calendar.ts";
import { fullYear, readYearSpan } from "../metrics/printed/period-hint.ts";
import type { NoticeKind } from "./kinds.ts";
import type { Audience } from "./recipients.ts";

/** How long before a date people are reminded of it. */
export const DUE_SOON_DAYS = 7;

/** When something is due: a day, or a stretch of time within which it is expected. ISO dates, both included. */
export interface DueWindow {
  from: string;
  to: string;
}

export type DueStage = "DUE_SOON" | "OVERDUE";

/**
 * How a date stands on a day in London: soon from a week before it (or as many days as are given) until it has passed, then
 * overdue. Null: it is further off.
 */
export const dueStage = (
  { from, to }: DueWindow,
  today: string,
  soonDays: number = DUE_SOON_DAYS,
): DueStage | null => {
  if (today > to) return "OVERDUE";
  return today >= addDays(from, -soonDays) ? "DUE_SOON" : null;
};

export const dueOn = (date: string): DueWindow => ({ from: date, to: date });

/** The seasons as statisticians count them; winter ends in the year after the one that names it. */
const SEASONS: Readonly<Record<string, readonly [from: string, to: string, endsNextYear: boolean]>> = {
  spring: ["03-01", "05-31", false],
  summer: ["06-01", "08-31", false],
  autumn: ["09-01", "11-30", false],
  winter: ["12-01", "02", true],
};

const wholeMonth = (year: number, month: number): DueWindow => {
  const code = `${year}-${pad(month)}`;
  return { from: `${code}-01`, to: lastDayOfMonth(code) };
};

type Reader = (groups: string[]) => DueWindow | null;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4}-\d{2}-\d{2})$/, ([date = ""]) => (isCalendarDate(date) ? dueOn(date) : null)],
  [/^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i, ([day = "", name = "", year = ""]) => readDay(day, name, year)],
  [
    /^([a-z]{3,9})[ '’-]{1,2}(\d{4}|\d{2})$/i,
    ([name = "", year = ""]) => {
      const month = monthNumber(name);
      return month === null ? readSeason(name, fullYear(year)) : wholeMonth(fullYear(year), month);
    },
  ],
  [/^(\d{4}-\d{2})$/, ([code = ""]) => readMonthOrYear(code)],
  [/^(\d{4}|\d{2})[/–](\d{4}|\d{2})$/, ([start = "", end = ""]) => readYears(`${start}/${end}`)],
];

/**
 * Reads what a figure's `expectedOn` says: "2026-05-31", "31 May 2026", "May 2026", "Autumn 2026", "2026/27". Null: it names
 * no time, and then nobody is reminded.
 */
export const readExpected = (text: string): DueWindow | null => {
  const trimmed = text.trim();
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(trimmed);
    const window = match ? read(match.slice(1)) : null;
    if (window) return window;
  }
  return null;
};

const readDay = (day: string, name: string, year: string): DueWindow | null => {
  const month = monthNumber(name);
  const date = `${year}-${pad(month ?? 0)}-${day.padStart(2, "0")}`;
  return month !== null && isCalendarDate(date) ? dueOn(date) : null;
};

const readSeason = (name: string, year: number): DueWindow | null => {
  const season = SEASONS[name.toLowerCase()];
  if (!season) return null;
  const [from, to, endsNextYear] = season;
  return {
    from: `${year}-${from}`,
    to: endsNextYear ? lastDayOfMonth(`${year + 1}-${to}`) : `${year}-${to}`,
  };
};

/** 2010-11 is the financial year, as a period's code would be (metrics/period.ts); 2019-05 can only be a month. */
const readMonthOrYear = (code: string): DueWindow | null => {
  const years = readYears(code);
  if (years) return years;
  const [year = 0, month = 0] = code.split("-").map(Number);
  return month >= 1 && month <= 12 ? wholeMonth(year, month) : null;
};

const readYears = (text: string): DueWindow | null => {
  const start = readYearSpan(text);
  return start === null ? null : { from: `${start}-04-01`, to: `${start + 1}-03-31` };
};

/** "2026-12-05" as people read it; words such as "May 2023" as they are. */
export const dueInWords = (text: string): string => {
  if (!isCalendarDate(text) || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [year = "", month = "", day = ""] = text.split("-");
  return `${Number(day)} ${MONTH_NAMES[Number(month) - 1]} ${year}`;
};

interface DueNotice {
  kind: NoticeKind;
  /** Whom of an assessment's people. Results of an organisation go to whoever may record its figures, besides. */
  to: readonly Audience[];
}

/**
 * What can be due on an assessment, and who is told at each stage. A late review is the chair's as well: it is theirs to reopen
 * what its lead leaves lying. What was
 * submitted waits for the whole group at first, and once the day to decide has passed for whoever decides.
 */
export const DUE_NOTICES = {
  RESULTS: {
    DUE_SOON: { kind: "RESULTS_EXPECTED", to: ["LEAD", "CONTRIBUTORS"] },
    OVERDUE: { kind: "RESULTS_OVERDUE", to: ["LEAD", "CONTRIBUTORS"] },
  },
  DECISION: {
    DUE_SOON: { kind: "DECISION_DUE_SOON", to: ["GROUP", "CHAIR"] },
    OVERDUE: { kind: "DECISION_OVERDUE", to: ["CHAIR"] },
  },
  REVIEW: {
    DUE_SOON: { kind: "REVIEW_DUE_SOON", to: ["LEAD", "CONTRIBUTORS"] },
    OVERDUE: { kind: "REVIEW_OVERDUE", to: ["LEAD", "CONTRIBUTORS", "CHAIR"] },
  },
} as const satisfies Record<string, Record<DueStage, DueNotice>>;

/** Of actions, which go to whoever sees to them. */
export const ACTION_NOTICES = {
  DUE_SOON: { kind: "ACTION_DUE_SOON" },
  OVERDUE: { kind: "ACTION_OVERDUE" },
} as const satisfies Record<DueStage, { kind: NoticeKind }>;

export type DueThing = keyof typeof DUE_NOTICES;

/**
 * Names one stage of one date of one thing. A person is told once under a name: not again every day, and again when the date
 * has been moved.
 */
export const stageKey = (kind: NoticeKind, subjectId: string, due: string): string =>
  `${kind}:${subjectId}:${due}`;

const WEEK_DAYS = 7;

/**
 * As {@link stageKey} for actions, which somebody has to be told of until they are done: once when one is soon due, and once in
 * each week for which it is late, not every day.
 */
export const actionKey = (kind: NoticeKind, subjectId: string, due: string, today: string): string => {
  const key = stageKey(kind, subjectId, due);
  const late = daysBetween(due, today);
  return late <= 0 ? key : `${key}:${Math.floor((late - 1) / WEEK_DAYS) + 1}`;
};
