import { choiceWords } from "./choice-words.ts";
import type { ConditionTest } from "./condition.ts";
import { type Condition, type FormQuestion, type FormTemplate, questionByKey } from "./template.ts";

const questionWords = (question: FormQuestion | null, key: string): string =>
  question === null ? `“${key}” (not in this form)` : `“${question.label}”`;

const subjectOf = (test: ConditionTest, question: FormQuestion | null): string => {
  const words = questionWords(question, test.question);
  if (test.op === "ANY_PART_IS") return `any part of ${words}`;
  if (test.part === undefined) return words;
  const label = question?.parts.find(({ key }) => key === test.part)?.label ?? test.part;
  return `${words} (${label})`;
};

const testWords = (test: ConditionTest, template: FormTemplate, isNegated: boolean): string => {
  const question = questionByKey(template, test.question);
  const choice = choiceWords(question, test.choice);
  if (test.op === "ANY_PART_IS" && isNegated)
    return `no part of ${questionWords(question, test.question)} is ${choice}`;
  return `${subjectOf(test, question)} is ${isNegated ? "not " : ""}${choice}`;
};

/** A condition as a person would say it: "“Consulted” is No or “Others” is No". */
export const describeCondition = (condition: Condition, template: FormTemplate): string => {
  switch (condition.op) {
    case "IS":
    case "ANY_PART_IS":
      return testWords(condition, template, false);
    case "NOT":
      return condition.condition.op === "IS" || condition.condition.op === "ANY_PART_IS"
        ? testWords(condition.condition, template, true)
        : `not (${describeCondition(condition.condition, template)})`;
    default: {
      const word = condition.op === "ANY_OF" ? " or " : " and ";
      const parts = condition.conditions.map((each) => {
        const words = describeCondition(each, template);
        return each.op === "ANY_OF" || each.op === "ALL_OF" ? `(${words})` : words;
      });
      return parts.join(word);
    }
  }
};
