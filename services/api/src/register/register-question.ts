import type { publishedState } from "@due-regard/database/schema/published";
import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";

export type PublishedState = (typeof publishedState.enumValues)[number];

/** What somebody looks for in the register. Null: they don't mind. */
export interface RegisterFilter {
  /** In web-search syntax: words, "phrases in quotes", or, -without. Trimmed; not empty. */
  text: string | null;
  /** Slug of a department. */
  department: string | null;
  characteristic: ProtectedCharacteristic | null;
  /** In which the edition that stands was published, in London. */
  year: number | null;
  /** ONS code of a council. */
  organisation: string | null;
  state: PublishedState;
}

export const NO_FILTER: RegisterFilter = {
  text: null,
  department: null,
  characteristic: null,
  year: null,
  organisation: null,
  state: "PUBLISHED",
};

/** A filter, a page of what it finds (from 1), and in words what of the address could not be read. */
export interface RegisterQuestion {
  filter: RegisterFilter;
  page: number;
  unread: string[];
}

/** Characters of a search that are looked at: the form takes no more. */
export const LONGEST_TEXT = 200;
/** Pages of which the list may have so many: more is no page's number. */
const MOST_PAGES = 1_000_000;

const STATES: Readonly<Record<string, PublishedState>> = {
  published: "PUBLISHED",
  superseded: "SUPERSEDED",
  withdrawn: "WITHDRAWN",
};

interface Reader {
  /** What the parameter is called to people. */
  name: string;
  /** Its part of the filter; null: it can't be read. */
  read: (value: string) => Partial<RegisterFilter> | null;
}

/** Each parameter of the address that filters. */
const READERS: Readonly<Record<string, Reader>> = {
  department: {
    name: "department",
    read: (value) => (/^[a-z0-9-]{1,100}$/.test(value) ? { department: value } : null),
  },
  characteristic: {
    name: "characteristic",
    read: (value) => {
      const found = PROTECTED_CHARACTERISTICS.find(
        (each) => each === value.toUpperCase().replaceAll("-", "_"),
      );
      return found ? { characteristic: found } : null;
    },
  },
  year: {
    name: "year",
    read: (value) => (/^(19|20)\d\d$/.test(value) ? { year: Number(value) } : null),
  },
  council: {
    name: "council",
    read: (value) => (/^[A-Z0-9]{1,20}$/i.test(value) ? { organisation: value.toUpperCase() } : null),
  },
  show: {
    name: "choice of what to show",
    read: (value) => {
      const state = Object.hasOwn(STATES, value) ? STATES[value] : undefined;
      return state ? { state } : null;
    },
  },
};

/** A parameter that is given twice counts once: its last value, as with a form that was sent again. */
const lastValue = (query: Record<string, unknown>, name: string): string => {
  const value = [query[name]].flat().at(-1);
  return typeof value === "string" ? value.trim() : "";
};

/** Reads the address of the register. Nothing in it is an error: what can't be read is left out, and said. */
export const readQuestion = (query: Record<string, unknown>): RegisterQuestion => {
  const filter: RegisterFilter = { ...NO_FILTER };
  const unread: string[] = [];
  for (const [parameter, { name, read }] of Object.entries(READERS)) {
    const value = lastValue(query, parameter);
    if (value === "") continue;
    const found = read(value);
    if (found === null)
      unread.push(`The ${name} in the address is not one of the register’s, and was left out.`);
    else Object.assign(filter, found);
  }
  const text = readText(lastValue(query, "q"));
  filter.text = text.text;
  const page = readPage(lastValue(query, "page"));
  if (page === null)
    unread.push("The page in the address has no number that can be read: this is the first one.");
  return { filter, page: page ?? 1, unread: [...text.unread, ...unread] };
};

/** A search as it is looked for, and in words what of it was left out. The database holds no character 0, nor halves of pairs. */
export const readText = (value: string): { text: string | null; unread: string[] } => {
  const clean = value.toWellFormed().replaceAll("\u0000", " ").trim();
  const text = [...clean].slice(0, LONGEST_TEXT).join("").trim();
  const unread =
    [...clean].length > LONGEST_TEXT
      ? [`Only the first ${LONGEST_TEXT} characters of your search were looked for.`]
      : [];
  return { text: text === "" ? null : text, unread };
};

const readPage = (value: string): number | null => {
  if (value === "") return 1;
  return /^[1-9]\d{0,5}$/.test(value) && Number(value) <= MOST_PAGES ? Number(value) : null;
};

/** The address that asks this, with its parameters in one order; the first page and what is not filtered are left out. */
export const addressOf = (filter: RegisterFilter, page = 1): string => {
  const state = Object.keys(STATES).find((key) => STATES[key] === filter.state);
  const parameters: [string, string | null][] = [
    ["q", filter.text],
    ["department", filter.department],
    ["characteristic", filter.characteristic && slugOf(filter.characteristic)],
    ["year", filter.year === null ? null : String(filter.year)],
    ["council", filter.organisation],
    ["show", filter.state === "PUBLISHED" ? null : (state ?? null)],
    ["page", page === 1 ? null : String(page)],
  ];
  const given = parameters.flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  return given.length === 0 ? "/register" : `/register?${new URLSearchParams(given)}`;
};

/** "gender-reassignment" */
export const slugOf = (characteristic: ProtectedCharacteristic): string =>
  characteristic.toLowerCase().replaceAll("_", "-");
