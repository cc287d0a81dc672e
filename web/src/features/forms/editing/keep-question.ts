import { changeQuestion } from "@due-regard/domain/ehria/form/edit-template";
import { type FormQuestion, questionByKey } from "@due-regard/domain/ehria/form/template";
import { createKeep, type Keep } from "../../../data/keep.ts";
import { questionAddress } from "../addresses.ts";
import { type QuestionModel, readQuestion } from "./question-model.ts";
import type { DraftPage } from "./use-draft-page.ts";
import type { DraftBase } from "./use-save-draft.ts";

interface KeptQuestion {
  model: QuestionModel;
  /** The question as it stood when the person began: what they typed is a change of that. */
  began: FormQuestion;
}

/** Names what this browser keeps of a form's draft. */
export const keepReference = (key: string): string => `form:${key}`;

export const keepQuestion = ({ form, person }: DraftPage, question: FormQuestion): Keep<KeptQuestion> =>
  createKeep({
    person,
    reference: keepReference(form.key),
    place: `questions.${question.key}`,
    label: question.label,
    address: questionAddress(form.key, question.key),
  });

export interface QuestionEdit {
  model: QuestionModel;
  /** What a save is based on. */
  base: DraftBase;
  began: FormQuestion;
  /** Typed on an earlier visit and never saved. */
  isRestored: boolean;
}

export const freshEdit = ({ template, draft }: DraftPage, question: FormQuestion): QuestionEdit => ({
  model: readQuestion(template, question),
  base: { template, version: draft.version },
  began: question,
  isRestored: false,
});

/** Starts from what the browser kept of an earlier visit, else from what is saved. */
export const startEdit = (page: DraftPage, question: FormQuestion): QuestionEdit => {
  const fresh = freshEdit(page, question);
  const kept = keepQuestion(page, question).read();
  if (kept === null || JSON.stringify(kept.value.model) === JSON.stringify(fresh.model)) return fresh;
  const { model, began } = kept.value;
  // As the draft stood when they began, as far as this question goes: others may have changed it since.
  const { key, ...then } = began;
  const template =
    questionByKey(page.template, key) === null ? page.template : changeQuestion(page.template, key, then);
  return { model, base: { template, version: kept.basedOnVersion }, began, isRestored: true };
};
