import { isWritten } from "../../content.ts";
import type { FormQuestion } from "../template.ts";
import { areAllBlank, choiceFaults, missingChoices, noTextFaults, textFaults, unanswered } from "./cells.ts";
import type { CellReader, Gap, QuestionKindModel } from "./question-kind.ts";

const optionKeys = (question: FormQuestion): string[] => question.options.map((option) => option.key);

const missingReasons = (question: FormQuestion, reader: CellReader): Gap[] => {
  if (question.textLabel === null) return [];
  const answer = reader.answer(question.key, null);
  const isChosen = (answer?.choice ?? null) !== null;
  return isChosen && !isWritten(answer?.text)
    ? [unanswered(question, null, "text", "Give your reasons")]
    : [];
};

/** One of the question's options, with reasons in words where the question has a label for them. */
export const singleChoice: QuestionKindModel = {
  name: "One of several answers",
  needs: ["options"],
  takes: ["textLabel", "maxWords", "evidence"],
  storedIn: "ANSWERS",
  cells: () => [null],
  choices: optionKeys,
  takesText: ({ textLabel }) => textLabel !== null,
  faults: (question, { choice, text }) => [
    ...choiceFaults(choice, optionKeys(question)),
    ...(question.textLabel === null ? noTextFaults(text) : textFaults(text)),
  ],
  isEmpty: (question, reader) => areAllBlank(question, [null], reader),
  gaps: (question, reader, required) => [
    ...(required ? missingChoices(question, [null], reader, "Choose one") : []),
    ...missingReasons(question, reader),
  ],
};
