import type { AssessmentContent } from "../content.ts";
import { emptyContent } from "../content.ts";
import { controlsOf } from "../form/controls.ts";
import { kindOf } from "../form/kinds/registry.ts";
import type { Condition, FormQuestion, FormTemplate } from "../form/template.ts";
import { readForm } from "../form/visibility.ts";
import { type Choices, fillQuestion, obligedActions } from "./fill-form.ts";

const conditionsOf = (template: FormTemplate): Condition[] => [
  ...template.sections.flatMap(({ condition }) => condition ?? []),
  ...template.questions.flatMap(({ condition, required, forced, obligations }) => [
    ...(condition === null ? [] : [condition]),
    ...(typeof required === "boolean" ? [] : [required]),
    ...[...forced, ...obligations].map(({ when }) => when),
  ]),
];

/** Every way to answer the cells of one question; left out where the question may stay empty. */
const waysToAnswer = (question: FormQuestion): Choices[] => {
  const choices = kindOf(question).choices(question);
  return kindOf(question)
    .cells(question)
    .reduce<Choices[]>(
      (ways, part) =>
        ways.flatMap((way) =>
          choices.map((choice) => ({
            ...way,
            [part === null ? question.key : `${question.key}.${part}`]: choice,
          })),
        ),
      [{}],
    );
};

/**
 * Every way through a form: at each question on which others hang, each of its answers in turn (and none, where it may be
 * left), down to the last question. For tests.
 */
export function* walkPaths(template: FormTemplate): Generator<AssessmentContent> {
  const deciding = controlsOf(template, conditionsOf(template)).keys;
  function* walk(content: AssessmentContent, index: number): Generator<AssessmentContent> {
    const question = template.questions[index];
    if (question === undefined) {
      const actions = obligedActions(template, content);
      yield { ...content, improvementActions: [...content.improvementActions, ...actions] };
      return;
    }
    const state = readForm(template, content).questions[index];
    if (state === undefined || state.asked !== "TRUE" || state.forced !== null) {
      yield* walk(content, index + 1);
    } else if (deciding.has(question.key)) {
      if (!state.required) yield* walk(content, index + 1);
      for (const way of waysToAnswer(question)) yield* walk(fillQuestion(content, question, way), index + 1);
    } else {
      yield* walk(state.required ? fillQuestion(content, question, {}) : content, index + 1);
    }
  }
  yield* walk(emptyContent, 0);
}
