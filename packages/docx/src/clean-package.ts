import type { BlockDocument } from "@due-regard/document/document";
import { strToU8, unzipSync, zipSync } from "fflate";
import { holdable } from "./text.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string =>
  holdable(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

const PROGRAM = "Due Regard";

/** What the file says of itself: its title, its language, its date and our program, and nobody's name. */
const coreProperties = ({ title, language, date }: BlockDocument): string => {
  const instant = `${date.toISOString().slice(0, 19)}Z`;
  const dated = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${PROGRAM}</dc:creator><cp:lastModifiedBy>${PROGRAM}</cp:lastModifiedBy>${dated("created")}${dated("modified")}<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`;
};

/**
 * A zip file knows no date before 1980, and none after 2099; and it is written in the time of wherever the process runs. Noon of
 * the document's day is there in every zone, so that the bytes are the same in all of them.
 */
const zipDate = (date: Date): Date => {
  const inRange = new Date(Math.min(Math.max(date.getTime(), Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30)));
  return new Date(inRange.getUTCFullYear(), inRange.getUTCMonth(), inRange.getUTCDate(), 12);
};

/**
 * The package as it leaves: the library writes the clock's time into the properties and into the zip file, and properties of
 * its own. Ours come from the document alone, so that the same document gives the same bytes.
 */
export const cleanPackage = (bytes: Uint8Array, document: BlockDocument): Uint8Array => {
  const parts = unzipSync(bytes);
  parts["docProps/core.xml"] = strToU8(coreProperties(document));
  return zipSync(parts, { mtime: zipDate(document.date) });
};
