import type { Block, BlockDocument } from "@due-regard/document/document";
import { describe, expect, it, vi } from "vitest";
import { readDocx } from "./testing/read-docx.ts";
import { writeDocx } from "./write-docx.ts";

const documentOf = (blocks: Block[], change: Partial<BlockDocument> = {}): BlockDocument => ({
  title: "Adults & Communities < 2020",
  language: "en-GB",
  date: new Date("2020-01-20T12:00:00Z"),
  orientation: "portrait",
  running: { header: "Draft, revision 2, not signed", footer: "Home care" },
  blocks,
  ...change,
});
const read = async (blocks: Block[], change: Partial<BlockDocument> = {}) =>
  readDocx(await writeDocx(documentOf(blocks, change)));

const TABLE: Block = {
  kind: "table",
  caption: "Who may be affected",
  columns: [
    { heading: "Characteristic", share: 1, rowHeading: true },
    { heading: "Comments", share: 3 },
  ],
  rows: [
    { cells: [[{ text: "Age" }], [{ text: "Older people." }, { text: "Barriers: stairs.", quiet: true }]] },
    { cells: [[{ text: "Sex" }], []] },
    { cells: [[{ text: "All" }], [{ text: "Green", mark: { shape: "circle", tone: "good" } }]], total: true },
  ],
};

const SAMPLE: Block[] = [
  { kind: "heading", level: 1, text: "Home care" },
  { kind: "paragraph", text: "An assessment.", lead: true },
  { kind: "heading", level: 2, text: "Screening" },
  { kind: "heading", level: 3, text: "Consultation" },
  { kind: "heading", level: 4, text: "5. Who was asked" },
  { kind: "paragraph", text: "Have you asked them?", quiet: true },
  { kind: "paragraph", text: "Yes", weight: "bold" },
  { kind: "facts", facts: [{ term: "Department", details: ["Adults", "and Communities"] }] },
  {
    kind: "facts",
    facts: [{ term: "What did they hope for, and what matters to them?", details: ["Rest."] }],
  },
  TABLE,
  { kind: "list", numbered: true, items: ["First.", "Second."] },
  { kind: "list", numbered: false, items: ["A paper."] },
];

describe("a Word document", () => {
  it("has each block as what Word knows it for", async () => {
    const { paragraphs } = await read(SAMPLE);
    expect(
      paragraphs
        .filter(({ inTable, text }) => !inTable && text !== "")
        .map(({ style, text }) => [style, text]),
    ).toEqual([
      ["Heading1", "Home care"],
      ["Lead", "An assessment."],
      ["Heading2", "Screening"],
      ["Heading3", "Consultation"],
      ["Heading4", "5. Who was asked"],
      ["Quiet", "Have you asked them?"],
      ["Normal", "Yes"],
      ["Fact", "Department: Adults"],
      ["FactMore", "and Communities"],
      ["Fact", "What did they hope for, and what matters to them?"],
      ["FactMore", "Rest."],
      ["Caption", "Who may be affected"],
      ["ListParagraph", "First."],
      ["ListParagraph", "Second."],
      ["ListParagraph", "A paper."],
    ]);
  });

  it("has an annex as a section of its own, turned the other way, under its own lines", async () => {
    const annex = {
      orientation: "landscape" as const,
      running: { header: "Appendix", footer: "As reported" },
      blocks: SAMPLE,
    };
    const { parts, paragraphs } = await read(SAMPLE, { annexes: [annex] });
    const sheets = [...(parts["word/document.xml"] ?? "").matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)];
    expect(sheets.map(([, orientation]) => orientation)).toEqual(["portrait", "landscape"]);
    expect(parts["word/header2.xml"]).toContain("Appendix");
    expect(paragraphs.filter(({ text }) => text === "Home care").length).toBe(2);
  });

  it("marks the row of headings as such, and gives every cell a paragraph", async () => {
    const { tables, parts } = await read(SAMPLE);
    expect(tables[0]?.rows).toEqual([
      { isHeading: true, cells: [["Characteristic"], ["Comments"]] },
      { isHeading: false, cells: [["Age"], ["Older people.", "Barriers: stairs."]] },
      { isHeading: false, cells: [["Sex"], [""]] },
      { isHeading: false, cells: [["All"], ["● Green"]] },
    ]);
    expect(parts["word/document.xml"]).toMatch(/<w:gridCol w:w="2409"\/><w:gridCol w:w="7228"\/>/);
  });

  it("counts each numbered list from 1", async () => {
    const list: Block = { kind: "list", numbered: true, items: ["One."] };
    const { parts } = await read([list, list]);
    const numbers = [...(parts["word/document.xml"] ?? "").matchAll(/<w:numId w:val="(\d+)"/g)];
    expect(new Set(numbers.map(([, number]) => number)).size).toBe(2);
  });

  it("says on every page what it is, and which page of how many", async () => {
    const { header, footer, parts } = await read(SAMPLE);
    expect(header).toBe("Draft, revision 2, not signed");
    expect(footer).toMatch(/^Home care\tPage /);
    expect(parts["word/footer1.xml"]).toMatch(/>PAGE<.*>NUMPAGES</s);
    expect(parts["word/document.xml"]).toMatch(/w:type="default"[^>]*\/>.*w:pgSz w:w="11906" w:h="16838"/);
  });

  it("turns the sheet for a wide document", async () => {
    const { parts } = await read(SAMPLE, { orientation: "landscape" });
    expect(parts["word/document.xml"]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
  });

  it("names its language and its title, and nobody", async () => {
    const { parts } = await read(SAMPLE);
    expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-GB"/>');
    const { "docProps/core.xml": core = "" } = parts;
    expect([...core.matchAll(/<(\w+:\w+)[^>]*>([^<]+)</g)].map(([, name, text]) => [name, text])).toEqual([
      ["dc:title", "Adults &amp; Communities &lt; 2020"],
      ["dc:creator", "Due Regard"],
      ["cp:lastModifiedBy", "Due Regard"],
      ["dcterms:created", "2020-01-20T12:00:00Z"],
      ["dcterms:modified", "2020-01-20T12:00:00Z"],
      ["dc:language", "en-GB"],
    ]);
    const properties = Object.keys(parts).filter((name) => name.startsWith("docProps/"));
    for (const name of properties.filter((each) => each !== "docProps/core.xml"))
      expect(parts[name]?.replace(/<[^>]*>/g, "").trim()).toBe("");
    expect(Object.values(parts).join()).not.toMatch(/Un-named|rsid/);
  });

  it("is the same, byte for byte, whenever it is made", async () => {
    const one = await writeDocx(documentOf(SAMPLE));
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    const other = await writeDocx(documentOf(SAMPLE)).finally(() => vi.useRealTimers());
    expect(Buffer.from(other).equals(one)).toBe(true);
  });

  it.each([
    ["line ends", "One\nTwo\r\nThree", "One\nTwo\nThree"],
    ["what looks like XML", `a < b & "c" > d`, `a < b & "c" > d`],
    ["characters that XML can't hold", "a\u0001b\ud800c", "a\ufffdb\ufffdc"],
    ["spaces at its ends", "  so  ", "  so  "],
    ["many scripts", "Łódź 漢字 العربية 👩🏽‍🦽", "Łódź 漢字 العربية 👩🏽‍🦽"],
  ])("keeps %s", async (_name, text, kept) => {
    const { paragraphs } = await read([{ kind: "paragraph", text }]);
    expect(paragraphs[0]?.text).toBe(kept);
  });
});
