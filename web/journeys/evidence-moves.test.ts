import { type Browser, expect, type Page } from "@playwright/test";
import { addressOf } from "./applications.ts";
import { asked } from "./ask-api.ts";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn } from "./keyboard.ts";
import { type DemoPerson, signIn } from "./people.ts";
import { sign, writeShort } from "./short-assessment.ts";

/**
 * The loop from the decision back to the figures: one that was cited is corrected past what its lead wanted to hear of, and the
 * signed assessment is due for review, with the reason.
 */

const TITLE = "Shorter waits at Mill Street";
const CODE = "JOURNEY-waits";
const failure = "... on Error { message }";
const DEFINE = `mutation ($input: DefineMetricInput!) { defineMetric(input: $input) { __typename ${failure} } }`;
const RECORD = `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
  ... on ObservationsRecorded { observations { id recordedAt } } ${failure} } }`;
const CITE = `mutation ($input: LinkEvidenceInput!) { linkEvidence(input: $input) {
  ... on EvidenceLinked { evidence { id } } ${failure} } }`;
const WATCH = `mutation ($input: WatchEvidenceInput!) { watchEvidence(input: $input) { __typename ${failure} } }`;

const METRIC = {
  code: CODE,
  framework: "LOCAL",
  officialCode: CODE,
  title: "Callers seen within ten minutes",
  aim: "HIGH",
  unit: "PERCENT",
  accumulation: "PERIOD",
  definition: "Made up for a journey: callers whom somebody speaks to within ten minutes of their arrival.",
};

/** What somebody does beforehand, in a browser of their own. */
const meanwhile = async <Done>(
  browser: Browser,
  baseURL: string,
  person: DemoPerson,
  work: (page: Page) => Promise<Done>,
): Promise<Done> => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, person, "/cookies");
  const done = await work(page);
  await context.close();
  return done;
};

const record = async (page: Page, value: string, basedOnRecordedAt?: string) => {
  const figure = { metric: CODE, organisation: "E10000018", period: "2023-24", value, basedOnRecordedAt };
  const { observations } = await asked(page, RECORD, { input: { figures: [figure] } });
  return observations[0];
};

test("a cited figure moves, and its assessment's lead is told why a review is due", async ({
  page,
  browser,
}, { parallelIndex }) => {
  const as = <Done>(person: DemoPerson, work: (own: Page) => Promise<Done>) =>
    meanwhile(browser, addressOf(parallelIndex), person, work);
  const cited = await as("analyst", async (own) => {
    expect((await asked(own, DEFINE, { input: METRIC })).__typename).toBe("MetricDefined");
    return await record(own, "82.0");
  });
  const reference = await as("lead.officer", async (own) => {
    const written = await writeShort(own, TITLE, "One counter more on Mondays.");
    const { evidence } = await asked(own, CITE, {
      input: { reference: written, place: "summary", observation: cited.id },
    });
    const watched = { reference: written, evidence: evidence.id, below: "80", basedOnVersion: 0 };
    expect((await asked(own, WATCH, { input: watched })).__typename).toBe("EvidenceWatched");
    await sign(own, written, "SUBMIT");
    return written;
  });
  await as("deg.chair", (own) => sign(own, reference, "SIGN_OFF"));
  await as("analyst", (own) => record(own, "74.5", cited.recordedAt));

  await signIn(page, "lead.officer", "/");
  // The watch is a job: it is done within moments, and the page shows it when it is asked for again.
  const told = page.getByRole("link", { name: `Due for review, since something has changed: ${TITLE}` });
  await expect
    .poll(
      async () => {
        await page.reload();
        return await told.isVisible();
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await inspect(page, "home-review-due");
  await pressOn(page, told);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText("Review due", { exact: true }).first()).toBeVisible();
  const why = page.getByRole("table", { name: "Why it is due for review" });
  await expect(why.getByRole("row", { name: /82\.0%.*74\.5% in 2023\/24, below 80/ })).toBeVisible();
  await inspect(page, "review-due");
});
