import { changeQuestion, placeQuestion, questionBefore } from "@due-regard/domain/ehria/form/edit-template";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type {
  FormQuestion,
  FormTemplate,
  QuestionOption,
  QuestionPart,
} from "@due-regard/domain/ehria/form/template";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { type GuidanceModel, linesOf, readGuidance, writeGuidance } from "./guidance-model.ts";
import { nameOptions, nameParts } from "./new-keys.ts";

export interface PartModel extends Omit<QuestionPart, "guidance" | "hint" | "textLabel"> {
  /** Stable while the page is open: a part that was just added has no key yet. */
  id: string;
  hint: string;
  textLabel: string;
  guidance: GuidanceModel;
}

export interface OptionModel extends Omit<QuestionOption, "hint"> {
  id: string;
  hint: string;
}

type AsText = "number" | "numberPrinted" | "hint" | "textLabel" | "maxWords" | "doubts" | "subsection";

/** A question as a page edits it: numbers and lists as the text that people type. */
export interface QuestionModel
  extends Omit<FormQuestion, "key" | "parts" | "options" | "guidance" | AsText>,
    Record<AsText, string> {
  /** Key of the question that it stands after. Empty: it is the first of its section. */
  after: string;
  parts: readonly PartModel[];
  options: readonly OptionModel[];
  guidance: GuidanceModel;
}

export const readQuestion = (template: FormTemplate, question: FormQuestion): QuestionModel => {
  const { key, ...rest } = question;
  return {
    ...rest,
    after: questionBefore(template, key) ?? "",
    number: question.number?.toString() ?? "",
    numberPrinted: question.numberPrinted ?? "",
    hint: question.hint ?? "",
    textLabel: question.textLabel ?? "",
    maxWords: question.maxWords?.toString() ?? "",
    doubts: question.doubts.join("\n"),
    subsection: question.subsection ?? "",
    guidance: readGuidance(question.guidance),
    parts: question.parts.map((part) => ({
      ...part,
      id: part.key,
      hint: part.hint ?? "",
      textLabel: part.textLabel ?? "",
      guidance: readGuidance(part.guidance),
    })),
    options: question.options.map((option) => ({ ...option, id: option.key, hint: option.hint ?? "" })),
  };
};

const MOST_WORDS = 10_000;
const MOST_NUMBER = 9999;

const numberError = (field: string, text: string, most: number): FieldError[] => {
  if (text.trim() === "") return [];
  const number = Number(text);
  return Number.isInteger(number) && number > 0 && number <= most
    ? []
    : [
        {
          field,
          message: `Enter a whole number from 1 to ${most.toLocaleString("en-GB")}, or leave it empty`,
        },
      ];
};

/** What can't be kept even in a draft. What is only missing is a fault that the server names. */
export const checkQuestion = (model: QuestionModel): FieldError[] => [
  ...(model.label.trim() === "" ? [{ field: "label", message: "Enter a short name for the question" }] : []),
  ...numberError("maxWords", model.maxWords, MOST_WORDS),
  ...numberError("number", model.number, MOST_NUMBER),
];

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const numberOrNull = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** Without what its kind has no use for: parts of a question in one box, answers to choose from of a date. */
const writeAnswers = (
  model: QuestionModel,
): Pick<FormQuestion, "parts" | "options" | "stage" | "textLabel" | "maxWords"> => {
  const { needs, takes } = kindOf(model);
  return {
    parts: needs.includes("parts")
      ? nameParts(model.parts).map(({ id: _id, ...part }) => ({
          ...part,
          label: part.label.trim(),
          hint: orNull(part.hint),
          textLabel: orNull(part.textLabel),
          guidance: writeGuidance(part.guidance),
        }))
      : [],
    options: needs.includes("options")
      ? nameOptions(model.options).map(({ id: _id, ...option }) => ({
          ...option,
          label: option.label.trim(),
          hint: orNull(option.hint),
        }))
      : [],
    stage: needs.includes("stage") ? model.stage : null,
    textLabel: takes.includes("textLabel") ? orNull(model.textLabel) : null,
    maxWords: takes.includes("maxWords") ? numberOrNull(model.maxWords) : null,
  };
};

/** Puts what a page edited into the draft, and the question where it should stand. */
export const writeQuestion = (template: FormTemplate, key: string, model: QuestionModel): FormTemplate => {
  const { after, section, subsection, parts: _parts, options: _options, ...rest } = model;
  const placed = placeQuestion(template, key, section, after === "" ? null : after);
  return changeQuestion(placed, key, {
    ...rest,
    subsection: orNull(subsection),
    label: model.label.trim(),
    text: model.text.trim(),
    hint: orNull(model.hint),
    number: numberOrNull(model.number),
    numberPrinted: orNull(model.numberPrinted),
    doubts: linesOf(model.doubts),
    guidance: writeGuidance(model.guidance),
    ...writeAnswers(model),
  });
};
