import type {
  Answer,
  AssessmentContent,
  CharacteristicImpact,
  ImprovementAction,
  RightImpact,
} from "../content.ts";
import { emptyContent } from "../content.ts";
import { kindOf } from "../form/kinds/registry.ts";
import type { FormQuestion, FormTemplate } from "../form/template.ts";
import { readForm } from "../form/visibility.ts";
import type { ProtectedCharacteristic, RightPart, Stage } from "../vocabulary.ts";

/** Choices to make while filling a form, by path ("asked.a"); left out: the first choice that the cell takes. */
export type Choices = Readonly<Record<string, string>>;

const fillCell = (question: FormQuestion, part: string | null, choices: Choices): Answer => {
  const path = part === null ? question.key : `${question.key}.${part}`;
  const choice = choices[path] ?? kindOf(question).choices(question)[0] ?? null;
  const written = kindOf(question).example ?? `Written for ${path}.`;
  const text = kindOf(question).takesText(question) ? written : null;
  return { question: question.key, part, choice, text, version: 1 };
};

export const unaffectedCharacteristic = (stage: Stage, characteristic: string): CharacteristicImpact => ({
  stage,
  characteristic: characteristic as ProtectedCharacteristic,
  affected: false,
  direction: null,
  comments: null,
  barriers: null,
  version: 1,
});

export const unaffectedRight = (stage: Stage, key: string): RightImpact => {
  const [part, article] = key.split("-");
  return {
    stage,
    part: part as RightPart,
    article: Number(article),
    affected: false,
    comments: null,
    justification: null,
    version: 1,
  };
};

export const completeAction = (id: string, fromQuestion: string | null): ImprovementAction => ({
  id,
  objective: "Everybody can use the service",
  action: "Report use by group every quarter",
  target: "First report in June",
  officer: "Service Manager",
  due: "2020-06-30",
  fromQuestion,
});

export const fillQuestion = (
  content: AssessmentContent,
  question: FormQuestion,
  choices: Choices,
): AssessmentContent => {
  const keys = question.parts.map((part) => part.key);
  const stage = question.stage ?? "SCREENING";
  switch (kindOf(question).storedIn) {
    case "CHARACTERISTIC_IMPACTS":
      return {
        ...content,
        characteristicImpacts: [
          ...content.characteristicImpacts,
          ...keys.map((key) => unaffectedCharacteristic(stage, key)),
        ],
      };
    case "RIGHT_IMPACTS":
      return {
        ...content,
        rightImpacts: [...content.rightImpacts, ...keys.map((key) => unaffectedRight(stage, key))],
      };
    case "IMPROVEMENT_ACTIONS":
      return {
        ...content,
        improvementActions: [...content.improvementActions, completeAction("action-general", null)],
      };
    default: {
      const cells = kindOf(question).cells(question);
      return {
        ...content,
        answers: [...content.answers, ...cells.map((part) => fillCell(question, part, choices))],
      };
    }
  }
};

export const obligedActions = (template: FormTemplate, content: AssessmentContent): ImprovementAction[] =>
  readForm(template, content)
    .questions.filter(({ obligations }) => obligations.length > 0)
    .map(({ question }) => completeAction(`action-${question.key}`, question.key));

/**
 * A form filled from first question to last as a person would: only what is asked, making the given choices. Optional
 * questions are answered where a choice is given for them, and left out otherwise. For tests and demonstrations.
 */
export const fillForm = (template: FormTemplate, choices: Choices = {}): AssessmentContent => {
  let content = emptyContent;
  for (const { key } of template.questions) {
    const state = readForm(template, content).questions.find(({ question }) => question.key === key);
    if (state === undefined || state.asked !== "TRUE" || state.forced !== null) continue;
    if (state.required || choices[key] !== undefined)
      content = fillQuestion(content, state.question, choices);
  }
  return {
    ...content,
    improvementActions: [...content.improvementActions, ...obligedActions(template, content)],
  };
};

/** The same content with one answer put in or replaced. */
export const withAnswer = (
  content: AssessmentContent,
  question: string,
  part: string | null,
  value: { choice?: string | null; text?: string | null },
): AssessmentContent => {
  const others = content.answers.filter((answer) => answer.question !== question || answer.part !== part);
  const before = content.answers.find((answer) => answer.question === question && answer.part === part);
  const answer: Answer = { choice: null, text: null, version: 1, ...before, question, part, ...value };
  return { ...content, answers: [...others, answer] };
};

/** The same content with some fields of one characteristic's row changed. */
export const withCharacteristic = (
  content: AssessmentContent,
  stage: Stage,
  characteristic: ProtectedCharacteristic,
  value: Partial<CharacteristicImpact>,
): AssessmentContent => {
  const isIt = (row: CharacteristicImpact): boolean =>
    row.stage === stage && row.characteristic === characteristic;
  const before = content.characteristicImpacts.find(isIt) ?? unaffectedCharacteristic(stage, characteristic);
  return {
    ...content,
    characteristicImpacts: [
      ...content.characteristicImpacts.filter((row) => !isIt(row)),
      { ...before, ...value },
    ],
  };
};

/** The same content with some fields of one right's row changed. */
export const withRight = (
  content: AssessmentContent,
  stage: Stage,
  key: string,
  value: Partial<RightImpact>,
): AssessmentContent => {
  const isIt = (row: RightImpact): boolean => row.stage === stage && `${row.part}-${row.article}` === key;
  const before = content.rightImpacts.find(isIt) ?? unaffectedRight(stage, key);
  return {
    ...content,
    rightImpacts: [...content.rightImpacts.filter((row) => !isIt(row)), { ...before, ...value }],
  };
};
