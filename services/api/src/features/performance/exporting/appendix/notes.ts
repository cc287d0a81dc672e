import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import { measureName } from "./columns.ts";

/** What stands beside the figures: doubts about the papers, notes on figures, and why an officer judged as they did. */

interface Remark {
  text: string;
  /** Null: a doubt about the source. */
  about: string | null;
}

export interface AppendixNotes {
  /** True of most measures, and so said once, without a number. */
  general: string[];
  /** In the order of the rows: the first is note 1. */
  numbered: string[];
  /** Numbers of each row's notes, by its place on the dashboard. */
  numbersOf: (row: DashboardRow) => readonly number[];
}

/** Said of more than half of the measures, a note's number would stand everywhere and tell nobody anything. */
const GENERAL_SHARE = 0.5;
/** So many measures are named with a note; beyond it, only counted. */
const NAMED = 3;

export function collectNotes(rows: readonly DashboardRow[]): AppendixNotes {
  const byText = new Map<string, { abouts: Set<string>; rows: Set<DashboardRow> }>();
  for (const each of rows) {
    for (const { text, about } of remarksOn(each)) {
      const known = byText.get(text) ?? { abouts: new Set(), rows: new Set() };
      if (about !== null) known.abouts.add(about);
      byText.set(text, { ...known, rows: known.rows.add(each) });
    }
  }
  const all = [...byText].map(([text, { abouts, rows: holders }]) => ({ text, abouts, holders }));
  const isGeneral = ({ holders }: { holders: Set<DashboardRow> }): boolean =>
    holders.size > NAMED && holders.size > rows.length * GENERAL_SHARE;
  const numbered = all.filter((note) => !isGeneral(note));
  const numbers = new Map<DashboardRow, number[]>();
  for (const [index, { holders }] of numbered.entries()) {
    for (const row of holders) numbers.set(row, [...(numbers.get(row) ?? []), index + 1]);
  }
  return {
    general: all
      .filter(isGeneral)
      .map((note) => `${note.holders.size} of ${rows.length} measures: ${sentenceOf(note)}`),
    numbered: numbered.map((note) => `${namesOf([...note.holders])}. ${sentenceOf(note)}`),
    numbersOf: (row) => numbers.get(row) ?? [],
  };
}

/** The same doubt can hang on the row and on its figures: it is one note. */
function remarksOn({ doubts, current, previous, target, rating }: DashboardRow): Remark[] {
  const noted = (text: string | null | undefined, about: string): Remark[] => (text ? [{ text, about }] : []);
  return [
    ...[...doubts, ...(current?.doubts ?? []), ...(previous?.doubts ?? [])].map((text) => ({
      text,
      about: null,
    })),
    ...noted(current?.note, "current figure"),
    ...noted(previous?.note, "previous figure"),
    ...noted(target?.note, "target"),
    // Without an officer's name behind it, the reason only says that the paper printed it.
    ...noted(rating?.judgedById ? rating.reason : null, "why an officer rated it so"),
  ];
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sentenceOf = ({ text, abouts }: { text: string; abouts: Set<string> }): string => {
  const about = [...abouts].join(", ");
  return `${about === "" ? "Doubt" : capitalise(about)}: ${text}`;
};

const namesOf = (holders: readonly DashboardRow[]): string =>
  holders.length > NAMED ? `${holders.length} measures` : [...new Set(holders.map(shortName))].join(" and ");

/** The code where there is one; local measures go by their title. */
const shortName = (row: DashboardRow): string => {
  const name = measureName(row);
  return name === "Local" ? row.title.replace(/\.$/, "") : name;
};
