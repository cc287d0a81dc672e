import { describe, expect, test } from "vitest";
import { type AssessmentContent, emptyContent } from "../../content.ts";
import {
  completeAction,
  fillForm,
  withAnswer,
  withCharacteristic,
  withRight,
} from "../../testing/fill-form.ts";
import { sampleTemplate } from "../../testing/sample-template.ts";
import { readCells } from "../read-cells.ts";
import { type FormQuestion, QUESTION_KINDS, questionByKey } from "../template.ts";
import { MAX_TEXT_LENGTH } from "./cells.ts";
import { readPeople } from "./people.ts";
import type { AnswerValue } from "./question-kind.ts";
import { kindOf, QUESTION_KIND_MODELS } from "./registry.ts";

const question = (key: string): FormQuestion => {
  const found = questionByKey(sampleTemplate, key);
  if (found === null) throw new Error(`No question ${key}`);
  return found;
};

test("the sample form has a question of every kind", () => {
  expect([...new Set(sampleTemplate.questions.map(({ kind }) => kind))].sort()).toEqual(
    [...QUESTION_KINDS].sort(),
  );
  expect(Object.keys(QUESTION_KIND_MODELS)).toEqual([...QUESTION_KINDS]);
});

describe("what may be saved in a cell", () => {
  const tooLong = "x".repeat(MAX_TEXT_LENGTH + 1);
  const unreadable = "Remove the characters that can't be read and type them again";
  test.each<[string, AnswerValue, string[]]>([
    ["title", { choice: null, text: "Home care" }, []],
    ["title", { choice: null, text: "two\nlines" }, ["Write this on one line"]],
    ["title", { choice: "YES", text: null }, ["This question takes words, not a choice"]],
    ["started", { choice: null, text: "2020-02-29" }, []],
    ["started", { choice: null, text: "" }, []],
    ["started", { choice: null, text: "2019-02-29" }, ["Give a real date, such as 15 November 2019"]],
    ["started", { choice: null, text: "TBC" }, ["Give a real date, such as 15 November 2019"]],
    ["completed", { choice: null, text: "TBC" }, []],
    ["completed", { choice: null, text: "soon" }, ["Give a real date, such as 15 November 2019"]],
    ["change", { choice: null, text: "Two\n\nparagraphs 🙂" }, []],
    ["change", { choice: null, text: tooLong }, ["Use 20,000 characters or fewer"]],
    ["change", { choice: null, text: "half a pair \ud83d" }, [unreadable]],
    ["change", { choice: null, text: "a\u0000b" }, [unreadable]],
    ["aims", { choice: "NO", text: "Because" }, []],
    ["aims", { choice: "UNKNOWN", text: null }, ["Choose one of: YES, NO"]],
    ["asked", { choice: "YES", text: null }, []],
    ["asked", { choice: null, text: "See above" }, ["This question takes a choice, not words"]],
    ["others", { choice: "MAYBE", text: null }, ["Choose one of: YES, NO"]],
    ["evidence", { choice: "UNKNOWN", text: null }, []],
    ["tried", { choice: "UNKNOWN", text: null }, []],
    ["tried", { choice: "MAYBE", text: null }, ["Choose one of: YES, NO, UNKNOWN"]],
    ["likely", { choice: "NEUTRAL", text: null }, []],
    [
      "likely",
      { choice: "YES", text: "why" },
      [
        "Choose one of: NO_IMPACT, POSITIVE, NEUTRAL, NEGATIVE, UNKNOWN",
        "This question takes a choice, not words",
      ],
    ],
    ["adverse", { choice: "LAWFUL", text: "Reasons" }, []],
    ["findings", { choice: null, text: "Words" }, []],
    ["watchers", { choice: null, text: "Lead Commissioner\n\nTeam Manager" }, []],
    ["watchers", { choice: "YES", text: null }, ["This question takes words, not a choice"]],
    ["watchers", { choice: null, text: "x\n".repeat(31) }, ["Name 30 people or fewer"]],
    ["watchers", { choice: null, text: "x".repeat(501) }, ["Use 500 characters or fewer for each person"]],
    ["impact", { choice: "YES", text: null }, ["These rows are saved as characteristic impacts"]],
    ["rights", { choice: "YES", text: null }, ["These rows are saved as right impacts"]],
    ["plan-actions", { choice: null, text: "x" }, ["These rows are saved as improvement actions"]],
  ])("%s takes %o", (key, answer, faults) => {
    expect(kindOf(question(key)).faults(question(key), answer)).toEqual(faults);
  });
});

test("people are read from their lines, without those that are empty", () => {
  expect(readPeople(" Lead Commissioner \r\n\n  \nTeam Manager")).toEqual([
    "Lead Commissioner",
    "Team Manager",
  ]);
  expect(readPeople(null)).toEqual([]);
});

const gapsOf = (key: string, content: AssessmentContent, required = true): string[] =>
  kindOf(question(key))
    .gaps(question(key), readCells(sampleTemplate, content), required)
    .map(({ rule, part, field }) => `${rule} ${part ?? "-"} ${field}`);

describe("what is missing", () => {
  test.each<[string, string[]]>([
    ["title", ["required-part-unanswered - text"]],
    ["change", ["required-part-unanswered - text"]],
    ["started", ["required-part-unanswered - text"]],
    ["completed", ["required-part-unanswered - text"]],
    ["aims", ["required-part-unanswered one choice", "required-part-unanswered two choice"]],
    ["asked", ["required-part-unanswered a choice", "required-part-unanswered b choice"]],
    ["others", ["required-part-unanswered - choice"]],
    ["evidence", ["required-part-unanswered a choice"]],
    ["likely", ["required-part-unanswered - choice"]],
    ["findings", ["required-part-unanswered a text", "required-part-unanswered b text"]],
    ["impact", ["AGE", "DISABILITY", "SEX"].map((key) => `required-part-unanswered ${key} affected`)],
    [
      "rights",
      ["CONVENTION-3", "CONVENTION-8", "CONVENTION-9"].map(
        (key) => `required-part-unanswered ${key} affected`,
      ),
    ],
    ["plan-actions", ["required-part-unanswered - actions"]],
    ["watchers", ["required-part-unanswered - text"]],
    ["tried", ["required-part-unanswered - choice"]],
  ])("in an empty %s: everything if required, nothing if not", (key, gaps) => {
    expect(gapsOf(key, emptyContent)).toEqual(gaps);
    expect(gapsOf(key, emptyContent, false)).toEqual([]);
    expect(kindOf(question(key)).isEmpty(question(key), readCells(sampleTemplate, emptyContent))).toBe(true);
  });

  const filled = fillForm(sampleTemplate, { "asked.a": "NO", likely: "NEGATIVE" });
  test.each(
    sampleTemplate.questions.filter(({ key }) => !key.startsWith("known")).map(({ key }) => [key] as const),
  )("in a filled %s: nothing", (key) => {
    if (question(key).forced.length > 0) return;
    expect(gapsOf(key, filled)).toEqual([]);
    expect(kindOf(question(key)).isEmpty(question(key), readCells(sampleTemplate, filled))).toBe(false);
  });

  test.each<[string, string, AssessmentContent, string[]]>([
    [
      "a date to be confirmed",
      "completed",
      withAnswer(filled, "completed", null, { text: "TBC" }),
      ["completed-to-be-confirmed - text"],
    ],
    [
      "spaces for words",
      "change",
      withAnswer(filled, "change", null, { text: "  \n" }),
      ["required-part-unanswered - text"],
    ],
    [
      "a Yes without words",
      "aims",
      withAnswer(filled, "aims", "one", { text: null }),
      ["required-part-unanswered one text"],
    ],
    [
      "a No without words",
      "aims",
      withAnswer(filled, "aims", "one", { choice: "NO", text: " " }),
      ["no-without-explanation one text"],
    ],
    [
      "words without a choice",
      "aims",
      withAnswer(filled, "aims", "two", { choice: null }),
      ["required-part-unanswered two choice"],
    ],
    [
      "a choice without its reasons",
      "adverse",
      withAnswer(filled, "adverse", null, { text: null }),
      ["required-part-unanswered - text"],
    ],
    [
      "an affected group without direction or comments",
      "impact",
      withCharacteristic(filled, "SCREENING", "AGE", { affected: true }),
      ["affected-without-direction AGE direction", "required-part-unanswered AGE comments"],
    ],
    [
      "an engaged right without comments",
      "rights",
      withRight(filled, "SCREENING", "CONVENTION-8", { affected: true }),
      ["required-part-unanswered CONVENTION-8 comments"],
    ],
    [
      "an action without owner and date",
      "plan-actions",
      { ...filled, improvementActions: [{ ...completeAction("x", null), officer: null, due: null }] },
      ["action-without-owner-or-date x officer", "action-without-owner-or-date x due"],
    ],
  ])("%s", (_name, key, content, gaps) => {
    expect(gapsOf(key, content)).toEqual(gaps);
  });
});
