import { checkTemplate } from "@due-regard/domain/ehria/form/check-template";
import { findFormProblems } from "@due-regard/domain/ehria/form/completeness";
import { testsOf } from "@due-regard/domain/ehria/form/condition";
import { type Control, controlsOf, scenariosOf } from "@due-regard/domain/ehria/form/controls";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { parseTemplate } from "@due-regard/domain/ehria/form/parse-template";
import { listSections } from "@due-regard/domain/ehria/form/sections";
import type { Condition, FormQuestion, FormTemplate } from "@due-regard/domain/ehria/form/template";
import { countingContent, readForm } from "@due-regard/domain/ehria/form/visibility";
import { RIGHT_ROWS } from "@due-regard/domain/ehria/reference-data";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import { fillForm, withAnswer } from "@due-regard/domain/ehria/testing/fill-form";
import { sampleTemplate } from "@due-regard/domain/ehria/testing/sample-template";
import { walkPaths } from "@due-regard/domain/ehria/testing/walk-paths";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSampleTemplates } from "./read-forms.ts";

/** What holds of every form, whoever made it: those that come with the software, and the tests' own. */
const TEMPLATES = [...(await readSampleTemplates()), sampleTemplate];

const ownConditions = (question: FormQuestion): Condition[] =>
  [
    question.condition,
    typeof question.required === "boolean" ? null : question.required,
    ...question.forced.map(({ when }) => when),
  ].filter((each) => each !== null);

const allConditions = (template: FormTemplate): Condition[] => [
  ...template.sections.flatMap(({ condition }) => condition ?? []),
  ...template.questions.flatMap((question) => [
    ...ownConditions(question),
    ...question.obligations.map(({ when }) => when),
  ]),
];

/** The controls of a condition with every answer that can be given, and none. */
const everyChoice = (template: FormTemplate, condition: Condition): Control[] =>
  controlsOf(template, [condition]).controls.map((control) => {
    const question = template.questions.find(({ key }) => key === control.question);
    return { ...control, choices: question ? [...kindOf(question).choices(question), null] : [] };
  });

describe.each(TEMPLATES.map((template) => [template.key, template] as const))("%s", (_key, template) => {
  test("has keys of its own for every section, question, part and option", () => {
    const lists = [
      template.sections,
      template.questions,
      ...template.questions.flatMap(({ parts, options }) => [parts, options]),
    ];
    for (const list of lists) {
      const keys = list.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(checkTemplate(template)).toEqual([]);
    expect(parseTemplate(JSON.parse(JSON.stringify(template)))).toEqual({ ok: true, value: template });
  });

  test("has no condition that dangles or looks ahead", () => {
    const place = (key: string): number => template.questions.findIndex((each) => each.key === key);
    for (const [index, question] of template.questions.entries()) {
      for (const test of ownConditions(question).flatMap(testsOf)) {
        expect(place(test.question)).toBeGreaterThanOrEqual(0);
        expect(place(test.question)).toBeLessThan(index);
      }
    }
    for (const section of template.sections) {
      const first = template.questions.findIndex((each) => each.section === section.key);
      for (const test of section.condition === null ? [] : testsOf(section.condition))
        expect(place(test.question)).toBeLessThan(first);
    }
  });

  test("offers all fifteen rights wherever it asks about rights", () => {
    expect(RIGHT_ROWS).toHaveLength(15);
    const tables = template.questions.filter(({ kind }) => kind === "RIGHT_ROWS");
    if (template === sampleTemplate) return;
    for (const { parts } of tables) expect(parts.map(({ key }) => key)).toEqual(RIGHT_ROWS.map(rightKey));
  });

  test("under every combination of the answers that a condition hangs on, hidden answers steer nothing and do not count", () => {
    let combinations = 0;
    for (const condition of allConditions(template)) {
      for (const content of scenariosOf(everyChoice(template, condition))) {
        combinations += 1;
        const reading = readForm(template, content);
        const hidden = new Set(
          reading.questions.filter(({ asked }) => asked !== "TRUE").map(({ question }) => question.key),
        );
        const counted = countingContent(reading).answers;
        expect(counted.some(({ question }) => hidden.has(question))).toBe(false);
        const visible = {
          ...content,
          answers: content.answers.filter(({ question }) => !hidden.has(question)),
        };
        const truths = ({ questions }: typeof reading) =>
          questions.map(({ asked, required, forced }) => [asked, required, forced]);
        expect(truths(readForm(template, visible))).toEqual(truths(reading));
      }
    }
    expect(combinations).toBeGreaterThan(allConditions(template).length);
  }, 120_000);

  test("can be completed on every path, and nothing is then left but the signatures", () => {
    let paths = 0;
    for (const content of walkPaths(template)) {
      paths += 1;
      const reading = readForm(template, content);
      expect(findFormProblems(reading)).toEqual([]);
      const statuses = listSections(reading).map(({ status }) => status);
      expect(statuses.at(-1)).toBe("NOT_STARTED");
      for (const status of statuses.slice(0, -1)) expect(["COMPLETE", "NOT_REQUIRED"]).toContain(status);
    }
    expect(paths).toBeGreaterThan(1);
  }, 120_000);

  test("property: hiding and showing loses no text, and what is shown again counts again", () => {
    const full = fillForm(template);
    const controls = controlsOf(template, allConditions(template)).controls;
    const change = fc.constantFrom(...controls).chain(({ question, part }) => {
      const target = template.questions.find(({ key }) => key === question);
      const choices = target === undefined ? [] : kindOf(target).choices(target);
      return fc.constantFrom(...choices, null).map((choice) => ({ question, part, choice }));
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), (changes) => {
        let content = full;
        for (const { question, part, choice } of changes) {
          content = withAnswer(content, question, part, { choice });
          const before = structuredClone(content);
          readForm(template, content);
          countingContent(readForm(template, content));
          expect(content).toEqual(before);
        }
        const textOf = (question: string, part: string | null): string | null | undefined =>
          content.answers.find((each) => each.question === question && each.part === part)?.text;
        for (const { question, part, text } of full.answers) expect(textOf(question, part)).toBe(text);
        for (const { question, part } of changes) {
          const choice = full.answers.find(
            (each) => each.question === question && each.part === part,
          )?.choice;
          content = withAnswer(content, question, part, { choice: choice ?? null });
        }
        const texts = (of: typeof full) =>
          countingContent(readForm(template, of))
            .answers.filter(({ text, choice }) => text !== null || choice !== null)
            .map(({ question, part, text, choice }) => [question, part, text, choice]);
        expect(texts(content)).toEqual(texts(full));
      }),
      { numRuns: 100 },
    );
  });
});
