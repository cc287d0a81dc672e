import { TextRun } from "docx";

/** Characters that XML 1.0 can't hold, not even escaped: they show as the sign for a lost character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as a Word document can hold it. */
export const holdable = (text: string): string => text.toWellFormed().replace(NOT_XML, "\ufffd");

type Look = Omit<NonNullable<Exclude<ConstructorParameters<typeof TextRun>[0], string>>, "text" | "break">;

/** A text as runs, one for each of its lines. */
export const runsOf = (text: string, look: Look = {}): TextRun[] =>
  holdable(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
