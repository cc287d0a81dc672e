import { foldText } from "../fold-text.ts";
import { type Detect, literally, spansOf, WORD_END, WORD_START } from "./detector.ts";

const TITLES =
  "Mrs?|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Cllr|Councillor|Coun|Sir|Dame|Lord|Lady|Rev|Reverend|Judge|Nurse|Sister|PC|Sgt|Insp";

/** "Jane Q. Example (demo)" → its words, without what stands in brackets. */
const wordsOf = (name: string): string[] =>
  foldText(name)
    .text.replace(/\([^)]*\)/g, " ")
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));

/** "Robin Draftwell", "robin.draftwell", "Robin-Draftwell". */
const GAP = "[\\s.\\-_]{1,3}";

/** The ways in which people write somebody's name. */
const waysOf = (name: string): string[] => {
  const words = wordsOf(name);
  const [first = "", last = ""] = [words[0], words.at(-1)].map((word) => literally(word ?? ""));
  if (words.length < 2) return words.length === 0 ? [] : [`(?:${TITLES})\\.?${GAP}${last}`];
  const initial = [...(words[0] ?? "")][0] ?? "";
  return [
    words.map(literally).join(GAP),
    `${first}${GAP}${last}`,
    `${last}(?:,? ?)${first}`,
    `(?:(?:${TITLES})\\.?${GAP})?${literally(initial)}\\.?${GAP}?${last}`,
    `(?:${TITLES})\\.?${GAP}${last}`,
  ];
};

/** Names of those who work with the system: first and last name, either way round, with an initial, or a title and the surname. */
export const detectKnownPeople: Detect = (text, { names }) => {
  const small = text.toLowerCase();
  // Thousands of names, of which hardly any stands here.
  const here = names.filter((name) => small.includes(wordsOf(name).at(-1)?.toLowerCase() ?? ""));
  return here.flatMap((name) =>
    waysOf(name).flatMap((way) => spansOf(text, new RegExp(`${WORD_START}${way}${WORD_END}`, "giu"))),
  );
};
