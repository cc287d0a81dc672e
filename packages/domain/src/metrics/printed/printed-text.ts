/**
 * First reading of anything copied from paper: white space made plain, and letters of another alphabet found.
 * Scanned papers hold Cyrillic "Н" for H, "Тор" for Top, and "11 pt 1" for 1I (domain.md §4).
 */

/** Something that a person should look at. The printed text is kept beside it. */
export interface PrintedDoubt {
  kind: "LOOK_ALIKE" | "FOREIGN_LETTER" | "UNREADABLE" | "BLANK";
  /** In plain words, naming what was printed. */
  text: string;
}

export interface PrintedText {
  /** White space made single, look-alikes put into Latin letters. */
  text: string;
  doubts: PrintedDoubt[];
}

/** Letters that look the same in Latin, Cyrillic or Greek. Small Cyrillic "н" is drawn as a small capital H. */
const LATIN_FOR = new Map(
  Object.entries({
    А: "A",
    В: "B",
    Е: "E",
    К: "K",
    М: "M",
    Н: "H",
    О: "O",
    Р: "P",
    С: "C",
    Т: "T",
    Х: "X",
    І: "I",
    Ѕ: "S",
    Ј: "J",
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    х: "x",
    у: "y",
    і: "i",
    ѕ: "s",
    н: "H",
    Α: "A",
    Β: "B",
    Ε: "E",
    Ζ: "Z",
    Η: "H",
    Ι: "I",
    Κ: "K",
    Μ: "M",
    Ν: "N",
    Ο: "O",
    Ρ: "P",
    Τ: "T",
    Υ: "Y",
    Χ: "X",
    ο: "o",
  }),
);

/** The Latin letter that this one of another alphabet looks like; undefined where it looks like none. */
export const latinFor = (letter: string): string | undefined => LATIN_FOR.get(letter);

const FOREIGN_LETTER = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** Any run of white space, also non-breaking, becomes one space; the ends are trimmed. */
export function normaliseWhiteSpace(printed: string): string {
  return printed.replace(/[\s\u00a0\u2007\u202f\u200b\ufeff]+/gu, " ").trim();
}

/**
 * Makes white space plain and replaces look-alike letters, reporting each cell where that happened. A foreign letter
 * that looks like nothing Latin ("п") is left standing and reported: the reader of the cell then fails on it.
 */
export function readPrintedText(printed: string): PrintedText {
  const plain = normaliseWhiteSpace(printed);
  const doubts: PrintedDoubt[] = [];
  const text = plain.replace(FOREIGN_LETTER, (letter) => LATIN_FOR.get(letter) ?? letter);
  if (text !== plain) {
    doubts.push({
      kind: "LOOK_ALIKE",
      text: `“${plain}” holds letters of another alphabet: read as “${text}”`,
    });
  }
  const foreign = [...text.matchAll(FOREIGN_LETTER)].map((match) => match[0]);
  if (foreign.length > 0) {
    doubts.push({
      kind: "FOREIGN_LETTER",
      text: `“${plain}” holds “${foreign.join("")}”, which is not a Latin letter`,
    });
  }
  return { text, doubts };
}

export function unreadable(printed: string, as: string): PrintedDoubt {
  return { kind: "UNREADABLE", text: `“${normaliseWhiteSpace(printed)}” can't be read as ${as}` };
}
