import { REASON_WORDS } from "@due-regard/domain/ehria/cumulative/counting-impact";
import { COLUMN_WORDS, IMPACT_COLUMNS } from "@due-regard/domain/ehria/cumulative/cumulate";
import { headlineOf } from "@due-regard/domain/ehria/cumulative/headline";
import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { minuteOf } from "../../../documents/assessment/words.ts";
import {
  type Column,
  type Sheet,
  type SheetRow,
  tableRows,
  type Workbook,
} from "../../../downloads/sheet.ts";
import type { Cumulated, ShownCell, ShownEntry } from "./cumulate-loaded.ts";

/** Cumulative impact as files: a line for each group and assessment, and the table that the page shows. */

export interface ImpactContent {
  cumulated: Cumulated;
  /** By id. */
  departments: ReadonlyMap<string, string>;
  /** What was chosen, in words: "Plan: …". None: everything that is signed and in force. */
  chosen: readonly string[];
  notCounted: number;
  /** ISO instant. */
  now: string;
}

interface Line {
  cell: ShownCell;
  entry: ShownEntry;
  department: string;
}

const column = (
  header: string,
  means: string,
  width: number,
  cell: (line: Line) => string | number | null,
): Column<Line> => ({ header, means, width, cell: (line) => escapeFormula(String(cell(line) ?? "")) });

const STAGES = { SCREENING: "Screening", REPORT: "Full report" } as const;

export const lineColumns: readonly Column<Line>[] = [
  column("people", "The group of people, as the law in force names it", 30, ({ cell }) => cell.label),
  column("says", "What the assessment says of the group", 28, ({ cell }) => COLUMN_WORDS[cell.column]),
  column("reference", "The assessment’s reference", 18, ({ entry }) => entry.head.reference),
  column("title", "What is assessed", 44, ({ entry }) => entry.head.title),
  column("department", "Whose it is", 26, ({ department }) => department),
  column("status", "Where it stands, as you may see it", 18, ({ entry }) => entry.head.status),
  column("revision", "The revision that counts", 10, ({ entry }) => entry.head.revision),
  column(
    "completed on",
    "Day of completion. Empty: none is recorded",
    14,
    ({ entry }) => entry.head.completedOn,
  ),
  column("stage", "The stage whose row counts. Empty: it says nothing of the group", 14, ({ entry }) =>
    entry.stage === null ? null : STAGES[entry.stage],
  ),
  column("because", "Why that stage counts", 60, ({ entry }) =>
    entry.reason === null ? null : REASON_WORDS[entry.reason],
  ),
];

export const linesOf = ({ cumulated, departments }: ImpactContent): Line[] =>
  cumulated.cells.flatMap((cell) =>
    cell.entries.map((entry) => ({
      cell,
      entry,
      department: departments.get(entry.head.departmentId) ?? "",
    })),
  );

const one = (style: SheetRow["style"], words: string): SheetRow => ({ style, cells: [escapeFormula(words)] });

export const chosenWords = ({ chosen }: ImpactContent): string =>
  chosen.length > 0 ? chosen.join(". ") : "All that are signed off and in force";

const countedWords = ({ cumulated, notCounted }: ImpactContent): string =>
  `Assessments that count: ${cumulated.heads.length}. Each stands once in each row. Left out because of their status alone: ${notCounted}. Only what you may see is counted.`;

const TITLE = "Cumulative impact";

const tableSheet = (content: ImpactContent): Sheet => {
  const { cumulated } = content;
  const total = cumulated.heads.length;
  const top = [
    one("TITLE", TITLE),
    one("SUBHEADING", chosenWords(content)),
    one("SUBHEADING", countedWords(content)),
    ...headlineOf(cumulated.rows, total).map((sentence) => one("SUBHEADING", sentence)),
  ];
  const byGroup = [...Map.groupBy(cumulated.cells, ({ characteristic }) => characteristic).values()];
  return {
    name: "Table",
    widths: [32, ...IMPACT_COLUMNS.map(() => 13), 8],
    headerRow: top.length,
    landscape: true,
    rows: [
      ...top,
      { style: "HEADER", cells: ["People", ...IMPACT_COLUMNS.map((each) => COLUMN_WORDS[each]), "All"] },
      ...byGroup.map(
        (cells): SheetRow => ({
          style: "BODY",
          cells: [
            escapeFormula(cells[0]?.label ?? ""),
            ...cells.map(({ entries }) => ({ number: String(entries.length) })),
            { number: String(total) },
          ],
        }),
      ),
    ],
  };
};

const aboutSheet = (content: ImpactContent): Sheet => ({
  name: "About",
  widths: [28, 90],
  headerRow: null,
  landscape: false,
  rows: [
    one("TITLE", "About this file"),
    ...[
      ["Chosen", chosenWords(content)],
      ["Counted", countedWords(content)],
      ["Made", minuteOf(content.now)],
      ["Affected", "Says nothing about harm: the direction does."],
      ["Stages", "Where a full report answers for a group, it counts rather than the screening."],
    ].map(([name = "", words = ""]): SheetRow => ({ style: "BODY", cells: [name, escapeFormula(words)] })),
    one("HEADING", "Columns of the sheet Assessments"),
    ...lineColumns.map(({ header, means }): SheetRow => ({ style: "BODY", cells: [header, means] })),
  ],
});

export const impactWorkbook = (content: ImpactContent): Workbook => ({
  title: TITLE,
  madeAt: content.now,
  sheets: [
    tableSheet(content),
    {
      name: "Assessments",
      widths: lineColumns.map(({ width }) => width),
      headerRow: 0,
      landscape: true,
      rows: tableRows(lineColumns, linesOf(content)),
    },
    aboutSheet(content),
  ],
});
