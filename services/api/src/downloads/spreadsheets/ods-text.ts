const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 can't hold, not even escaped: they show as the sign for a lost character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, "\ufffd").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

/**
 * Text as the paragraphs of a cell, one a line. OpenDocument runs white space together like HTML, so that every space but a
 * single one between words, and each tab, is an element. Carriage returns have no form there: a line ends as a line.
 */
export const odsText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${lineXml(line)}</text:p>`)
    .join("");

const lineXml = (line: string): string =>
  escapeXml(line)
    .replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replace(/\t/g, "<text:tab/>");
