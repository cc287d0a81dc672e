import type { FileFacts } from "./load-entry.ts";

interface FormatFacts {
  /** Media type, with its character set where it is text. */
  type: string;
  /** What people call it, within a sentence. */
  name: string;
  /** What a link to it says. */
  offer: string;
}

/** The formats of the register, and how each is handed out. */
export const FORMATS: Readonly<Record<FileFacts["format"], FormatFacts>> = {
  html: { type: "text/html; charset=utf-8", name: "text of the page", offer: "Text of the page" },
  pdf: { type: "application/pdf", name: "PDF", offer: "PDF, for reading and printing" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    name: "Word document",
    offer: "Word document",
  },
  json: {
    type: "application/json",
    name: "sealed copy",
    offer: "Sealed copy (JSON), for checking and for programs",
  },
};

/** The format that an ending names. */
export const formatOf = (ending: string): FileFacts["format"] | null =>
  Object.hasOwn(FORMATS, ending) ? (ending as FileFacts["format"]) : null;
