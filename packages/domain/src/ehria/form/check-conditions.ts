import { type ConditionTest, partOf, testsOf } from "./condition.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Condition, FormQuestion, FormTemplate } from "./template.ts";
import { questionPath, type TemplateFault, templateFault } from "./template-fault.ts";

const LOOK_BACK = "Choose a question that stands before this one, or move this one further down";

const faultOfTest = (
  test: ConditionTest,
  earlier: readonly FormQuestion[],
): [message: string, remedy: string] | null => {
  const { question, choice } = test;
  const part = partOf(test);
  const target = earlier.find((each) => each.key === question);
  if (target === undefined) return [`"${question}" is not a question that comes earlier`, LOOK_BACK];
  const kind = kindOf(target);
  if (part !== null && !target.parts.some((each) => each.key === part)) {
    return [`"${question}" has no part "${part}"`, "Choose one of its parts"];
  }
  if (!kind.choices(target).includes(choice) || kind.storedIn !== "ANSWERS") {
    return [`"${question}" can't be answered "${choice}"`, "Choose an answer that the question offers"];
  }
  const isWhole = kind.cells(target).includes(null);
  if (test.op === "ANY_PART_IS" && isWhole)
    return [`"${question}" has no parts`, "Ask whether the question itself is answered so"];
  if (test.op === "IS" && part === null && !isWhole)
    return [`"${question}" is answered part by part`, "Name one of its parts, or say: any part"];
  return null;
};

const conditionFaults = (
  condition: Condition,
  path: string,
  earlier: readonly FormQuestion[],
): TemplateFault[] =>
  testsOf(condition).flatMap((test) => {
    const found = faultOfTest(test, earlier);
    return found === null ? [] : [templateFault(path, ...found)];
  });

const forcedFaults = (question: FormQuestion, before: readonly FormQuestion[]): TemplateFault[] => {
  const path = questionPath(question.key, "forced");
  const kind = kindOf(question);
  const isWhole = kind.cells(question).includes(null);
  return question.forced.flatMap(({ when, choice }) => [
    ...conditionFaults(when, path, before),
    ...(kind.choices(question).includes(choice)
      ? []
      : [
          templateFault(
            path,
            `This question can't be answered "${choice}"`,
            "Choose an answer that it offers",
          ),
        ]),
    ...(isWhole
      ? []
      : [
          templateFault(
            path,
            "Only a question that is answered as a whole can be answered by a rule",
            "Take the rule out",
          ),
        ]),
  ]);
};

/** A question's own conditions may look only behind it; what it obliges may look at the question itself too. */
const questionConditions = (question: FormQuestion, before: readonly FormQuestion[]): TemplateFault[] => {
  const { key, condition, required } = question;
  const own: [field: string, condition: Condition][] = [];
  if (condition !== null) own.push(["condition", condition]);
  if (typeof required !== "boolean") own.push(["required", required]);
  return [
    ...own.flatMap(([field, each]) => conditionFaults(each, questionPath(key, field), before)),
    ...forcedFaults(question, before),
    ...question.obligations.flatMap(({ when }) =>
      conditionFaults(when, questionPath(key, "obligations"), [...before, question]),
    ),
  ];
};

/** A section's condition may look only at questions before its first. */
const sectionConditions = (template: FormTemplate): TemplateFault[] =>
  template.sections.flatMap((section) => {
    if (section.condition === null) return [];
    const first = template.questions.findIndex((each) => each.section === section.key);
    const before = first === -1 ? template.questions : template.questions.slice(0, first);
    return conditionFaults(section.condition, `sections.${section.key}.condition`, before);
  });

/** Conditions that point nowhere, forward, or at an answer that nobody can give. */
export const checkConditions = (template: FormTemplate): TemplateFault[] => [
  ...sectionConditions(template),
  ...template.questions.flatMap((question, index) =>
    questionConditions(question, template.questions.slice(0, index)),
  ),
];
