import { type CharacteristicImpact, isWritten } from "../../content.ts";
import type { FormQuestion, QuestionPart } from "../template.ts";
import { cellName, unanswered } from "./cells.ts";
import type { CellReader, Gap, QuestionKindModel } from "./question-kind.ts";

const readRow = (question: FormQuestion, part: string, reader: CellReader): CharacteristicImpact | null =>
  question.stage === null ? null : reader.characteristicImpact(question.stage, part);

const isRowBlank = (row: CharacteristicImpact | null): boolean =>
  row === null ||
  (row.affected === null && row.direction === null && !isWritten(row.comments) && !isWritten(row.barriers));

const affectedGaps = (question: FormQuestion, part: QuestionPart, row: CharacteristicImpact): Gap[] => {
  const gaps: Gap[] = [];
  if (row.direction === null) {
    const message = `Say which way they are affected – ${cellName(question, part)}`;
    gaps.push({ rule: "affected-without-direction", part: part.key, field: "direction", message });
  }
  if (!isWritten(row.comments)) {
    gaps.push({ ...unanswered(question, part, "text", "Describe how they are affected"), field: "comments" });
  }
  return gaps;
};

const rowGaps = (
  question: FormQuestion,
  part: QuestionPart,
  reader: CellReader,
  required: boolean,
): Gap[] => {
  const row = readRow(question, part.key, reader);
  if (row === null || row.affected === null) {
    if (!required && isRowBlank(row)) return [];
    return [{ ...unanswered(question, part, "choice", "Answer Yes or No"), field: "affected" }];
  }
  return row.affected ? affectedGaps(question, part, row) : [];
};

/** A row for each protected characteristic and local group: affected or not, which way, and how. */
export const characteristicRows: QuestionKindModel = {
  name: "Table of protected characteristics",
  needs: ["parts", "stage"],
  takes: ["maxWords"],
  storedIn: "CHARACTERISTIC_IMPACTS",
  cells: () => [],
  choices: () => ["YES", "NO"],
  takesText: () => false,
  faults: () => ["These rows are saved as characteristic impacts"],
  isEmpty: (question, reader) =>
    question.parts.every((part) => isRowBlank(readRow(question, part.key, reader))),
  gaps: (question, reader, required) =>
    question.parts.flatMap((part) => rowGaps(question, part, reader, required)),
};
