import { describeCondition } from "@due-regard/domain/ehria/form/describe-condition";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { showQuestionValue } from "@due-regard/domain/ehria/form/show-template-value";
import type { FormQuestion, FormSection, FormTemplate } from "@due-regard/domain/ehria/form/template";
import { PUBLICATION, STAGE } from "../words.ts";

export interface QuestionFact {
  label: string;
  /** Lines, each on its own. */
  value: string;
}

/** When a section's questions are asked at all, in words. */
export const sectionCondition = ({ condition }: FormSection, template: FormTemplate): string =>
  condition === null ? "Always asked." : `Asked when ${describeCondition(condition, template)}.`;

const asked = (question: FormQuestion, template: FormTemplate): string =>
  question.condition === null
    ? "Whenever its section is"
    : `When ${describeCondition(question.condition, template)}`;

/** What the form knows of a question beside its words, as somebody reads it who looks after forms. */
export const questionFacts = (question: FormQuestion, template: FormTemplate): QuestionFact[] => {
  const show = (attribute: keyof FormQuestion) => showQuestionValue(attribute, question, template);
  const facts: [label: string, value: string | null][] = [
    ["Answered by", kindOf(question).name],
    ["Asked", asked(question, template)],
    ["Must be answered", show("required")],
    ["Answered by rule", show("forced")],
    ["Asks for an action", show("obligations")],
    ["Rows belong to", question.stage && STAGE[question.stage]],
    ["Words at most", show("maxWords")],
    ["In the published copy", PUBLICATION[question.publication]],
    ["Doubts about the source", show("doubts")],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
};

/** "6. Have you asked …?": a question by the number of its form, where it has one. */
export const questionTitle = ({ number, label }: FormQuestion): string =>
  number === null ? label : `${number}. ${label}`;
