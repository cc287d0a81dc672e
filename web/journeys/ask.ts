import { type Browser, expect } from "@playwright/test";
import { type DemoPerson, signIn } from "./people.ts";

export const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
  ... on AssessmentSaved { assessment { reference } } ... on Error { message } } }`;

/**
 * Asks the API as somebody, from a page of our own origin, and hands out what its one field answers. `input` may be worked out from
 * the id of the person's department.
 */
export const askAs = async <Answer>(
  browser: Browser,
  person: DemoPerson,
  query: string,
  input: (department: string) => object,
): Promise<Answer> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, person, "/cookies");
  const ask = (body: object) =>
    page.evaluate(async (asked) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(asked) });
      return await response.json();
    }, body);
  const { data: own } = await ask({ query: "{ viewer { department { id } } }" });
  const { data, errors } = await ask({ query, variables: { input: input(own.viewer.department?.id ?? "") } });
  expect(errors ?? []).toEqual([]);
  await context.close();
  const answer = Object.values(data)[0] as Answer & { message?: string };
  expect(answer.message).toBeUndefined();
  return answer;
};

interface Started {
  assessment: { reference: string };
}

/** A draft of the lead officer's own. Hands out its reference. */
export const startDraft = async (browser: Browser, title: string, more: object = {}): Promise<string> => {
  const { assessment } = await askAs<Started>(browser, "lead.officer", START, (department) => ({
    title,
    department,
    ...more,
  }));
  return assessment.reference;
};
