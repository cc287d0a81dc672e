import { expect, type Page } from "@playwright/test";
import { asked, startAssessment } from "./ask-api.ts";

/** An assessment of the journey's own on another council's short form: complete with six answers. */

const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename ... on Error { message } } }`;
const READ = `query ($reference: String!) { assessment(reference: $reference) { contentHash signingStatement } }`;
const STEP = `mutation ($input: TransitionAssessmentInput!) { transitionAssessment(input: $input) {
  ... on AssessmentSaved { assessment { status } } ... on Error { message } } }`;

/** Started and answered by whoever is signed in on the page: it waits to be signed. Answers with its reference. */
export const writeShort = async (page: Page, title: string, summary: string): Promise<string> => {
  const reference = await startAssessment(page, title, "short-equality-assessment");
  const cell = (question: string, rest: object) => ({ question, basedOnVersion: 0, ...rest });
  const answers = [
    cell("summary", { text: summary }),
    cell("people", { text: "Forty callers a day, most of them older." }),
    cell("differently-affected", { part: "residents", choice: "NO" }),
    cell("differently-affected", { part: "staff", choice: "NO" }),
    cell("full-assessment-needed", { choice: "NO" }),
    cell("why-not-needed", { text: "Callers may come on any of the days." }),
  ];
  expect((await asked(page, SAVE, { input: { reference, answers } })).__typename).toBe("AnswersSaved");
  return reference;
};

/** Signs with what the person's own page shows: how that is done on pages is other journeys' matter. */
export const sign = async (page: Page, reference: string, action: "SUBMIT" | "SIGN_OFF"): Promise<void> => {
  const { contentHash, signingStatement } = await asked(page, READ, { reference });
  const input = { reference, action, displayedHash: contentHash, statement: signingStatement };
  expect(await asked(page, STEP, { input })).toHaveProperty("assessment.status");
};
