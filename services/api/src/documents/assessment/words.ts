import { TO_BE_CONFIRMED } from "@due-regard/domain/ehria/form/kinds/date-or-tbc";
import { isIsoDate } from "@due-regard/domain/ehria/form/kinds/iso-date";
import type { FormQuestion } from "@due-regard/domain/ehria/form/template";
import { periodOf } from "@due-regard/domain/metrics/period";

/** "20 January 2020", of an ISO date. */
export const dateWords = (date: string): string => periodOf(date).label;

const inLondon = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...options });

const DAY = inLondon({ dateStyle: "long" });
const MINUTE = inLondon({ dateStyle: "long", timeStyle: "short" });

/** "20 January 2020", of an instant, where the council is. */
export const dayOf = (instant: string): string => DAY.format(new Date(instant));
/** "20 January 2020 at 14:05" */
export const minuteOf = (instant: string): string => MINUTE.format(new Date(instant));

const DATES: readonly FormQuestion["kind"][] = ["DATE", "DATE_OR_TBC"];

/** Words of an answer as people read them: dates written out. */
export const textWords = ({ kind }: FormQuestion, text: string): string => {
  if (!DATES.includes(kind)) return text;
  if (text === TO_BE_CONFIRMED) return "To be confirmed";
  return isIsoDate(text) ? dateWords(text) : text;
};

/** What somebody typed, in paragraphs: each line is one, and empty lines are only gaps between them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
