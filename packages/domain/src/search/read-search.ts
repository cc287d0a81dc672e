import { lastDayOfMonth, monthNumber, pad } from "../metrics/calendar.ts";
import { type Period, parsePeriod } from "../metrics/period.ts";
import { invalid, ok, type Result } from "../result.ts";

/** A stretch of time that the reader asked for. Dates are ISO, both included. */
export interface SoughtPeriod {
  start: string;
  end: string;
  /** WITHIN: figures that lie wholly in it. OVERLAPS: figures that touch it, since a year alone may mean either year. */
  match: "WITHIN" | "OVERLAPS";
}

/** What one field of search asks for, taken apart. */
export interface Search {
  /** In lower case, without marks, each once, in the order typed. */
  words: string[];
  /** Any of them will do. */
  periods: SoughtPeriod[];
  /** The whole text without spaces and marks, in lower case: “1C pt 2a” → “1cpt2a”. Codes are compared like that. */
  code: string;
}

export const SEARCH_LIMITS = { characters: 200, words: 10 } as const;

const YEARS = String.raw`([12]\d{3})\s?[/–-]\s?(?:\d{2})?(\d{2})`;
const MONTH =
  "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)";

type ReadPeriod = (groups: string[]) => SoughtPeriod | null;

const within = ({ start, end }: Pick<Period, "start" | "end">): SoughtPeriod => ({
  start,
  end,
  match: "WITHIN",
});

const coded = (code: string): SoughtPeriod | null => {
  const period = parsePeriod(code);
  return period.ok ? within(period.value) : null;
};

const monthOf = (name = ""): string | null => {
  const number = monthNumber(name.slice(0, 3));
  return number === null ? null : pad(number);
};

/** “October 2018 to March 2019”; where one year is named, both months are of it, or the first of the year before. */
const months = (from = "", fromYear = "", to = "", toYear = ""): SoughtPeriod | null => {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === null || last === null) return null;
  const year = fromYear === "" ? String(Number(toYear) - (first > last ? 1 : 0)) : fromYear;
  const [start, end] = [`${year}-${first}`, `${toYear}-${last}`];
  return start <= end ? within({ start: `${start}-01`, end: lastDayOfMonth(end) }) : null;
};

/** Stands by itself: 2019 is no year in 12019, nor in 2019/7. */
const form = (pattern: string, read: ReadPeriod): readonly [RegExp, ReadPeriod] => [
  new RegExp(String.raw`(?<![\p{L}\p{N}/-])${pattern}(?![\p{L}\p{N}]|[/-]\d)`, "gu"),
  read,
];

const QUARTER = "(?:q|quarter )([1-4])";
const CODE = String.raw`(ay\d{4}-\d{2}|\d{4}-\d{2}/\d{4}-\d{2}|\d{4}-\d{2}-q[1-4]|\d{4}-\d{2}-\d{2})`;

/** How people and papers write periods, the longest forms first: what is read is taken out of the text. */
const FORMS = [
  form(CODE, ([code = ""]) => coded(code.toUpperCase())),
  form(`${QUARTER},? (?:of )?${YEARS}`, ([quarter, year, two]) => coded(`${year}-${two}-Q${quarter}`)),
  form(`${YEARS},? ${QUARTER}`, ([year, two, quarter]) => coded(`${year}-${two}-Q${quarter}`)),
  form(`academic year ${YEARS}`, ([year, two]) => coded(`AY${year}-${two}`)),
  form(
    String.raw`${MONTH} (?:([12]\d{3}) )?(?:to|until|-|–) ${MONTH} ([12]\d{3})`,
    ([from, year, to, toYear]) => months(from, year ?? "", to, toYear),
  ),
  form(String.raw`${MONTH}[-–]${MONTH} ([12]\d{3})`, ([from, to, year]) => months(from, "", to, year)),
  form(String.raw`${MONTH} ([12]\d{3})`, ([month, year]) => months(month, year, month, year)),
  // 2019-20 and 2019/20 are the year; 2019-11 can only be the month.
  form(YEARS, ([year, two]) => coded(`${year}-${two}`)),
  form(String.raw`((?:19|20)\d{2})`, ([year]) => ({
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    match: "OVERLAPS",
  })),
];

const takePeriods = (text: string): { periods: SoughtPeriod[]; rest: string } => {
  const periods: SoughtPeriod[] = [];
  const rest = FORMS.reduce(
    (left, [pattern, read]) =>
      left.replace(pattern, (found, ...groups) => {
        const period = read(groups.slice(0, -2) as string[]);
        if (period === null) return found;
        periods.push(period);
        return " ";
      }),
    text,
  );
  return { periods, rest };
};

/** Letters and figures, with hyphens and apostrophes inside: “re-ablement”, “carer’s”. */
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/**
 * Takes apart what was typed into the one field of search: periods as people write them, and the words that are left. The
 * same letters in other forms (full width, ligatures) are the same.
 *
 * Fails where the text is longer than {@link SEARCH_LIMITS}. A text without words or periods asks for nothing.
 */
export const readSearch = (text: string): Result<Search> => {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  if (plain.length > SEARCH_LIMITS.characters)
    return invalid([{ path: "text", message: `Search for up to ${SEARCH_LIMITS.characters} characters.` }]);
  const { periods, rest } = takePeriods(plain);
  const words = [...new Set(rest.match(WORD) ?? [])];
  if (words.length > SEARCH_LIMITS.words)
    return invalid([{ path: "text", message: `Search for up to ${SEARCH_LIMITS.words} words at a time.` }]);
  return ok({ words, periods, code: plain.replace(/[^\p{L}\p{N}]/gu, "") });
};
