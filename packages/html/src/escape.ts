const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters, which HTML can't hold, and single halves of pairs show as the sign for a lost character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_HTML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Text as HTML, within an element or an attribute in double quotes. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_HTML, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** The same within an element, with its line ends kept as such. */
export const escapeLines = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, "<br>");
