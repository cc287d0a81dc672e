import { may } from "@due-regard/domain/access/policy";
import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { PROBLEM_KINDS } from "@due-regard/domain/metrics/import/problems";
import { notFound, ok } from "@due-regard/domain/result";
import { asFileName, CONTENT_TYPES, type DownloadKind } from "../../../downloads/download-format.ts";
import type { Column } from "../../../downloads/sheet.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import type { ImportProblemView } from "../importing/import-parts.graphql.ts";
import { listProblems } from "../importing/load-findings.ts";
import { findImport } from "../importing/load-imports.ts";
import { readProblemsQuestion } from "./read-question.ts";

interface ProblemsContent {
  fileName: string;
  problems: readonly ImportProblemView[];
}

const WEIGHT_WORDS = { BLOCKS: "stops the row", WARNS: "to look at" } as const;

const text = (
  header: string,
  means: string,
  cell: (problem: ImportProblemView) => string | number | null,
): Column<ImportProblemView> => ({
  header,
  means,
  width: 20,
  cell: (problem) => escapeFormula(String(cell(problem) ?? "")),
});

const COLUMNS: readonly Column<ImportProblemView>[] = [
  text("row", "Number of the row, as a spreadsheet counts", ({ row }) => row),
  text("column", "Number of the column, from 1", ({ column }) => column),
  text("header", "Header of the column", ({ header }) => header),
  text("in the file", "The cell as it stands in the file", ({ printed }) => printed),
  text("weight", "Whether it stops the row", ({ kind }) => WEIGHT_WORDS[PROBLEM_KINDS[kind].weight]),
  text("what is wrong", "What is wrong", ({ kind, detail }) => PROBLEM_KINDS[kind].wrong(detail)),
  text("what to do", "What to do", ({ kind }) => PROBLEM_KINDS[kind].remedy),
];

/** What the check of an import found wrong, for whoever mends the file beside it. Seen by those who see the import. */
export const importProblems: DownloadKind<ProblemsContent> = {
  act: "performance.read",
  read: async ({ db, viewer, mostFigures }, parameters) => {
    const question = readProblemsQuestion(parameters);
    if (!question.ok) return question;
    const record = may(viewer, "performance.import") ? await findImport(db, viewer, question.value) : null;
    if (record === null) return notFound("There is no such import.");
    const found = listProblems(db, record.id, { weight: null, kind: null });
    return ok({ fileName: record.fileName, problems: await found.rows(mostFigures, 0) });
  },
  fileName: ({ fileName }) => asFileName(`problems in ${fileName}`),
  formats: {
    csv: {
      contentType: CONTENT_TYPES.csv,
      mostFigures: 50_000,
      write: async ({ problems }) => csvOf(COLUMNS, problems),
    },
  },
};
