import { isWritten } from "../../content.ts";
import type { FormQuestion, QuestionPart } from "../template.ts";
import { areAllBlank, cellName, choiceFaults, partCells, textFaults, unanswered } from "./cells.ts";
import type { CellReader, Gap, QuestionKindModel } from "./question-kind.ts";

const CHOICES = ["YES", "NO"] as const;

const partGaps = (
  question: FormQuestion,
  part: QuestionPart,
  reader: CellReader,
  required: boolean,
): Gap[] => {
  const answer = reader.answer(question.key, part.key);
  const written = isWritten(answer?.text);
  const choice = answer?.choice ?? null;
  if (choice === null) {
    return required || written ? [unanswered(question, part, "choice", "Answer Yes or No")] : [];
  }
  if (written) return [];
  if (choice === "YES") return [unanswered(question, part, "text", "Explain your Yes")];
  const message = `Explain your No – ${cellName(question, part)}`;
  return [{ rule: "no-without-explanation", part: part.key, field: "text", message }];
};

/** Yes or No for each part, each explained in words. */
export const yesNoTextMatrix: QuestionKindModel = {
  name: "Yes or No for each part, with reasons",
  needs: ["parts"],
  takes: ["partText", "maxWords", "evidence"],
  storedIn: "ANSWERS",
  cells: partCells,
  choices: () => CHOICES,
  takesText: () => true,
  faults: (_question, { choice, text }) => [...choiceFaults(choice, CHOICES), ...textFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, partCells(question), reader),
  gaps: (question, reader, required) =>
    question.parts.flatMap((part) => partGaps(question, part, reader, required)),
};
