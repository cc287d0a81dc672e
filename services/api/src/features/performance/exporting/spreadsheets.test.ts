import type { ObservationRow } from "@due-regard/database/read-models/figures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, heightOf, tableRows, type Workbook } from "../../../downloads/sheet.ts";
import { odsOf } from "../../../downloads/spreadsheets/write-ods.ts";
import { xlsxOf } from "../../../downloads/spreadsheets/write-xlsx.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import { figuresSheet } from "./figures-sheet.ts";
import { figureColumns, figureRow } from "./own-columns.ts";
import { byHeader, everyText, readDownload } from "./testing/read-download.ts";

const columns: Column<string[]>[] = [0, 1, 2].map((index) => ({
  header: `column ${index}`,
  means: "",
  width: 20,
  cell: (row) => row[index] ?? null,
}));

const workbookOf = (rows: readonly string[][]): Workbook => ({
  title: "Cells",
  madeAt: "2020-01-20T12:00:00.000Z",
  sheets: [
    { name: "Figures", widths: [20, 20, 20], rows: tableRows(columns, rows), headerRow: 0, landscape: true },
  ],
});

const WRITERS: Record<string, (rows: readonly string[][]) => Promise<Uint8Array>> = {
  csv: async (rows) => csvOf(columns, rows),
  xlsx: (rows) => xlsxOf(workbookOf(rows)),
  ods: (rows) => odsOf(workbookOf(rows)),
};
const FORMATS = Object.keys(WRITERS);

const roundTrip = async (ending: string, rows: readonly string[][]): Promise<string[][]> => {
  const bytes = await WRITERS[ending]?.(rows);
  const { Figures: [, ...read] = [] } = await readDownload(ending, bytes ?? new Uint8Array());
  // Readers leave out what is blank at the end.
  return rows.map((_, index) => [0, 1, 2].map((column) => read[index]?.[column] ?? ""));
};

/** What a format can't hold: OpenDocument no control characters, and no kinds of line end. */
const lost: Record<string, RegExp> = { ods: /(?![\t\n])\p{Cc}|[\ufffe\uffff]/u, xlsx: /[\ufffe\uffff]/ };

const CODES = { metric: "1E", organisation: "E10000018" };

const figureNoted = (note: string): ObservationRow => ({
  id: "",
  metricId: "",
  organisationId: "",
  period: "2019-20",
  status: "ACTUAL",
  unit: "PERCENT",
  value: "11.0",
  numerator: null,
  denominator: null,
  count: null,
  countOf: null,
  display: "11.0%",
  noValueReason: null,
  expectedOn: null,
  note,
  doubts: [],
  sourceId: null,
  recordedAt: "2020-01-20T00:00:00Z",
  supersededAt: null,
});

const AWKWARD = [
  "=1+1",
  "+44 116",
  "-SUM(A1)",
  "@here",
  "-5",
  "-5.0",
  "11.0",
  "007",
  "1e5",
  "TRUE",
  "2019-11",
  "2019-04/2019-11",
  "a, b",
  'he said "no"',
  "first\nsecond\n\nfourth",
  "a\ttab",
  "  two spaces before",
  "two after  ",
  "two  within",
  "é 中 😀 ’ “” –",
  "<553 (800 Adm's)",
  "a < b & c > d",
  "'quoted",
  "'=quoted",
  "_x0041_",
  "#REF!",
  "no\u00a0break",
  '"\t',
];

describe.each(FORMATS)("%s", (ending) => {
  it("gives every cell back to the letter", async () => {
    const rows = AWKWARD.map((cell) => ["before", cell, "after"]);
    expect(await roundTrip(ending, rows)).toEqual(rows);
  });

  const sign = fc.string({ unit: "binary" }).filter((text) => !lost[ending]?.test(text));
  const cell = fc.oneof(
    sign,
    fc
      .array(fc.constantFrom("'", "=", "+", " ", "\t", "\n", ",", '"', "_x0041_", "1", "<"))
      .map((parts) => parts.join("")),
  );

  it("gives back any text", async () => {
    const row = fc.tuple(fc.constant("before"), cell, fc.constant("after"));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        expect(await roundTrip(ending, rows)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it("holds no formula, and gives each cell back to the import", async () => {
    const figures = AWKWARD.map((text) => ({
      ...figureRow(figureNoted(text), CODES),
      texts: [text, text, text],
    }));
    const context = columns.map((column) => ({
      ...column,
      cell: ({ texts }: { texts: string[] }) => column.cell(texts),
    }));
    const every = figureColumns<(typeof figures)[number]>(context);
    const sheets = [figuresSheet(every, figures)];
    const workbook = { ...workbookOf([]), sheets };
    const writers: Record<string, () => Promise<Uint8Array>> = {
      csv: async () => csvOf(every, figures),
      xlsx: () => xlsxOf(workbook),
      ods: () => odsOf(workbook),
    };
    const bytes = await writers[ending]?.();
    const text = await everyText(ending, bytes ?? new Uint8Array());
    expect(text).not.toMatch(/<f[ >]|table:formula|(^|[,\r\n])"?[=+@]|<(t|text:p)[^>]*>[=+@]/);
    const { Figures = [] } = await readDownload(ending, bytes ?? new Uint8Array());
    const found = byHeader(Figures).map((row) => [row.note, row["column 0"], row["column 2"]]);
    expect(found).toEqual(AWKWARD.map((cell) => [cell, cell, cell]));
  });
});

describe("OpenDocument", () => {
  it("keeps a carriage return as the end of a line, and shows that a control character was lost", async () => {
    expect(await roundTrip("ods", [["a\r\nb", "c\u0001d", "e"]])).toEqual([["a\nb", "c\ufffdd", "e"]]);
  });

  it("begins with its media type, uncompressed, so that it is known by its first bytes", async () => {
    const bytes = await odsOf(workbookOf([["a"]]));
    expect(new TextDecoder().decode(bytes.slice(30, 84))).toBe(
      "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    );
  });
});

describe("numbers", () => {
  const numbers: Workbook = {
    ...workbookOf([]),
    sheets: [
      {
        name: "Figures",
        widths: [10],
        headerRow: null,
        landscape: false,
        rows: [{ style: "BODY", cells: [{ number: "11.0" }] }],
      },
    ],
  };

  it("are numbers to reckon with", async () => {
    expect(await everyText("ods", await odsOf(numbers))).toContain(
      'office:value-type="float" office:value="11.0" calcext:value-type="float"><text:p>11.0</text:p>',
    );
    const xlsx = await everyText("xlsx", await xlsxOf(numbers));
    expect(xlsx).toMatch(/<c r="A1"[^>]*><v>11<\/v>/);
  });
});

describe("the height of a row", () => {
  it.each([
    [{ style: "BODY", cells: ["one line"] }, [20], 13.5],
    [{ style: "BODY", cells: ["one\ntwo\nthree", "one"] }, [20, 20], 40.5],
    [{ style: "BODY", cells: ["word ".repeat(20)] }, [20], 81],
    [{ style: "BODY", cells: [] }, [20], 13.5],
    [{ style: "HEADING", cells: ["runs on over the whole width ".repeat(9)] }, [20], 20],
  ] as const)("%j in %j is %d points", (row, widths, points) => {
    expect(heightOf(row, widths)).toBe(points);
  });
});
