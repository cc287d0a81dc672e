import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { type DemoPerson, signIn } from "./people.ts";

/**
 * The scrutiny member's job: find what is red on the County's dashboard, open one measure, read its figures, its rank and
 * what was written about it, and take it along.
 */
const COUNTY = "E10000018";
const METRIC = "2A pt 1";
const TITLE = /Permanent admissions to care \(aged 18–64\)/;
const YEAR = "2021-22";

/** Asks the API as somebody who is signed in, from a page of our own origin. */
const asked = async (page: Page, query: string, variables: object) =>
  await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(body) });
      return await response.json();
    },
    { query, variables },
  );

const write = async (browser: Browser, person: DemoPerson, mutation: string, input: object) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, person, "/cookies");
  const { data, errors } = await asked(page, mutation, { input });
  expect(errors ?? []).toEqual([]);
  await context.close();
  return Object.values(data)[0];
};

const RECORD = `mutation ($input: RecordObservationsInput!) {
  recordObservations(input: $input) { __typename ... on ObservationsRecorded { recorded } ... on Error { message } }
}`;
const COMMENT = `mutation ($input: WriteCommentaryInput!) {
  writeCommentary(input: $input) { __typename ... on Error { message } }
}`;

const OTHERS = ["E10000024", "E10000019", "E10000034", "E10000028", "E10000016", "E10000011", "E10000014"];

/** What other authorities reported that year, and groups of people in our own: the papers have neither. */
const prepare = async (browser: Browser) => {
  const place = { metric: METRIC, period: YEAR };
  const groups = [
    { category: "Men", value: "6.0", numerator: "14", denominator: "213000" },
    { category: "Women", value: "4.7", numerator: "10", denominator: "213000" },
    { category: "Another sex", value: "80.0", numerator: "2", denominator: "2500" },
  ];
  const figures = [
    ...OTHERS.map((organisation, index) => ({ ...place, organisation, value: `${8 + index}.5` })),
    ...groups.map(({ category, ...parts }) => ({
      ...place,
      ...parts,
      organisation: COUNTY,
      breakdown: { characteristic: "SEX", category },
    })),
  ];
  expect(await write(browser, "analyst", RECORD, { figures })).toMatchObject({
    __typename: "ObservationsRecorded",
    recorded: figures.length,
  });
  const commentary = {
    ...place,
    organisation: COUNTY,
    data: "Twenty-six people moved into a home in the year.",
    review: "Eight of them had waited for supported living.",
    action: "Two schemes open in the spring.",
  };
  expect(await write(browser, "head.of.service", COMMENT, commentary)).toMatchObject({
    __typename: "CommentaryWritten",
  });
};

const findRed = async (page: Page) => {
  await page.getByLabel("Organisation").selectOption({ label: "Leicestershire County Council" });
  await page
    .getByLabel("Reported period")
    .selectOption({ label: "April to November 2017 (reported 16 January 2018)" });
  await page.getByRole("button", { name: "Show this dashboard" }).click();
  await expect(page.getByText("Leicestershire County Council, April to November 2017")).toBeVisible();
  await page.getByLabel("Rating").selectOption({ label: "Red (1)" });
  await page
    .getByRole("button", { name: /^Filter|^Show/ })
    .last()
    .click();
  await expect(page.getByRole("status").filter({ hasText: "Showing 1 of" })).toBeVisible();
  await inspect(page, "scrutiny-red");
};

const walkChart = async (page: Page) => {
  const chart = page.getByRole("application", { name: /^Chart of Permanent admissions/ });
  await chart.focus();
  const spoken = page.locator("figure").filter({ has: chart }).getByRole("status");
  await page.keyboard.press("ArrowRight");
  await expect(spoken).toContainText("2017/18. Leicestershire County Council, forecast: 8.8");
  await page.keyboard.press("ArrowRight");
  await expect(spoken).toContainText("2018/19. Leicestershire County Council: ");
  await expect(page.locator(".app-reading")).toContainText("2018/19");
  await page.keyboard.press("ArrowLeft");
  await expect(spoken).toContainText("2017/18");
  await inspect(page, "metric-chart-by-key");
};

const readRank = async (page: Page) => {
  const rank = page.getByRole("region", { name: "Rank among authorities" });
  await expect(rank).toContainText("8 authorities of England reported for 2021/22.");
  await expect(rank).toContainText("Leicestershire County Council: 1 of 8.");
  await rank.getByText("All 8 standings").click();
  await expect(rank.getByRole("row").filter({ hasText: "Nottinghamshire" }).last()).toContainText(
    "8.5 per 100,000",
  );
  await rank.getByLabel("Among").selectOption("East Midlands");
  await rank.getByRole("button", { name: "Show ranks" }).click();
  await expect(rank).toContainText(/authorities of East Midlands reported for 2021\/22/);
};

const readWords = async (page: Page) => {
  const commentary = page.getByRole("region", { name: "Commentary" });
  await expect(commentary).toContainText("Eight of them had waited for supported living.");
  await expect(commentary).toContainText("Head of service");
  const groups = page.getByRole("region", { name: "By protected characteristic" });
  await expect(groups.getByRole("row").filter({ hasText: "Another sex" })).toContainText(
    "Suppressed to protect privacy",
  );
};

const download = async (page: Page) => {
  const waiting = page.waitForEvent("download");
  await page
    .getByRole("link", { name: "Download the figures of Leicestershire County Council as CSV" })
    .click();
  const file = await (await waiting).path();
  const text = await readFile(file, "utf8");
  expect(text).toContain(METRIC);
  expect(text).toContain("6.1");
  // Disclosure control holds in files as well.
  expect(text.split("\n").filter((line) => line.includes("Another sex") && line.includes(",80.0,"))).toEqual(
    [],
  );
};

test("the scrutiny member finds what is red, reads it and takes it along", async ({ page, browser }) => {
  await prepare(browser);
  await signIn(page, "scrutiny", "/performance");
  await findRed(page);
  await page.getByRole("table").getByRole("link", { name: /admi/i }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeFocused();
  await inspect(page, "metric");
  await walkChart(page);
  await readRank(page);
  await inspect(page, "metric-ranked");
  await readWords(page);
  await download(page);
});

/** The figures' row of one period: the first of the page's tables. */
const rowOf = (page: Page, period: string) =>
  page
    .getByRole("region", { name: /^Figures/ })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: period, exact: true }) });

test("two councils stand beside each other, as known today and on an earlier day", async ({ page }) => {
  await signIn(page, "scrutiny", `/performance/metrics/1D?organisation=${COUNTY}`);
  await page.getByLabel("Set beside it").selectOption({ label: "Leicester City Council" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Beside it: Leicester City Council.")).toBeVisible();
  await expect(rowOf(page, "2014/15")).toContainText("7.2");
  await inspect(page, "metric-side-by-side");
  await page.goto(`/performance/metrics/LOCAL-heritage-visits?organisation=${COUNTY}`);
  await expect(rowOf(page, "April to November 2019")).toContainText("176.5k");
  await page.getByRole("textbox", { name: "Day", exact: true }).fill("20");
  await page.getByRole("textbox", { name: "Month", exact: true }).fill("1");
  await page.getByRole("textbox", { name: "Year", exact: true }).fill("2020");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText(/Figures as they were known at the end of 20 January 2020/)).toBeVisible();
  const row = rowOf(page, "April to November 2019");
  await expect(row).toContainText("107.8k");
  await row.getByText("1 other value").click();
  await expect(row).toContainText("Since then:");
  await inspect(page, "metric-as-at");
});

test("a day that is no day is told at its field", async ({ page }) => {
  await signIn(page, "scrutiny", `/performance/metrics/1D?organisation=${COUNTY}`);
  await page.getByRole("textbox", { name: "Day", exact: true }).fill("31");
  await page.getByRole("textbox", { name: "Month", exact: true }).fill("2");
  await page.getByRole("textbox", { name: "Year", exact: true }).fill("2020");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "metric-with-error");
});
