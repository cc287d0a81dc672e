import { type AssessmentContent, emptyContent } from "../content.ts";
import { type ConditionTest, testsOf } from "./condition.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Condition, FormQuestion, FormTemplate } from "./template.ts";

/** A cell whose answer decides what else is asked, and the answers that make a difference. Null: not answered. */
export interface Control {
  question: string;
  part: string | null;
  choices: readonly (string | null)[];
}

const conditionsOf = (question: FormQuestion, template: FormTemplate): Condition[] => {
  const section = template.sections.find(({ key }) => key === question.section)?.condition ?? null;
  return [
    section,
    question.condition,
    typeof question.required === "boolean" ? null : question.required,
    ...question.forced.map(({ when }) => when),
    ...question.obligations.map(({ when }) => when),
  ].filter((each) => each !== null);
};

/** Keys of the questions that decide, directly or through others, how these conditions come out. */
const decidingKeys = (template: FormTemplate, conditions: readonly Condition[]): Set<string> => {
  const keys = new Set<string>();
  const open = conditions.flatMap(testsOf);
  for (let test = open.pop(); test !== undefined; test = open.pop()) {
    const question = template.questions.find(({ key }) => key === test?.question);
    if (question === undefined || keys.has(question.key)) continue;
    keys.add(question.key);
    open.push(...conditionsOf(question, template).flatMap(testsOf));
  }
  return keys;
};

/** Every answer that some test names, one that none names, and none at all: more would make no difference. */
const choicesThatMatter = (question: FormQuestion, tests: readonly ConditionTest[]): (string | null)[] => {
  const named = new Set(tests.map(({ choice }) => choice));
  const all = kindOf(question).choices(question);
  const other = all.find((choice) => !named.has(choice));
  return [...all.filter((choice) => named.has(choice)), ...(other === undefined ? [] : [other]), null];
};

/**
 * The part of a form that these conditions hang on, and its controls. What it asks can be read with readForm as the
 * whole could, only faster.
 */
export const controlsOf = (
  template: FormTemplate,
  conditions: readonly Condition[],
): { keys: ReadonlySet<string>; controls: Control[] } => {
  const keys = decidingKeys(template, conditions);
  const inside = template.questions.filter(({ key }) => keys.has(key));
  const tests = [...conditions, ...inside.flatMap((each) => conditionsOf(each, template))].flatMap(testsOf);
  const controls = inside.flatMap((question) => {
    const own = tests.filter((test) => test.question === question.key);
    const choices = choicesThatMatter(question, own);
    return kindOf(question)
      .cells(question)
      .map((part) => ({ question: question.key, part, choices }));
  });
  return { keys, controls };
};

export const countScenarios = (controls: readonly Control[]): number =>
  controls.reduce((product, { choices }) => product * choices.length, 1);

/** Every combination of answers to the controls, as content that holds them and nothing else. */
export function* scenariosOf(controls: readonly Control[]): Generator<AssessmentContent> {
  const [first, ...rest] = controls;
  if (first === undefined) {
    yield emptyContent;
    return;
  }
  for (const others of scenariosOf(rest)) {
    for (const choice of first.choices) {
      const { question, part } = first;
      const answer = { question, part, choice, text: null, version: 1 };
      yield choice === null ? others : { ...others, answers: [answer, ...others.answers] };
    }
  }
}
