import type { FileRow } from "@due-regard/database/imports/stage-rows";
import { describe, expect, it } from "vitest";
import { spoolFile } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import { makeXlsx, makeZip, type XlsxCell, xlsxParts } from "../../../../testing/make-xlsx.ts";
import { detectFile } from "./detect-file.ts";
import { IMPORT_FILE, IMPORT_LIMITS } from "./import-limits.ts";
import { readCsv } from "./read-csv.ts";
import { openXlsx } from "./read-xlsx.ts";

/** In pieces of odd sizes, as a network brings them. */
const piecesOf = async function* (bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const length = bytes.length > 10_000 ? 65_536 : size;
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
};

const read = async (content: string | Buffer): Promise<FileRow[]> => {
  const file = await spoolFile(piecesOf(Buffer.from(content)), IMPORT_FILE);
  try {
    const detected = detectFile(file);
    const pieces = detected.type === "CSV" ? readCsv(file, detected) : (await openXlsx(file)).rows();
    const rows: FileRow[] = [];
    for await (const piece of pieces) rows.push(...piece);
    return rows;
  } finally {
    await file.close();
  }
};
const cellsOf = async (content: string | Buffer) => (await read(content)).map(({ cells }) => cells);

const refusal = async (content: string | Buffer): Promise<string> => {
  const error: unknown = await read(content).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableFile);
  return (error as Error).message;
};

describe("CSV", () => {
  const ROWS = [
    ["metric", "note"],
    ["1B", "Café, “as printed”"],
  ];
  const bom = (encoding: BufferEncoding, text: string) => Buffer.from(`\ufeff${text}`, encoding);
  const text = 'metric,note\r\n1B,"Café, “as printed”"\r\n';
  const utf16be = Buffer.from(bom("utf16le", text)).swap16();
  const windows1252 = Buffer.from(
    [...text].map((sign) => ({ "“": 0x93, "”": 0x94 })[sign] ?? sign.charCodeAt(0)),
  );

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", bom("utf8", text)],
    ["UTF-16, small end first", bom("utf16le", text)],
    ["UTF-16, big end first", utf16be],
    ["UTF-16 without its mark, small end first", Buffer.from(text, "utf16le")],
    ["UTF-16 without its mark, big end first", Buffer.from(text, "utf16le").swap16()],
    ["Windows-1252", windows1252],
  ])("is read in %s", async (_name, bytes) => {
    expect(await cellsOf(bytes)).toEqual(ROWS);
  });

  it.each([
    [
      "commas",
      "a,b;c\n1,2;3",
      [
        ["a", "b;c"],
        ["1", "2;3"],
      ],
    ],
    [
      "semicolons",
      "a;b;c\n1,5;2;3",
      [
        ["a", "b", "c"],
        ["1,5", "2", "3"],
      ],
    ],
    [
      "tabs",
      "a\tb, c\n1\t2",
      [
        ["a", "b, c"],
        ["1", "2"],
      ],
    ],
    [
      "separators inside quotation marks",
      '"a;b;c;d",e\n1,2',
      [
        ["a;b;c;d", "e"],
        ["1", "2"],
      ],
    ],
    ["one column", "a\n1", [["a"], ["1"]]],
    [
      "old line ends",
      "a,b\r1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "quotation marks in the middle",
      'a,b\n5" pipe,2',
      [
        ["a", "b"],
        ['5" pipe', "2"],
      ],
    ],
    ["rows of different length", "a,b\n1\n1,2,3", [["a", "b"], ["1"], ["1", "2", "3"]]],
  ])("with %s", async (_name, content, rows) => {
    expect(await cellsOf(content)).toEqual(rows);
  });

  it("counts rows as a spreadsheet does, over blank lines and line breaks in cells", async () => {
    const rows = await read('a,b\n\n1,"two\nlines"\n,\n3,4\n');
    expect(rows).toEqual([
      { sheet: 1, row: 1, cells: ["a", "b"] },
      { sheet: 1, row: 3, cells: ["1", "two\nlines"] },
      { sheet: 1, row: 5, cells: ["3", "4"] },
    ]);
  });

  it("passes on many rows in pieces", async () => {
    const lines = Array.from({ length: 25_000 }, (_, index) => `${index},x`);
    const rows = await read(`a,b\n${lines.join("\n")}`);
    expect(rows.length).toBe(25_001);
    expect(rows.at(-1)).toEqual({ sheet: 1, row: 25_001, cells: ["24999", "x"] });
  });
});

describe("a file that is read in pieces", () => {
  const awkward = ["", '"', '""', "a,b", "\r\n", 'é\r\n"x"', " ", "plain", "“”", '5" pipe', "\n", 'ends"'];
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

  it.each(["\r\n", "\n"])("is read as it was written, wherever a piece ends", async (newline) => {
    // Hardly a place that is not inside quotation marks, a line end or a letter of several bytes; of ever other lengths.
    const rows = Array.from({ length: 20_000 }, (_, row) => [
      String(row),
      ...Array.from(
        { length: 3 + (row % 4) },
        (_each, at) => awkward[(row * 7 + at * 5) % awkward.length] ?? "",
      ),
    ]);
    const text = rows.map((cells) => cells.map(quote).join(",")).join(newline);
    expect(Buffer.byteLength(text)).toBeGreaterThan(600_000);
    expect(await cellsOf(text)).toEqual(rows);
  });

  it("says in which row a quotation mark stands where none may", async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `${index},"x"`);
    lines[40_000] = '40000,"two" three,4';
    expect(await refusal(lines.join("\n"))).toMatch(/from row 40001 on: a quotation mark/);
  });
});

describe("a workbook", () => {
  const number = (value: string, style = 0): XlsxCell => ({
    attributes: `s="${style}"`,
    inner: `<v>${value}</v>`,
  });

  it("gives each kind of cell as it shows it", async () => {
    const cells: [XlsxCell, string][] = [
      ["Text & <more>", "Text & <more>"],
      ["Two\r\nlines", "Two\r\nlines"],
      [number("11"), "11"],
      [number("0.28999999999999998"), "0.29"],
      [number("1E-3"), "0.001"],
      [number("1234567890123"), "1234567890123"],
      [number("11", 1), "11.0"],
      [number("11.04", 1), "11.04"],
      [number("0.96", 2), "96.0%"],
      [number("0.28999999999999998", 2), "29.0%"],
      [number("43829", 3), "2019-12-30"],
      [number("43770", 4), "2019-11"],
      [number("1373", 5), "1373"],
      [{ attributes: 't="str"', inner: "<f>A1&amp;B1</f><v>worked out</v>" }, "worked out"],
      [{ attributes: "", inner: "<f>1+1</f><v>2</v>" }, "2"],
      [{ attributes: 't="b"', inner: "<v>1</v>" }, "TRUE"],
      [{ attributes: 't="e"', inner: "<v>#DIV/0!</v>" }, "#DIV/0!"],
      [{ attributes: 't="inlineStr"', inner: "<is><r><t>Rich </t></r><r><t>text</t></r></is>" }, "Rich text"],
    ];
    const [row] = await read(makeXlsx({ Figures: [cells.map(([cell]) => cell)] }));
    expect(row?.cells).toEqual(cells.map(([, shown]) => shown));
  });

  it("keeps gaps, row numbers and every sheet", async () => {
    const rows = await read(makeXlsx({ Key: [["About"]], Figures: [["a", "", "c"], [], ["", "2"]] }));
    expect(rows).toEqual([
      { sheet: 1, row: 1, cells: ["About"] },
      { sheet: 2, row: 1, cells: ["a", "", "c"] },
      { sheet: 2, row: 3, cells: ["", "2"] },
    ]);
  });

  it("is known by its content, whatever it is called", async () => {
    const file = await spoolFile(piecesOf(makeXlsx({ One: [["a"]] })), IMPORT_FILE);
    expect(detectFile(file).type).toBe("XLSX");
    expect((await openXlsx(file)).names).toEqual(["One"]);
    await file.close();
  });
});

describe("what can't be read is refused in words", () => {
  const bomb = Buffer.alloc(30 * 1024 * 1024, " ");
  const parts = xlsxParts({ Figures: [["a"], ["1"]] });
  const swollen = parts.map((part) =>
    part.name.endsWith("sheet1.xml")
      ? { ...part, content: Buffer.concat([Buffer.from(part.content), bomb]) }
      : part,
  );
  const lying = swollen.map((part) =>
    part.content.length > 1_000_000 ? { ...part, claimedSize: 900 } : part,
  );
  const deep = parts.map((part) =>
    part.name.endsWith("sheet1.xml") ? { ...part, content: "<a>".repeat(5_000) } : part,
  );
  const entity = parts.map((part) =>
    part.name.endsWith("sheet1.xml")
      ? {
          ...part,
          content: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
        }
      : part,
  );

  it.each<[string, string | Buffer, RegExp]>([
    ["nothing", "", /empty/],
    ["a binary file", Buffer.from([1, 2, 0, 4, 5]), /neither text nor an Excel workbook/],
    ["NUL characters in UTF-16", Buffer.from("\ufeffa,b\u0000\n", "utf16le"), /NUL/],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old sort/],
    ["a PDF", "%PDF-1.7", /PDF/],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), /picture/],
    ["a packed file that is no workbook", makeZip([{ name: "a.txt", content: "a" }]), /no Excel workbook/],
    ["half a workbook", makeXlsx({ Figures: [["a"]] }).subarray(0, 500), /damaged/],
    ["a workbook whose sheet unpacks a thousandfold", makeZip(swollen), /unpacks to more than it should/],
    ["a workbook that lies about its size", makeZip(lying), /damaged/],
    ["elements without end", makeZip(deep), /damaged/],
    [
      "more sheets than are read",
      makeXlsx(Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`S${n}`, [["a"]]]))),
      /21 sheets/,
    ],
    ["a thousand columns", `${"a,".repeat(999)}a`, /1,000 columns/],
    ["a cell of a megabyte", `a,b\n1,${"x".repeat(1024 * 1024)}`, /longer than 10,000 characters/],
    ["a quotation mark without its other", `a,b\n1,"${"x,y\n".repeat(600_000)}`, /too long|quotation mark/],
    [
      "a long cell in a workbook",
      makeXlsx({ Figures: [["a"], ["x".repeat(10_002)]] }),
      /longer than 10,000 characters/,
    ],
    [
      "a column far to the right",
      makeXlsx({ Figures: [[...Array<string>(400).fill(""), "x"]] }),
      /401 columns/,
    ],
  ])("%s", async (_name, content, message) => {
    expect(await refusal(content)).toMatch(message);
  });

  it("expands no entities of a document", async () => {
    expect(await cellsOf(makeZip(entity))).toEqual([["&b;"]]);
  });

  it("refuses a file over the limit before it has wholly arrived", async () => {
    let sent = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 16 * 1024 * 1024;
        yield Buffer.alloc(16 * 1024 * 1024, "a");
      }
    };
    await expect(spoolFile(endless(), IMPORT_FILE)).rejects.toThrow("larger than 200 MB");
    expect(sent).toBeLessThan(IMPORT_LIMITS.fileBytes * 1.2);
  });
});
