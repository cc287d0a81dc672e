import type { Block, BlockDocument } from "@due-regard/document/document";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { readParts, writeHtml } from "./write-html.ts";

const documentOf = (blocks: Block[]): BlockDocument => ({
  title: "Home care",
  language: "en-GB",
  date: new Date("2026-01-20T12:00:00Z"),
  orientation: "portrait",
  running: { header: "Published", footer: "Home care" },
  blocks,
});

interface Read {
  /** Each element in order, with its attributes. */
  elements: [name: string, attributes: Record<string, string>][];
  text: string;
}

const read = (blocks: Block[]): Read => {
  const found: Read = { elements: [], text: "" };
  const parser = new Parser({
    onopentag: (name, attributes) => found.elements.push([name, attributes]),
    ontext: (text) => {
      found.text += text;
    },
  });
  parser.end(writeHtml(documentOf(blocks)));
  return found;
};

const names = ({ elements }: Read): string[] => elements.map(([name]) => name);

describe("a document as HTML", () => {
  it("leaves its title to the page, keeps the order of headings, and names its parts", () => {
    const html = writeHtml(
      documentOf([
        { kind: "heading", level: 1, text: "Home care" },
        { kind: "paragraph", text: "An assessment.", lead: true },
        { kind: "heading", level: 2, text: "Screening & report" },
        { kind: "heading", level: 3, text: "1. Aims" },
        { kind: "heading", level: 4, text: "Who" },
        { kind: "heading", level: 2, text: "Plan" },
      ]),
    );
    expect(html).toBe(`<div class="app-document" lang="en-GB">
<p class="govuk-body-l">An assessment.</p>
<h2 id="part-1" class="govuk-heading-l">Screening &amp; report</h2>
<h3 class="govuk-heading-m">1. Aims</h3>
<h4 class="govuk-heading-s">Who</h4>
<h2 id="part-2" class="govuk-heading-l">Plan</h2>
</div>
`);
    expect(readParts(html)).toEqual([
      { id: "part-1", html: "Screening &amp; report" },
      { id: "part-2", html: "Plan" },
    ]);
  });

  it("gives a table its caption, the scope of each heading, and each cell the name of its column", () => {
    const { elements, text } = read([
      {
        kind: "table",
        caption: "Who may be affected",
        columns: [
          { heading: "Characteristic", share: 1, rowHeading: true },
          { heading: "Comments", share: 3 },
        ],
        rows: [
          { cells: [[{ text: "Age" }], [{ text: "Older people." }, { text: "Stairs.", quiet: true }]] },
          {
            cells: [[{ text: "All" }], [{ text: "Green", mark: { shape: "circle", tone: "good" } }]],
            total: true,
          },
          { cells: [[{ text: "Sex" }], []] },
        ],
      },
    ]);
    expect(elements[2]?.[0]).toBe("caption");
    expect(elements.filter(([name]) => name === "th").map(([, { scope }]) => scope)).toEqual([
      "col",
      "col",
      "row",
      "row",
      "row",
    ]);
    expect(elements.filter(([name]) => name === "td").map(([, each]) => each["data-label"])).toEqual([
      "Comments",
      "Comments",
      "Comments",
    ]);
    expect(elements.find(([name]) => name === "span")?.[1]).toEqual({ "aria-hidden": "true" });
    expect(text).toContain("● Green");
  });

  it("has lists and facts as what they are, and no empty ones", () => {
    const blocks: Block[] = [
      { kind: "list", numbered: true, items: ["One."] },
      { kind: "list", numbered: false, items: ["Some."] },
      { kind: "list", numbered: false, items: [] },
      { kind: "facts", facts: [{ term: "Department", details: ["Adults", "and Communities"] }] },
      { kind: "facts", facts: [] },
    ];
    const expected = ["div", "ol", "li", "ul", "li", "dl", "div", "dt", "dd", "p", "p"];
    expect(names(read(blocks))).toEqual(expected);
  });

  it("says as text whatever a text holds, wherever it stands: no element, no attribute", () => {
    const expected = names(read(everywhere("plain")));
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        "</p><script>alert(1)</script>",
        '" onmouseover="x',
        "<!--",
        "]]>",
        "&lt;b&gt;",
        '<h2 id="part-9" class="x">Fake</h2>',
      ),
    );
    fc.assert(
      fc.property(hostile, (raw) => {
        const text = raw.replace(/[\r\n]/g, " ");
        const found = read(everywhere(text));
        expect(names(found)).toEqual(expected);
        for (const [, attributes] of found.elements)
          expect(Object.keys(attributes).every((name) => KNOWN.has(name))).toBe(true);
        expect(readParts(writeHtml(documentOf(everywhere(text))))).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps the ends of lines, and shows a sign for what HTML can't hold", () => {
    expect(writeHtml(documentOf([{ kind: "paragraph", text: "One\r\nTwo\u0000\ud800" }]))).toContain(
      "One<br>Two\ufffd\ufffd",
    );
  });
});

const KNOWN = new Set(["class", "id", "lang", "role", "scope", "data-label"]);

const everywhere = (text: string): Block[] => [
  { kind: "heading", level: 2, text },
  { kind: "paragraph", text },
  { kind: "list", numbered: false, items: [text] },
  { kind: "facts", facts: [{ term: text, details: [text] }] },
  {
    kind: "table",
    caption: text,
    columns: [{ heading: text, share: 1, rowHeading: true }],
    rows: [{ cells: [[{ text }]] }],
  },
];
