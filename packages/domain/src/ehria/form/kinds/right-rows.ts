import { isWritten, type RightImpact } from "../../content.ts";
import type { FormQuestion, QuestionPart } from "../template.ts";
import { unanswered } from "./cells.ts";
import type { CellReader, Gap, QuestionKindModel } from "./question-kind.ts";

const readRow = (question: FormQuestion, part: string, reader: CellReader): RightImpact | null =>
  question.stage === null ? null : reader.rightImpact(question.stage, part);

const isRowBlank = (row: RightImpact | null): boolean =>
  row === null || (row.affected === null && !isWritten(row.comments) && row.justification === null);

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
  if (!row.affected || isWritten(row.comments)) return [];
  return [
    { ...unanswered(question, part, "text", "Say why this right is engaged and how"), field: "comments" },
  ];
};

/**
 * A row for each right: engaged or not, and how. The four answers that an interference with a qualified right needs
 * are law rather than form, so a rule of the checker asks for them.
 */
export const rightRows: QuestionKindModel = {
  name: "Table of human rights",
  needs: ["parts", "stage"],
  takes: ["maxWords"],
  storedIn: "RIGHT_IMPACTS",
  cells: () => [],
  choices: () => ["YES", "NO"],
  takesText: () => false,
  faults: () => ["These rows are saved as right impacts"],
  isEmpty: (question, reader) =>
    question.parts.every((part) => isRowBlank(readRow(question, part.key, reader))),
  gaps: (question, reader, required) =>
    question.parts.flatMap((part) => rowGaps(question, part, reader, required)),
};
