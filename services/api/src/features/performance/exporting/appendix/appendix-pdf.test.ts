import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { readPapers } from "@due-regard/database/sample-data/performance/read-papers";
import { parsePrintedCode, parsePrintedRating } from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import { findFaults } from "@due-regard/pdf/testing/find-faults";
import { findTags, type ReadPdf, type ReadTag, readPdf } from "@due-regard/pdf/testing/read-pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTY, LEICESTER } from "../../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../../testing/test-api.ts";
import { writeAppendix } from "../testing/make-appendix.ts";
import { ratingWords } from "../words.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

interface PaperRow {
  code: string | null;
  measure?: "Local" | "ASCOF";
  title: string;
  rating: string | null;
  target: string;
  current: string;
  previous: string;
}

interface Paper {
  organisation: string;
  edition: string;
  rows: PaperRow[];
}

/** Of each edition: how many pages, and under which headings its cells stand. */
const EDITIONS: Record<
  string,
  { pages: number; headings: Record<"rating" | "target" | "current" | "previous", string> }
> = {
  "2017-04/2017-11": {
    pages: 7,
    headings: {
      rating: "RAG rating",
      target: "2017/18 target",
      current: "2017/18 performance",
      previous: "2016/17 performance",
    },
  },
  "2019-04/2019-11": {
    pages: 7,
    headings: {
      rating: "RAG rating",
      target: "2019/20 milestone",
      current: "2019/20 performance",
      previous: "2018/19 performance",
    },
  },
  "2020-04/2020-11": {
    pages: 7,
    headings: {
      rating: "RAG rating",
      target: "2020/21 target",
      current: "2020/21 performance",
      previous: "2019/20 performance",
    },
  },
  "2022-04/2022-11": {
    pages: 7,
    headings: {
      rating: "Rating",
      target: "National average or local target",
      current: "2022/23 performance",
      previous: "2021/22 performance",
    },
  },
  "2017-18-Q3": {
    pages: 10,
    headings: {
      rating: "RAG rating and progress",
      target: "2017/18 target",
      current: "Quarter 3, 2017/18",
      previous: "2016/17 performance",
    },
  },
};

const readEditions = async (): Promise<Paper[]> => {
  const { county, city } = await readPapers();
  const quarter = city.rows.map((row) => ({
    ...row,
    title: row.variant ? `${row.title} (${row.variant})` : row.title,
    current: row.q3,
    previous: row.baseline,
  }));
  return [...county, { ...city, rows: quarter }];
};

/** A table's rows by the heading of each cell, as a screen reader announces them. */
const rowsOf = (table: ReadTag): Record<string, ReadTag>[] => {
  const [headings, ...rows] = findTags(table, "TR");
  const names = headings?.children.map(({ text }) => text) ?? [];
  return rows.map(({ children }) =>
    Object.fromEntries(names.flatMap((name, index) => (children[index] ? [[name, children[index]]] : []))),
  );
};

const measureRows = ({ root }: ReadPdf): Record<string, ReadTag>[] =>
  findTags(root, "Table")
    .filter((table) => (findTags(table, "TR")[0]?.children.length ?? 0) > 5)
    .flatMap(rowsOf);

const paragraphs = (cell: ReadTag | undefined): string[] => cell?.children.map(({ text }) => text) ?? [];

/** What a row may be known by: the framework's code, or the paper's own where that is another. */
const codesOf = ({ code, measure }: PaperRow): string[] => {
  if (code === null) return [measure ?? ""];
  return [[measure, parsePrintedCode(code).value ?? code].filter(Boolean).join(" "), `Printed: ${code}`];
};

describe("every row of the papers, in the tags of its edition's PDF", () => {
  it("has the code, title, rating, target, current and previous figure of all 152 rows, in order", async () => {
    let compared = 0;
    for (const { organisation, edition, rows } of await readEditions()) {
      const pdf = await readPdf(await writeAppendix(api, { organisation, period: edition }));
      const found = measureRows(pdf);
      expect(found.length).toBe(rows.length);
      for (const [index, printed] of rows.entries()) {
        const row = found[index] ?? {};
        const at = EDITIONS[edition]?.headings ?? { rating: "", target: "", current: "", previous: "" };
        const first = Object.values(row)[0]?.text ?? "";
        expect({ edition, index, first }).toSatisfy(() =>
          codesOf(printed).some((code) => first.includes(code)),
        );
        const described = paragraphs(row.Description ?? row["Measure and description"]);
        expect(described).toContain(normaliseWhiteSpace(printed.title));
        const figures = [at.target, at.current, at.previous].map((heading) => paragraphs(row[heading])[0]);
        expect({ edition, index, figures }).toEqual({
          edition,
          index,
          figures: [printed.target, printed.current, printed.previous].map(normaliseWhiteSpace),
        });
        const rated = paragraphs(row[at.rating]);
        const rating = parsePrintedRating(printed.rating);
        if (rating.legible || organisation === LEICESTER) expect(rated[0]).toBe(ratingWords(rating.value));
        else expect(rated).toSatisfy(isSuggestion);
        compared += 1;
      }
    }
    expect(compared).toBe(152);
  });
});

/** A colour that was lost is suggested, or there is nothing to judge. */
const isSuggestion = ([rated, beneath = ""]: string[]): boolean =>
  rated === "No judgement"
    ? beneath === ""
    : /^(Better|Similar|Worse)$/.test(rated ?? "") && beneath === "Suggested";

describe("the file", () => {
  it("is tagged without a fault that a program can find, for every edition", async () => {
    for (const { organisation, edition } of await readEditions()) {
      const pdf = await readPdf(await writeAppendix(api, { organisation, period: edition }));
      expect({ edition, faults: findFaults(pdf), pages: pdf.pageCount }).toEqual({
        edition,
        faults: [],
        pages: EDITIONS[edition]?.pages,
      });
      expect(pdf.catalogue.Lang).toBe("en-GB");
      for (const table of findTags(pdf.root, "Table")) {
        const [first, ...others] = findTags(table, "TR");
        expect(first?.children.every(({ name, scope }) => name === "TH" && scope === "Column")).toBe(true);
        const headings = others.map(({ children }) => children.filter(({ scope }) => scope === "Row").length);
        expect(new Set(headings)).toEqual(new Set([1]));
        expect(others.filter((row) => row.pages.length !== 1)).toEqual([]);
      }
    }
  });

  it("names its pages, repeats its headings on them, and has bookmarks", async () => {
    const pdf = await readPdf(await writeAppendix(api, { organisation: COUNTY, period: "2019-04/2019-11" }));
    expect(pdf.artifacts[1]).toMatch(/^Measure Description Aim RAG rating/);
    for (const [index, text] of pdf.artifacts.entries()) {
      expect(text).toContain(`Page ${index + 1} of 7`);
      expect(text).toContain("Leicestershire County Council: Adults and Communities Performance 2019-20");
    }
    const [top] = pdf.bookmarks;
    expect(top?.items.map(({ title }) => title)).toEqual([
      "Headline counts",
      "Prevent need",
      "Reduce need",
      "Delay need",
      "Meet need",
      "Key to columns",
      "Notes and doubts",
      "Sources",
    ]);
  });

  it("is the same each time, dated by its figures, and names nobody", async () => {
    const asked = { organisation: COUNTY, period: "2019-04/2019-11" };
    const bytes = await writeAppendix(api, asked);
    expect(Buffer.compare(bytes, await writeAppendix(api, asked))).toBe(0);
    const { info, xml, root } = await readPdf(bytes);
    expect(info).toMatchObject({
      Title:
        "Adults and Communities Performance 2019-20: Leicestershire County Council, April to November 2019",
      CreationDate: "D:20200120235959Z",
    });
    expect(info).not.toHaveProperty("Author");
    const everything = `${JSON.stringify(info)} ${xml} ${root.text}`;
    const names = DEMO_ACCOUNTS.flatMap(({ name, email }) => [name.replace(" (demo)", ""), email]);
    expect(names.filter((name) => everything.includes(name))).toEqual([]);
  });
});
