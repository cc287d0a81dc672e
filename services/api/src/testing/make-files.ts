import { crc32, deflateSync } from "node:zlib";
import { makeZip, type ZipPart } from "./make-xlsx.ts";

/** Small whole files of each sort that is taken as evidence; tests spoil them. */

export const makePdf = (words = "Hello"): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${words}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
    "latin1",
  );

const pngChunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** One grey dot. */
export const makePng = (): Buffer =>
  Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
    pngChunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    pngChunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);

export const makeJpeg = (): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0", "latin1"),
    Buffer.alloc(64, 7),
    Buffer.from([0xff, 0xd9]),
  ]);

const OFFICE = "application/vnd.openxmlformats-officedocument";

export const docxParts = (mainType = `${OFFICE}.wordprocessingml.document.main+xml`): ZipPart[] => [
  {
    name: "[Content_Types].xml",
    content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
  },
  { name: "_rels/.rels", content: "<Relationships/>" },
  { name: "word/document.xml", content: "<w:document><w:body/></w:document>" },
];

export const makeDocx = (...more: ZipPart[]): Buffer => makeZip([...docxParts(), ...more]);

export const makeOdt = (...more: ZipPart[]): Buffer =>
  makeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text" },
    { name: "content.xml", content: "<office:document-content/>" },
    ...more,
  ]);

/** With the list of types that programs write and that reading figures does not need. */
export const makeWorkbook = (): Buffer =>
  makeZip([
    ...docxParts(`${OFFICE}.spreadsheetml.sheet.main+xml`).slice(0, 2),
    { name: "xl/workbook.xml", content: "<workbook/>" },
  ]);

/** The beginning of a program for Windows. */
export const makeExe = (): Buffer =>
  Buffer.concat([
    Buffer.from("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff\0\0", "latin1"),
    Buffer.alloc(44),
    Buffer.from([0x40, 0, 0, 0]),
    Buffer.from("PE\0\0", "latin1"),
    Buffer.alloc(200),
  ]);
