import type { ProblemKind } from "@due-regard/domain/metrics/import/problems";
import { PROBLEM_KINDS } from "@due-regard/domain/metrics/import/problems";
import type {
  ImportCounts,
  ImportField,
  ImportMapping,
  ImportOutcome,
} from "@due-regard/domain/metrics/import/vocabulary";
import { periodOf } from "@due-regard/domain/metrics/period";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { OrganisationType } from "../../organisations/organisation.graphql.ts";
import { MetricType } from "../metric-type.ts";
import { PeriodType } from "../period.graphql.ts";
import {
  ImportFieldEnum,
  ImportFormatEnum,
  ImportOutcomeEnum,
  ImportProblemKindEnum,
  ImportProblemWeightEnum,
} from "./import-enums.graphql.ts";

/** What hangs below an import: its columns, rows, mapping, problems and changes. */

export interface ImportColumn {
  position: number;
  header: string;
  field: ImportField | null;
}

export const ImportColumnType = builder.objectRef<ImportColumn>("ImportColumn").implement({
  description: "A column of the file.",
  fields: (t) => ({
    position: t.exposeInt("position", { description: "Counted from 1." }),
    header: t.exposeString("header", { description: "Its header, as it stands in the file." }),
    field: t.expose("field", {
      type: ImportFieldEnum,
      nullable: true,
      description: "What its header suggests that it holds. Null: it would not be used.",
    }),
  }),
});

export interface ImportSheet {
  name: string | null;
  rows: number;
  columns: number;
}

export const ImportSheetType = builder.objectRef<ImportSheet>("ImportSheet").implement({
  description: "A sheet of a workbook; a CSV file is one sheet without a name.",
  fields: (t) => ({
    name: t.exposeString("name", { nullable: true, description: "Its name. Null: the file is no workbook." }),
    rows: t.exposeInt("rows", { description: "Number of its last row that holds anything." }),
    columns: t.exposeInt("columns", { description: "Cells of its widest row." }),
  }),
});

export interface ImportRow {
  row: number;
  cells: string[];
}

export const ImportRowType = builder.objectRef<ImportRow>("ImportRow").implement({
  description: "A row as it stands in the file.",
  fields: (t) => ({
    row: t.exposeInt("row", { description: "Its number, as a spreadsheet counts: the first is 1." }),
    cells: t.exposeStringList("cells", { description: "Its cells, each cut to 200 characters." }),
  }),
});

const ColumnOfField = builder
  .objectRef<{ field: ImportField; column: number }>("ImportColumnMapping")
  .implement({
    description: "Which column holds a field.",
    fields: (t) => ({
      field: t.expose("field", { type: ImportFieldEnum, description: "The field." }),
      column: t.exposeInt("column", { description: "The column, counted from 1." }),
    }),
  });

const ConstantOfField = builder.objectRef<{ field: ImportField; value: string }>("ImportConstant").implement({
  description: "One value for every row.",
  fields: (t) => ({
    field: t.expose("field", { type: ImportFieldEnum, description: "The field." }),
    value: t.exposeString("value", { description: "The value." }),
  }),
});

const entriesOf = <Value>(record: Partial<Record<ImportField, Value>>): [ImportField, Value][] =>
  Object.entries(record) as [ImportField, Value][];

export const ImportMappingType = builder.objectRef<ImportMapping>("ImportMapping").implement({
  description: "How the columns of a file become figures. Send it as `ImportMappingInput`.",
  fields: (t) => ({
    format: t.expose("format", { type: ImportFormatEnum, description: "How rows make figures." }),
    sheet: t.exposeString("sheet", { nullable: true, description: "The sheet. Null: no workbook." }),
    headerRow: t.exposeInt("headerRow", { description: "The row with the headers; the figures follow it." }),
    columns: t.field({
      type: [ColumnOfField],
      description: "The columns that are used. The rest are not, and that is no error.",
      resolve: ({ columns }) => entriesOf(columns).map(([field, column]) => ({ field, column })),
    }),
    constants: t.field({
      type: [ConstantOfField],
      description: "Values for all rows, for fields without a column.",
      resolve: ({ constants }) => entriesOf(constants).map(([field, value]) => ({ field, value })),
    }),
    leaveOutUnknownMetrics: t.exposeBoolean("leaveOutUnknownMetrics", {
      description: "True: rows of metrics not defined here are left out and counted, and are no problem.",
    }),
    leaveOutUnknownOrganisations: t.exposeBoolean("leaveOutUnknownOrganisations", {
      description: "True: rows of organisations not known here are left out and counted, and are no problem.",
    }),
  }),
});

export const ImportCountsType = builder.objectRef<ImportCounts>("ImportCounts").implement({
  description: "What the check found. Rows are rows of the file; figures are what they make.",
  fields: (t) => ({
    rows: t.exposeInt("rows", { description: "Rows below the headers that hold anything." }),
    figures: t.exposeInt("figures", { description: "Figures that can be recorded: new, revised and same." }),
    new: t.exposeInt("new", { description: "Figures of which there is none yet." }),
    revised: t.exposeInt("revised", { description: "Figures that supersede the one in force." }),
    same: t.exposeInt("same", { description: "Figures that say what is in force already." }),
    leftOut: t.exposeInt("leftOut", {
      description:
        "Rows left out: unknown metrics or organisations where the mapping says so; in national files also blank values, groups that can't be told, and rows that are neither numerator, denominator nor outcome.",
    }),
    faulty: t.exposeInt("faulty", { description: "Rows with a problem that blocks." }),
    warned: t.exposeInt("warned", { description: "Rows with only problems that warn." }),
  }),
});

export interface ImportProgress {
  waiting: boolean;
  rowsDone: number;
  rowsInAll: number | null;
}

export const ImportProgressType = builder.objectRef<ImportProgress>("ImportProgress").implement({
  description: "How far a step is that is under way.",
  fields: (t) => ({
    waiting: t.exposeBoolean("waiting", {
      description: "True: it waits for another import, since one at a time is worked on.",
    }),
    rowsDone: t.exposeInt("rowsDone", { description: "Rows or figures done." }),
    rowsInAll: t.exposeInt("rowsInAll", {
      nullable: true,
      description: "Of how many. Null: not known yet, as while a file is read.",
    }),
  }),
});

export interface ImportProblemView {
  row: number;
  column: number | null;
  header: string | null;
  printed: string | null;
  kind: ProblemKind;
  detail: string;
}

export const ImportProblemType = builder.objectRef<ImportProblemView>("ImportProblem").implement({
  description: "Something about a row that needs putting right or looking at.",
  fields: (t) => ({
    row: t.exposeInt("row", { description: "Number of the row, as a spreadsheet counts." }),
    column: t.exposeInt("column", {
      nullable: true,
      description:
        "The column, counted from 1. Null: it is about the whole row, or about a value for all rows.",
    }),
    header: t.exposeString("header", {
      nullable: true,
      description: "Header of the column. Null: there is no column.",
    }),
    printed: t.exposeString("printed", {
      nullable: true,
      description: "The cell as it stands in the file, cut to 200 characters. Null: there is no one cell.",
    }),
    kind: t.expose("kind", { type: ImportProblemKindEnum, description: "What sort of problem it is." }),
    weight: t.field({
      type: ImportProblemWeightEnum,
      description: "Whether it blocks the row.",
      resolve: ({ kind }) => PROBLEM_KINDS[kind].weight,
    }),
    wrong: t.string({
      description: "What is wrong.",
      resolve: ({ kind, detail }) => PROBLEM_KINDS[kind].wrong(detail),
    }),
    remedy: t.string({ description: "What to do.", resolve: ({ kind }) => PROBLEM_KINDS[kind].remedy }),
  }),
});
export const ImportProblemPage = connectionOf(ImportProblemType);

export const ImportProblemCountType = builder
  .objectRef<{ kind: ProblemKind; rows: number }>("ImportProblemCount")
  .implement({
    description: "How many rows have one sort of problem.",
    fields: (t) => ({
      kind: t.expose("kind", { type: ImportProblemKindEnum, description: "The sort of problem." }),
      weight: t.field({
        type: ImportProblemWeightEnum,
        description: "Whether it blocks.",
        resolve: ({ kind }) => PROBLEM_KINDS[kind].weight,
      }),
      rows: t.exposeInt("rows", { description: "How many rows have it." }),
    }),
  });

export interface ImportedFigure {
  row: number;
  metricId: string;
  organisationId: string;
  period: string;
  group: string | null;
  before: string | null;
  after: string;
  outcome: ImportOutcome;
}

export const ImportedFigureType = builder.objectRef<ImportedFigure>("ImportedFigure").implement({
  description: "What recording a row changes, or did change.",
  fields: (t) => ({
    row: t.exposeInt("row", { description: "The first row of the file that it comes from." }),
    metric: t.field({ type: MetricType, description: "The metric.", resolve: ({ metricId }) => metricId }),
    organisation: t.field({
      type: OrganisationType,
      description: "Whose figure it is.",
      resolve: ({ organisationId }) => organisationId,
    }),
    period: t.field({
      type: PeriodType,
      description: "What stretch of time it is about.",
      resolve: ({ period }) => periodOf(period),
    }),
    group: t.exposeString("group", {
      nullable: true,
      description: "The group of people that it is about. Null: everybody.",
    }),
    before: t.exposeString("before", {
      nullable: true,
      description: "The figure in force when it was checked, as shown. Null: there was none.",
    }),
    after: t.exposeString("after", { description: "The figure of the file, as it will be shown." }),
    outcome: t.expose("outcome", { type: ImportOutcomeEnum, description: "What recording it does." }),
  }),
});
export const ImportedFigurePage = connectionOf(ImportedFigureType);
