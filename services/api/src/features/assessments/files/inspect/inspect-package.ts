import type { FileType } from "@due-regard/domain/ehria/evidence/file-types";
import { readXml } from "../../../../receiving/read-xml.ts";
import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { openZip, type ZipParts } from "../../../../receiving/zip-parts.ts";
import { PACKED, refused, TAKEN } from "./file-words.ts";

const SMALL_PART = 4 * 1024 * 1024;
const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What the main part of an Office document says that it is. */
const OFFICE_TYPES: Readonly<Record<string, FileType>> = {
  [`${OFFICE}.wordprocessingml.document.main+xml`]: "DOCX",
  [`${OFFICE}.spreadsheetml.sheet.main+xml`]: "XLSX",
};
/** What the first part of an OpenDocument file says that it is. */
const OPEN_DOCUMENT_TYPES: Readonly<Record<string, FileType>> = {
  "application/vnd.oasis.opendocument.text": "ODT",
};

const MACROS = [/vbaProject\.bin$/i, /^(Basic|Scripts)\//];
const PROGRAMS = /\.(exe|dll|scr|com|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|sh)$/i;

const MACROS_INSIDE =
  "This document holds macros, which are programs. Save it without them (as .docx, .xlsx or .odt) and send that.";
const PROGRAM_INSIDE =
  "This document has a program packed into it. Take it out, save the document, and send that.";
const NOT_TAKEN = `This is a packed file of a sort that is not taken. ${TAKEN}`;

/**
 * Looks inside a packed file: what its main part says that it is, that it holds no macros or programs, and that all of it
 * unpacks to what its table of contents says, and to no more than it may.
 *
 * @throws UnreadableFile when something of that does not hold
 */
export const inspectPackage = async (file: SpooledFile): Promise<FileType> => {
  const parts = await openZip(file, PACKED);
  const type = (await officeTypeOf(parts)) ?? (await openDocumentTypeOf(parts));
  if (parts.names.some((name) => MACROS.some((macro) => macro.test(name)))) throw refused(MACROS_INSIDE);
  if (type === null) throw refused(NOT_TAKEN);
  if (parts.names.some((name) => PROGRAMS.test(name))) throw refused(PROGRAM_INSIDE);
  for (const name of parts.names) for await (const _bytes of parts.unpack(name));
  return type;
};

const officeTypeOf = async (parts: ZipParts): Promise<FileType | null> => {
  const list = "[Content_Types].xml";
  if (!parts.has(list)) return null;
  const types: string[] = [];
  const open = (element: string, { ContentType = "" }: Record<string, string>): void => {
    if (element === "Override" || element === "Default") types.push(ContentType);
  };
  await readXml(parts, list, { open }, SMALL_PART);
  if (types.some((type) => type.includes("macroEnabled"))) throw refused(MACROS_INSIDE);
  return types.map((type) => OFFICE_TYPES[type]).find((type) => type !== undefined) ?? null;
};

const openDocumentTypeOf = async (parts: ZipParts): Promise<FileType | null> => {
  if (!parts.has("mimetype")) return null;
  let type = "";
  for await (const text of parts.read("mimetype", 200)) type += text;
  return OPEN_DOCUMENT_TYPES[type.trim()] ?? null;
};
