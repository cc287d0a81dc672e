import { posix } from "node:path";
import { readXml } from "../../../../receiving/read-xml.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import type { ZipParts } from "../../../../receiving/zip-parts.ts";
import { damagedWorkbook, IMPORT_LIMITS } from "./import-limits.ts";
import { type NumberFormat, readNumberFormat } from "./number-formats.ts";

/** What must be known of a workbook before its sheets can be read. */
export interface Workbook {
  sheets: { name: string; part: string }[];
  /** Texts that cells point to. */
  texts: string[];
  /** Formats that cells point to. */
  formats: NumberFormat[];
  since1904: boolean;
}

const SMALL_PART = 16 * 1024 * 1024;
const NOT_A_WORKBOOK =
  "This is a packed file, and no Excel workbook. Send the figures as CSV or as an Excel workbook (.xlsx).";

export const readWorkbook = async (parts: ZipParts): Promise<Workbook> => {
  const [workbook] = [...(await readRelations(parts, "")).values()].filter(({ type }) =>
    type.endsWith("/officeDocument"),
  );
  if (workbook === undefined || !parts.has(workbook.part)) throw new UnreadableFile(NOT_A_WORKBOOK);
  const relations = await readRelations(parts, workbook.part);
  const partOf = (kind: string): string | undefined =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.part;
  const { sheets, since1904 } = await readSheetList(parts, workbook.part);
  return {
    sheets: sheets.flatMap(({ name, id }) => {
      const relation = relations.get(id);
      return relation?.type.endsWith("/worksheet") && parts.has(relation.part)
        ? [{ name, part: relation.part }]
        : [];
    }),
    texts: await readTexts(parts, partOf("sharedStrings")),
    formats: await readFormats(parts, partOf("styles")),
    since1904,
  };
};

interface Relation {
  type: string;
  part: string;
}

/** What a part points to; "" is the file itself. */
const readRelations = async (parts: ZipParts, part: string): Promise<Map<string, Relation>> => {
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!parts.has(name)) return relations;
  const open = (element: string, { Id, Type, Target }: Record<string, string>): void => {
    if (element !== "Relationship" || !Id || !Type || !Target) return;
    const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
    relations.set(Id, { type: Type, part: target });
  };
  await readXml(parts, name, { open }, SMALL_PART);
  return relations;
};

const readSheetList = async (parts: ZipParts, part: string) => {
  const sheets: { name: string; id: string }[] = [];
  let since1904 = false;
  const open = (element: string, attributes: Record<string, string>): void => {
    if (element === "workbookPr") since1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
    const { name, state } = attributes;
    if (element !== "sheet" || name === undefined || state === "veryHidden") return;
    const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
    if (id !== undefined) sheets.push({ name, id });
  };
  await readXml(parts, part, { open }, SMALL_PART);
  if (sheets.length > IMPORT_LIMITS.sheets) {
    throw new UnreadableFile(
      `This workbook has ${sheets.length} sheets, and at most ${IMPORT_LIMITS.sheets} are read. Save the one with the figures on its own.`,
    );
  }
  return { sheets, since1904 };
};

/** "_x000D_" stands for a character that XML can't hold. Those that no text may hold stay as they are. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? whole : String.fromCharCode(code);
  });

const readTexts = async (parts: ZipParts, part: string | undefined): Promise<string[]> => {
  const texts: string[] = [];
  if (part === undefined || !parts.has(part)) return texts;
  let text = "";
  let inText = false;
  let inReading = false;
  const open = (element: string): void => {
    if (element === "si") text = "";
    // How a text is to be pronounced is no part of it.
    if (element === "rPh") inReading = true;
    inText = element === "t" && !inReading;
  };
  const close = (element: string): void => {
    if (element === "rPh") inReading = false;
    if (element === "t") inText = false;
    if (element !== "si") return;
    if (texts.length >= IMPORT_LIMITS.texts) throw damagedWorkbook();
    texts.push(text.includes("_x") ? unescapeText(text) : text);
  };
  const add = (piece: string): void => {
    // A text longer than a cell may be is refused when a cell points to it.
    if (inText && text.length <= IMPORT_LIMITS.cellCharacters) text += piece;
  };
  await readXml(parts, part, { open, close, text: add }, IMPORT_LIMITS.textBytes);
  return texts;
};

const readFormats = async (parts: ZipParts, part: string | undefined): Promise<NumberFormat[]> => {
  if (part === undefined || !parts.has(part)) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  const open = (element: string, { numFmtId, formatCode }: Record<string, string>): void => {
    if (element === "numFmt" && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
    if (element === "cellXfs") inCellFormats = true;
    if (element === "xf" && inCellFormats)
      formats.push(readNumberFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId))));
  };
  const close = (element: string): void => {
    if (element === "cellXfs") inCellFormats = false;
  };
  await readXml(parts, part, { open, close }, SMALL_PART);
  return formats;
};
