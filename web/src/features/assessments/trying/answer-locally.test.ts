import { expect, test } from "vitest";
import { answerLocally, mutationField } from "./answer-locally.ts";
import { NOTHING_YET, previewInput } from "./made-up.ts";

test.each([
  [
    "mutation SaveAnswers($input: SaveAnswersInput!) {\n saveAnswers(input: $input) { __typename } }",
    "saveAnswers",
  ],
  ["# SaveAnswers\nmutation SaveAnswers($input: X!) { saveAnswers(input: $input) { x } }", "saveAnswers"],
  ["mutation { named: linkEvidence { x } }", "linkEvidence"],
  ["query Draft($reference: String!) { assessment(reference: $reference) { id } }", null],
  ["fragment mutation on X { y }", null],
])("%s asks for %s", (text, field) => {
  expect(mutationField(text)).toBe(field);
});

test("answers are kept in the page, with a version that grows, as the server would", () => {
  const save = (text: string) => ({
    reference: "",
    answers: [{ question: "who", part: null, choice: null, text, basedOnVersion: 0 }],
  });
  const first = answerLocally(NOTHING_YET, "saveAnswers", save("One"));
  const second = answerLocally(first.madeUp, "saveAnswers", save("Two"));
  expect(previewInput(second.madeUp).answers).toEqual([
    { question: "who", part: null, choice: null, text: "Two", version: 2 },
  ]);
  expect(second.data).toMatchObject({
    saveAnswers: {
      __typename: "AnswersSaved",
      assessment: { __typename: "Assessment" },
      answers: [{ question: "who", part: null, version: 2 }],
    },
  });
});

test("rows and actions are kept too, and an action can be taken out again", () => {
  const impacts = [{ characteristic: "AGE", affected: true, basedOnVersion: 0 }];
  const { madeUp } = answerLocally(NOTHING_YET, "saveCharacteristicImpacts", { stage: "REPORT", impacts });
  const rights = [
    { part: "CONVENTION", article: 8, affected: true, justification: { necessary: "So" }, basedOnVersion: 0 },
  ];
  const more = answerLocally(madeUp, "saveRightImpacts", { stage: "REPORT", impacts: rights }).madeUp;
  const action = { objective: "o", basedOnVersion: 0 };
  const planned = answerLocally(more, "saveImprovementAction", action).madeUp;
  expect(previewInput(planned)).toMatchObject({
    characteristicImpacts: [{ stage: "REPORT", characteristic: "AGE", affected: true, version: 1 }],
    rightImpacts: [{ article: 8, necessary: "So", version: 1 }],
    improvementActions: [{ objective: "o" }],
  });
  const [{ id = "" } = {}] = planned.actions;
  expect(answerLocally(planned, "saveImprovementAction", { id, remove: true }).madeUp.actions).toEqual([]);
});

test("everything else is refused, and changes nothing", () => {
  const { madeUp, data } = answerLocally(NOTHING_YET, "transitionAssessment", { action: "SUBMIT" });
  expect(madeUp).toBe(NOTHING_YET);
  expect(data).toMatchObject({ transitionAssessment: { __typename: "NotAllowed" } });
});
