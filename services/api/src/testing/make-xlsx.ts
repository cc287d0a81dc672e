import { crc32, deflateRawSync } from "node:zlib";

/** Packed files for tests, well made and badly: a library would refuse to make the bad ones. */

export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** What the table of contents says of its size, where that is a lie. */
  claimedSize?: number;
}

const header = (part: ZipPart, packed: Buffer, content: Buffer): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(part.claimedSize ?? content.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return fields;
};

const signature = (text: string): Buffer => Buffer.from(text, "latin1");

const NOTHING = deflateRawSync(Buffer.alloc(0));

export const makeZip = (parts: readonly ZipPart[]): Buffer => {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = content.length === 0 ? NOTHING : deflateRawSync(content);
    const fields = header(part, packed, content);
    const body = Buffer.concat([signature("PK\u0003\u0004"), fields, Buffer.from(part.name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    table.push(
      Buffer.concat([
        signature("PK\u0001\u0002"),
        Buffer.from([20, 0]),
        fields,
        tail,
        Buffer.from(part.name),
      ]),
    );
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, signature("PK\u0005\u0006"), end]);
};

/** A cell: text, or the XML of its inside with its attributes. */
export type XlsxCell = string | { attributes: string; inner: string };

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r/g, "_x000D_");

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;

export const columnName = (column: number): string =>
  column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Formats by the number that a cell names in `s`. */
export const FORMATS = ["General", "0.0", "0.0%", "d/m/yyyy", "mmm-yy", "#,##0"] as const;

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts>${FORMATS.map(
  (code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`,
).join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${FORMATS.map(
  (_code, index) => `<xf numFmtId="${170 + index}"/>`,
).join("")}</cellXfs></styleSheet>`;

/** The parts of a workbook as Excel writes one: texts in a table of their own, after the sheets. */
export const xlsxParts = (sheets: Record<string, readonly (readonly XlsxCell[])[]>): ZipPart[] => {
  const texts: string[] = [];
  const cellXml = (cell: XlsxCell, row: number, column: number): string => {
    const at = `r="${columnName(column)}${row}"`;
    if (typeof cell !== "string") return `<c ${at} ${cell.attributes}>${cell.inner}</c>`;
    if (cell === "") return "";
    texts.push(`<si><t xml:space="preserve">${escapeXml(cell)}</t></si>`);
    return `<c ${at} t="s"><v>${texts.length - 1}</v></c>`;
  };
  const sheetXml = (rows: readonly (readonly XlsxCell[])[]): string =>
    `<worksheet xmlns="${MAIN}"><sheetData>${rows
      .map(
        (cells, index) =>
          `<row r="${index + 1}">${cells.map((cell, at) => cellXml(cell, index + 1, at + 1)).join("")}</row>`,
      )
      .join("")}</sheetData></worksheet>`;
  const names = Object.keys(sheets);
  const worksheets = Object.values(sheets).map((rows, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(rows),
  }));
  return [
    { name: "_rels/.rels", content: relations(relation("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${names
        .map(
          (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        ...names.map((_name, index) =>
          relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
        ),
        relation("rId90", "sharedStrings", "sharedStrings.xml"),
        relation("rId91", "styles", "/xl/styles.xml"),
      ),
    },
    ...worksheets,
    { name: "xl/styles.xml", content: STYLES },
    { name: "xl/sharedStrings.xml", content: `<sst xmlns="${MAIN}">${texts.join("")}</sst>` },
  ];
};

export const makeXlsx = (sheets: Record<string, readonly (readonly XlsxCell[])[]>): Buffer =>
  makeZip(xlsxParts(sheets));
