import { expect, type Page } from "@playwright/test";

/** Asks the API as whoever is signed in on the page, and hands out what its one field answers. */
export const asked = async (page: Page, query: string, variables: object) => {
  const { data, errors } = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      return await (await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(body) })).json();
    },
    { query, variables },
  );
  expect(errors ?? []).toEqual([]);
  // biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
  return Object.values(data)[0] as any;
};

const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
  ... on AssessmentSaved { assessment { reference } } } }`;

/** An assessment of the test's own in the department of the demo people, by whoever is signed in. Answers with its reference. */
export const startAssessment = async (page: Page, title: string, templateKey: string): Promise<string> => {
  const departments = await asked(page, "{ departments { id name } }", {});
  const { id: department } = departments.find(
    ({ name }: { name: string }) => name === "Adults and Communities",
  );
  return (await asked(page, START, { input: { title, department, templateKey } })).assessment.reference;
};
