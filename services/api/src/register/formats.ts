import type { FileFacts } from "./load-entry.ts";

interface FormatFacts {
  /** Media type, with its character set where it is text. */
  type: string;
  /** What people call it. */
  words: string;
}

/** The formats of the register, and how each is handed out. */
export const FORMATS: Readonly<Record<FileFacts["format"], FormatFacts>> = {
  html: { type: "text/html; charset=utf-8", words: "text of the page" },
  pdf: { type: "application/pdf", words: "PDF" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    words: "Word document",
  },
  json: { type: "application/json", words: "Sealed copy" },
};

/** The format that an ending names. */
export const formatOf = (ending: string): FileFacts["format"] | null =>
  Object.hasOwn(FORMATS, ending) ? (ending as FileFacts["format"]) : null;
