import type { Block, BlockDocument, Row, Table } from "@due-regard/document/document";
import fc from "fast-check";
import PDFKit from "pdfkit";
import { describe, expect, it } from "vitest";
import { makeDrawable } from "./fonts.ts";
import { closePdf } from "./open-pdf.ts";
import { findFaults } from "./testing/find-faults.ts";
import { findTags, readPdf } from "./testing/read-pdf.ts";
import { writePdf } from "./write-pdf.ts";

const documentOf = (blocks: Block[], change: Partial<BlockDocument> = {}): BlockDocument => ({
  title: "Adults & Communities < 2020",
  language: "en-GB",
  date: new Date("2020-01-20T12:00:00Z"),
  orientation: "landscape",
  running: { header: "The council", footer: "As reported" },
  blocks,
  ...change,
});

const read = async (blocks: Block[], change: Partial<BlockDocument> = {}) =>
  await readPdf(await writePdf(documentOf(blocks, change)));

const rowOf = (number: number, text = "Permanent admissions"): Row => ({
  cells: [
    [{ text: `Code ${number}` }, { text: "Better Care Fund", quiet: true }],
    [{ text }],
    [{ text: "Green", weight: "bold", mark: { shape: "circle", tone: "good" } }],
  ],
});

const tableOf = (rows: Row[], caption = "Measures"): Table => ({
  kind: "table",
  caption,
  columns: [
    { heading: "Measure", share: 1 },
    { heading: "Description", share: 3, rowHeading: true },
    { heading: "Rating", share: 1 },
  ],
  rows,
});

/** PDF.js guesses spaces from gaps, and normalises letters. */
const squeeze = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

const SAMPLE: Block[] = [
  { kind: "heading", level: 1, text: "Performance" },
  { kind: "paragraph", text: "Figures as reported.", lead: true },
  { kind: "heading", level: 2, text: "Prevent need" },
  { kind: "heading", level: 3, text: "Wellbeing" },
  tableOf([rowOf(1), rowOf(2), { ...rowOf(3), total: true }]),
  { kind: "heading", level: 2, text: "Notes" },
  { kind: "list", numbered: true, items: ["First.", "Second."] },
  { kind: "list", numbered: false, items: ["A paper."] },
  { kind: "heading", level: 3, text: "Details" },
  { kind: "heading", level: 4, text: "Who" },
  { kind: "facts", facts: [{ term: "Department", details: ["Adults", "and others"] }] },
  { kind: "facts", facts: [{ term: `What matters ${"to them ".repeat(12)}`, details: ["Rest."] }] },
  { kind: "paragraph", text: "As said.", quiet: true },
  { kind: "paragraph", text: "Yes", weight: "bold" },
];

describe("a tagged document", () => {
  it("says what it is, and has no fault that a program can find", async () => {
    const pdf = await read(SAMPLE);
    expect(findFaults(pdf)).toEqual([]);
    expect(pdf.catalogue.Lang).toBe("en-GB");
    expect(pdf.info).toMatchObject({
      Title: "Adults & Communities < 2020",
      CreationDate: "D:20200120120000Z",
    });
    expect(pdf.info).not.toHaveProperty("Author");
    expect(pdf.xml).toContain("Adults &amp; Communities &lt; 2020");
    expect(pdf.xml).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.fonts.map(({ name }) => name.slice(7))).toEqual(["SourceSans3-Bold", "SourceSans3-Regular"]);
  });

  it("tags each block for what it is, in reading order", async () => {
    const { root } = await read(SAMPLE);
    expect(root.children.map(({ name, text }) => [name, text.slice(0, 20)])).toEqual([
      ["H1", "Performance"],
      ["P", "Figures as reported."],
      ["H2", "Prevent need"],
      ["H3", "Wellbeing"],
      ["Table", "Measures Measure Des"],
      ["H2", "Notes"],
      ["L", "1. First. 2. Second."],
      ["L", "• A paper."],
      ["H3", "Details"],
      ["H4", "Who"],
      ["L", "Department Adults an"],
      ["L", "What matters to them"],
      ["P", "As said."],
      ["P", "Yes"],
    ]);
    const items = findTags(root, "Lbl", "LBody").map(({ text }) => text);
    expect(items.slice(6, 8)).toEqual(["Department", "Adults and others"]);
    expect(items.slice(0, 6)).toEqual(["1.", "First.", "2.", "Second.", "•", "A paper."]);
  });

  it("gives a table its caption, headings with their scope, and cells in their rows", async () => {
    const { root } = await read(SAMPLE);
    const [table] = findTags(root, "Table");
    expect(table?.children.map(({ name }) => name)).toEqual(["Caption", "THead", "TBody"]);
    const rows = findTags(root, "TR").map(({ children }) =>
      children.map(({ name, scope, text }) => [name, scope, text]),
    );
    expect(rows[0]).toEqual([
      ["TH", "Column", "Measure"],
      ["TH", "Column", "Description"],
      ["TH", "Column", "Rating"],
    ]);
    expect(rows[1]).toEqual([
      ["TD", null, "Code 1 Better Care Fund"],
      ["TH", "Row", "Permanent admissions"],
      ["TD", null, "Green"],
    ]);
    expect(rows.length).toBe(4);
  });

  it("has bookmarks that follow the headings", async () => {
    const { bookmarks } = await read(SAMPLE);
    expect(bookmarks).toEqual([
      {
        title: "Performance",
        items: [
          { title: "Prevent need", items: [{ title: "Wellbeing", items: [] }] },
          { title: "Notes", items: [{ title: "Details", items: [{ title: "Who", items: [] }] }] },
        ],
      },
    ]);
  });

  it("has the text in the tags where the font lacks its characters", async () => {
    const { root } = await read([{ kind: "paragraph", text: "日本 ok" }]);
    expect(root.children).toMatchObject([{ name: "P", text: "□□ ok", actual: "日本 ok" }]);
  });

  it("is the same file each time, also when others are written meanwhile", async () => {
    const alone = await writePdf(documentOf(SAMPLE));
    const long = documentOf([tableOf(Array.from({ length: 200 }, (_row, index) => rowOf(index)))]);
    const [together] = await Promise.all([writePdf(documentOf(SAMPLE)), writePdf(long), writePdf(long)]);
    expect(Buffer.compare(alone, together)).toBe(0);
  });

  it("has its own letters, whatever was written before", async () => {
    await writePdf(documentOf([{ kind: "heading", level: 1, text: "Ṗ" }]));
    const { root } = await read([{ kind: "heading", level: 1, text: "P" }]);
    expect(root.text).toBe("P");
  });

  it("takes any text, without a fault, and keeps it for whoever can't see it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), async (text) => {
        const pdf = await read([
          { kind: "heading", level: 1, text },
          { kind: "paragraph", text },
          { kind: "list", numbered: true, items: [text] },
          tableOf([rowOf(1, text)], text),
        ]);
        expect(findFaults(pdf)).toEqual([]);
        const { text: drawn, actual } = makeDrawable(text);
        const [heading] = pdf.root.children;
        expect(heading?.actual).toBe(actual);
        if (actual === null) expect(squeeze(heading?.text ?? "")).toBe(squeeze(drawn));
      }),
      { numRuns: 25 },
    );
  });

  it("cuts a running line that is too long for its page", async () => {
    const running = { header: "Home care ".repeat(40), footer: "Home care ".repeat(40) };
    const { artifacts } = await read(SAMPLE, { running, orientation: "portrait" });
    const lines = artifacts.flatMap((text) => text.split("\n")).filter((line) => line !== "");
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line).toMatch(/^(Home care ){8,12}.*…/);
  });

  it("can stand upright", async () => {
    const { objects, catalogue } = await read(SAMPLE, { orientation: "portrait" });
    const [page] = objects.list(objects.dictionary(catalogue.Pages).Kids);
    expect(objects.dictionary(page).MediaBox).toEqual([0, 0, 595.28, 841.89]);
  });
});

describe("pages", () => {
  const rows = Array.from({ length: 60 }, (_row, index) => rowOf(index + 1));

  it("are numbered, and repeat the running lines and the headings where no reader stumbles over them", async () => {
    const pdf = await read([{ kind: "heading", level: 1, text: "Performance" }, tableOf(rows)]);
    expect(findFaults(pdf)).toEqual([]);
    expect(pdf.pageCount).toBe(5);
    expect(pdf.artifacts.map((text) => text.replace(/\s+/g, " ").trim())).toEqual([
      "The council As reported Page 1 of 5",
      ...[2, 3, 4, 5].map((page) => `Measure Description Rating The council As reported Page ${page} of 5`),
    ]);
    expect(findTags(pdf.root, "TH").filter(({ scope }) => scope === "Column").length).toBe(3);
  });

  it("never cut a row in two that a page can hold", async () => {
    const { root } = await read([tableOf(rows)]);
    const found = findTags(root, "TR").slice(1);
    expect(found.map(({ children }) => children[0]?.text)).toEqual(
      rows.map((_row, index) => `Code ${index + 1} Better Care Fund`),
    );
    expect(found.filter(({ pages }) => pages.length !== 1)).toEqual([]);
  });

  it("divide a row that no page can hold, and lose nothing of it", async () => {
    const long = Array.from({ length: 700 }, (_word, index) => `word${index}`).join(" ");
    const pdf = await read([tableOf([rowOf(1), rowOf(2, long), rowOf(3)])]);
    expect(findFaults(pdf)).toEqual([]);
    const [, , divided] = findTags(pdf.root, "TR");
    expect(divided?.pages).toEqual([1, 2]);
    expect(divided?.children[1]?.text).toBe(long);
  });

  it("carry a long paragraph over", async () => {
    const long = Array.from({ length: 1200 }, (_word, index) => `word${index}`).join(" ");
    const pdf = await read([{ kind: "paragraph", text: long }]);
    expect(findFaults(pdf)).toEqual([]);
    expect(pdf.root.children).toMatchObject([{ name: "P", text: long, pages: [1, 2] }]);
  });

  it("keep headings with the first row beneath them", async () => {
    for (let filler = 20; filler < 32; filler += 1) {
      const { root } = await read([
        ...Array.from({ length: filler }, (): Block => ({ kind: "paragraph", text: "Filler" })),
        { kind: "heading", level: 2, text: "Layer" },
        { kind: "heading", level: 3, text: "Outcome" },
        tableOf([rowOf(1)]),
      ]);
      const together = findTags(root, "H2", "H3", "Caption", "TR").flatMap(({ pages }) => pages);
      expect({ filler, pages: new Set(together).size }).toEqual({ filler, pages: 1 });
    }
  });
});

it("has an annex on pages of its own, turned the other way, under its own lines, counted through", async () => {
  const annex = {
    orientation: "landscape" as const,
    running: { header: "Appendix", footer: "As reported" },
    blocks: [{ kind: "heading" as const, level: 2 as const, text: "Figures" }, tableOf([rowOf(1)])],
  };
  const blocks: Block[] = [{ kind: "heading", level: 1, text: "Implications" }, tableOf([rowOf(1)])];
  const pdf = await read(blocks, { orientation: "portrait", annexes: [annex] });
  expect(findFaults(pdf)).toEqual([]);
  const pages = pdf.objects.list(pdf.objects.dictionary(pdf.catalogue.Pages).Kids);
  expect(
    pages.map((page) =>
      pdf.objects.list(pdf.objects.dictionary(page).MediaBox).map((side) => Math.round(Number(side))),
    ),
  ).toEqual([
    [0, 0, 595, 842],
    [0, 0, 842, 595],
  ]);
  expect(findTags(pdf.root, "H1", "H2").map(({ text, pages: on }) => [text, on])).toEqual([
    ["Implications", [1]],
    ["Figures", [2]],
  ]);
  expect(pdf.artifacts.map(squeeze)).toEqual([
    squeeze("The councilAs reportedPage 1 of 2"),
    squeeze("AppendixAs reportedPage 2 of 2"),
  ]);
});

describe("the search for faults", () => {
  it("finds them in a document that is not tagged", async () => {
    const pdf = new PDFKit({ size: "A4" });
    pdf.text("Nobody said what this is.");
    const faults = findFaults(await readPdf(await closePdf(pdf)));
    expect(faults).toEqual(
      expect.arrayContaining([
        "it is not marked as tagged",
        "it names no language",
        "a reader shows the file's name, not the title",
        "it does not say that it is PDF/UA",
        "its metadata have no title",
        "its root is ",
        expect.stringMatching(/TJ” on page 1 is not marked$/),
      ]),
    );
  });
});
