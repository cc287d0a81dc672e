import { expect, type Page } from "@playwright/test";
import { type Paper, type PaperRow, readPaper, readRows, type ShownRow, tidy } from "./appendix-rows.ts";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

/*
 * The page of each committee's dashboard, cell by cell, against the data file of its paper: the County's 121 rows and the
 * City's 31. The page shows what the paper prints; where it does not, this list names the row and the cell, and why.
 */
const DIFFERENCES: Record<string, Record<string, { shown: string; because: string }>> = {
  "2017-18-19": {
    code: {
      shown: "ASCOF 2C pt 2",
      because: "The paper calls it Local yet gives it a national quartile; it is ASCOF 2C pt 2",
    },
    progress: {
      shown: "Better",
      because: "The paper compares only what it rates; the page compares both figures",
    },
  },
  "2019-20-27": {
    aim: { shown: "High", because: "The printed “п” can't be read: the measure's aim is shown" },
  },
  "2019-20-28": {
    aim: { shown: "High", because: "The printed “П” can't be read: the measure's aim is shown" },
  },
  "2020-21-03": {
    previous: {
      shown: "N/A",
      because: "The 2019/20 paper printed the same blank as N/A, and saying it again made no new revision",
    },
  },
  "2020-21-15": {
    previous: {
      shown: "N/A",
      because: "The 2019/20 paper printed the same blank as N/A, and saying it again made no new revision",
    },
  },
  "2020-21-07": {
    previous: { shown: "1,373k (Apr-Nov)", because: "The same figure, as the 2019/20 paper prints it" },
  },
  "2020-21-10": {
    previous: { shown: "244.9k (Apr-Nov)", because: "The same figure, as the 2019/20 paper prints it" },
  },
  "2020-21-11": {
    previous: { shown: "140.0k (Apr-Nov)", because: "The same figure, as the 2019/20 paper prints it" },
  },
};

const AIM: Record<string, string> = {
  H: "High",
  High: "High",
  L: "Low",
  Low: "Low",
  "Target Band Width": "Target band",
  "N/A": "N/A",
};
const RATING: Record<string, string> = { G: "Green", A: "Amber", R: "Red", "N/A": "Not rated" };
const PROGRESS: Record<string, string> = {
  "▲": "Better",
  "▼": "Worse",
  "◀▶": "Similar",
  "N/A": "Not compared",
};

/** Which columns of the page hold which cells of the paper. */
interface Headings {
  target: string;
  current: string;
  previous: string;
  nextTarget?: string;
}

interface Edition {
  paper: string;
  rows: 30 | 31;
  headings: Headings;
  sentence: string;
}

const COUNTY: Edition[] = [
  {
    paper: "county-2017-18",
    rows: 30,
    headings: { target: "2017/18 target", current: "2017/18 performance", previous: "2016/17 performance" },
    sentence: "17 on target, 4 within tolerance, 1 to miss, 8 no judgement: 30 measures",
  },
  {
    paper: "county-2019-20",
    rows: 31,
    headings: {
      target: "2019/20 milestone",
      current: "2019/20 performance",
      nextTarget: "2020/21 target",
      previous: "2018/19 performance",
    },
    sentence: "19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures",
  },
  {
    paper: "county-2020-21",
    rows: 30,
    headings: { target: "2020/21 target", current: "2020/21 performance", previous: "2019/20 performance" },
    sentence: "8 on target, 6 within tolerance, 1 to miss, 15 no judgement: 30 measures",
  },
  {
    paper: "county-2022-23",
    rows: 30,
    headings: {
      target: "National average or local target",
      current: "2022/23 performance",
      previous: "2021/22 performance",
    },
    sentence: "16 better, 4 similar, 3 worse, 7 no judgement: 30 measures",
  },
];

/** What a cell should show; undefined: the paper has no such column, or its picture is lost. */
type Expected = Record<string, string | undefined>;

const expectedOfCounty = (row: PaperRow): Expected => ({
  code: row.measure === "Local" ? "Local" : `ASCOF ${tidy(row.code)}`,
  title: tidy(row.title),
  aim: AIM[tidy(row.aim)],
  rating: row.rating === null ? undefined : RATING[tidy(row.rating)],
  progress: row.progress == null ? undefined : PROGRESS[row.progress],
  target: tidy(row.target),
  nextTarget: row.nextTarget === undefined ? undefined : tidy(row.nextTarget),
  current: tidy(row.current),
  previous: tidy(row.previous),
  quartile: row.quartile === undefined ? undefined : tidy(row.quartile).replace("N/A", "None"),
});

/** The code as the paper prints it, where that is not the official one. */
const codeOf = ({ cells, printedCode }: ShownRow): string =>
  printedCode === null ? (cells.Measure ?? "") : `${cells.Measure?.split(" ")[0]} ${printedCode}`;

const shownOfCounty = (row: ShownRow, headings: Headings): Expected => ({
  code: codeOf(row),
  title: row.cells.Description,
  aim: row.cells.Aim,
  rating: row.cells.RAG ?? row.cells.Rating,
  progress: row.cells.Progress,
  target: row.cells[headings.target],
  nextTarget: headings.nextTarget && row.cells[headings.nextTarget],
  current: row.cells[headings.current],
  previous: row.cells[headings.previous],
  quartile: row.cells.Quartile,
});

const withDifferences = (id: string, expected: Expected): Expected => ({
  ...expected,
  ...Object.fromEntries(Object.entries(DIFFERENCES[id] ?? {}).map(([cell, { shown }]) => [cell, shown])),
});

/** Only the cells that the paper has: what the page adds to it is no difference. */
const onlyPrinted = (expected: Expected, shown: Expected): Expected =>
  Object.fromEntries(
    Object.keys(expected).flatMap((cell) => (expected[cell] === undefined ? [] : [[cell, shown[cell]]])),
  );

const printedOnly = (expected: Expected): Expected =>
  Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));

const open = async (page: Page, { organisation, edition }: Paper) => {
  const query = new URLSearchParams({ organisation, period: edition });
  await page.goto(`/performance?${query}`);
  await expect(page.locator("table.app-dashboard").first()).toBeVisible();
};

/** The counts above the table are those of the rows beneath it, and the sentence says the same. */
const expectCountsToReconcile = async (page: Page, rows: ShownRow[], sentence: string) => {
  const numbers = await page.locator(".app-counts__number").allTextContents();
  const ratings = rows.map(({ cells }) => cells.RAG ?? cells.Rating);
  const count = (...words: string[]) => ratings.filter((rating) => words.includes(rating ?? "")).length;
  expect(numbers.map(Number)).toEqual([
    count("Green", "Better"),
    count("Amber", "Similar"),
    count("Red", "Worse"),
    count("Not rated"),
  ]);
  await expect(page.getByText(sentence, { exact: true })).toBeVisible();
};

/** The words of each cell have room on the sheet: A4 landscape, within its margins. `size` is in pixels; 8.5 points are 11.3. */
const expectToFitOnPaper = async (page: Page, size: string) => {
  await page.setViewportSize({ width: 1032, height: 700 });
  await page.emulateMedia({ media: "print" });
  const cells = page.locator(".app-dashboard th:visible, .app-dashboard td:visible");
  const over = await cells.evaluateAll((all) =>
    all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map(({ textContent }) => textContent),
  );
  const sizeOf = (cell: Element) => getComputedStyle(cell).fontSize;
  const printed = await page.locator(".app-dashboard td .app-value").first().evaluate(sizeOf);
  await page.emulateMedia({ media: null });
  expect([over, printed]).toEqual([[], size]);
};

test.describe("each committee's dashboard, cell by cell against its paper", () => {
  for (const { paper: name, rows: count, headings, sentence } of COUNTY) {
    test(`the County's: ${name}`, async ({ page }) => {
      const paper = await readPaper(name);
      await signIn(page, "scrutiny", "/cookies");
      await open(page, paper);
      const rows = await readRows(page);
      expect([rows.length, paper.rows.length]).toEqual([count, count]);
      await expect(page.getByText(paper.title, { exact: true })).toBeVisible();
      for (const [index, printed] of paper.rows.entries()) {
        const shown = rows[index] as ShownRow;
        const expected = withDifferences(printed.id, expectedOfCounty(printed));
        const cells = onlyPrinted(expected, shownOfCounty(shown, headings));
        expect({ id: printed.id, ...cells }).toEqual({ id: printed.id, ...printedOnly(expected) });
        expect(shown.layer?.toLowerCase(), printed.id).toBe(printed.layer?.toLowerCase());
        expect(shown.betterCareFund, printed.id).toBe(printed.betterCareFund);
        // Colours that the paper lost are not made up: what stands in their place says that it is only suggested.
        const lost = paper.scheme === "BENCHMARK" && shown.cells.Rating !== "Not rated";
        expect(shown.suggested, printed.id).toBe(lost);
      }
      await expectCountsToReconcile(page, rows, sentence);
      await expectToFitOnPaper(page, "11.3333px");
      await inspect(page, `appendix-${name}`);
    });
  }

  test("the City's quarter 3", async ({ page }) => {
    const paper = await readPaper("leicester-2017-18-q3");
    await signIn(page, "scrutiny", "/cookies");
    await open(page, paper);
    const rows = await readRows(page);
    expect([rows.length, paper.rows.length]).toEqual([31, 31]);
    for (const [index, printed] of paper.rows.entries()) {
      const { id } = printed;
      const { cells } = rows[index] as ShownRow;
      const expected = expectedOfCity(printed);
      expect({
        id,
        code: codeOf(rows[index] as ShownRow).replace(/^\w+ /, ""),
        title: cells.Description,
        previous: cells["2016/17 performance"],
        england: cells["England average"],
        rank: cells["England rank"],
        earlierRank: cells["Earlier rank"],
        q1: cells["Quarter 1"],
        q2: cells["Quarter 2"],
        current: cells["Quarter 3, 2017/18"],
        target: cells["2017/18 target"],
        rating: cells.RAG,
        comments: cells.Comments,
      }).toEqual({ id, ...expected });
    }
    await expectCountsToReconcile(
      page,
      rows,
      "8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures",
    );
    await expectToFitOnPaper(page, "9.33333px");
    await inspect(page, "appendix-leicester");
  });
});

const orNone = (printed: string | null | undefined, none: string): string =>
  printed == null || printed === "N/A" || printed === "No national data published" ? none : tidy(printed);

/** “From 147/150” and “126/150 (=)” as the page writes them. */
const rankWords = (printed: string | null | undefined): string =>
  orNone(printed, "None")
    .replace(/^From /, "")
    .replace(/^(\d+)\/(\d+)/, "$1 of $2");

const expectedOfCity = (row: PaperRow) => ({
  code: tidy(row.code),
  title: tidy(row.variant ? `${row.title} (${row.variant})` : row.title),
  previous: tidy(row.baseline),
  england: orNone(row.englandAverage, "None"),
  rank: rankWords(row.englandRank),
  earlierRank: rankWords(row.previousRank),
  q1: orNone(row.q1, "No figure"),
  q2: orNone(row.q2, "No figure"),
  current: tidy(row.q3),
  target: tidy(row.target),
  rating: row.rating === null ? "Not rated" : RATING[row.rating],
  comments: row.comments === null ? "None" : tidy(row.comments),
});
