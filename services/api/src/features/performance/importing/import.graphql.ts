import { STATES_UNDER_WAY } from "@due-regard/domain/metrics/import/vocabulary";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { pageOf } from "../../../schema/page.ts";
import { UserType } from "../../people/user.graphql.ts";
import { ObservationPage } from "../metric.graphql.ts";
import { ObservationType } from "../observation.graphql.ts";
import {
  ImportFileTypeEnum,
  ImportFormatEnum,
  ImportOutcomeEnum,
  ImportProblemKindEnum,
  ImportProblemWeightEnum,
  MetricImportStateEnum,
} from "./import-enums.graphql.ts";
import {
  ImportColumnType,
  ImportCountsType,
  ImportedFigurePage,
  ImportedFigureType,
  ImportMappingType,
  ImportProblemCountType,
  ImportProblemPage,
  ImportProblemType,
  ImportProgressType,
  ImportRowType,
  ImportSheetType,
} from "./import-parts.graphql.ts";
import { isWaiting } from "./import-queue.ts";
import { countProblems, listChanges, listKept, listProblems } from "./load-findings.ts";
import { findImport, type ImportRecord, listImports } from "./load-imports.ts";
import { columnsOf, readRows, suggestFor } from "./suggest-for-import.ts";

export const MetricImportType = builder.objectRef<ImportRecord>("MetricImport").implement({
  description:
    "A file of figures and what became of it: uploaded, checked, recorded, perhaps undone. Shown to who uploaded it, and to analysts of every department.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "As `POST /imports` gives it." }),
    fileName: t.exposeString("fileName", { description: "Name of the file." }),
    fileType: t.expose("fileType", { type: ImportFileTypeEnum, description: "Told by its content." }),
    bytes: t.exposeInt("bytes", { description: "Size of the file." }),
    sha256: t.exposeString("sha256", { description: "SHA-256 of the file, in hex." }),
    state: t.expose("state", { type: MetricImportStateEnum, description: "Where it stands." }),
    failure: t.exposeString("failure", {
      nullable: true,
      description: "Why the last step came to nothing, in plain words. Null: it did not fail.",
    }),
    sheets: t.field({
      type: [ImportSheetType],
      description: "Its sheets. Empty while it is read.",
      resolve: ({ sheets }) => sheets,
    }),
    uploadedBy: t.field({
      type: UserType,
      description: "Who sent it.",
      resolve: ({ uploadedById }) => uploadedById,
    }),
    uploadedAt: t.expose("uploadedAt", { type: "DateTime", description: "When it arrived." }),
    progress: t.field({
      type: ImportProgressType,
      nullable: true,
      description: "How far the step under way is. Null: none is. Ask again after a second.",
      resolve: ({ id, state, rowsDone, rowsInAll }) =>
        STATES_UNDER_WAY.some((each) => each === state)
          ? { waiting: isWaiting(id), rowsDone, rowsInAll }
          : null,
    }),
    columns: t.field({
      type: [ImportColumnType],
      description:
        "Columns of a sheet with what their headers suggest. Empty when its rows are gone: after recording, and after some days.",
      args: {
        sheet: t.arg.string({ description: "Default: that of the mapping, else “Figures”, else the first." }),
        headerRow: t.arg.int({ description: "The row with the headers. Default: the likeliest." }),
        format: t.arg({ type: ImportFormatEnum, description: "Default: the likeliest." }),
      },
      resolve: async (record, choice, { db }) => await columnsOf(db, record, choice),
    }),
    firstRows: t.field({
      type: [ImportRowType],
      description: "Rows from the top of a sheet, headers included. Empty when its rows are gone.",
      args: {
        sheet: t.arg.string({ description: "Default: as for `columns`." }),
        first: t.arg.int({ required: true, defaultValue: 10, description: "How many, up to 50." }),
      },
      resolve: async (record, { sheet, first }, { db }) =>
        await readRows(db, record, sheet ?? null, Math.min(Math.max(first, 0), 50)),
    }),
    suggestedMapping: t.field({
      type: ImportMappingType,
      nullable: true,
      description: "A mapping from the headers. Null: its rows are gone, or are being read.",
      args: {
        sheet: t.arg.string({ description: "Default: as for `columns`." }),
        headerRow: t.arg.int({ description: "The row with the headers. Default: the likeliest." }),
        format: t.arg({ type: ImportFormatEnum, description: "Default: the likeliest." }),
      },
      resolve: async (record, choice, { db }) => await suggestFor(db, record, choice),
    }),
    mapping: t.field({
      type: ImportMappingType,
      nullable: true,
      description: "The mapping that it was last checked with. Null: it was not checked yet.",
      resolve: ({ mapping }) => mapping,
    }),
    counts: t.field({
      type: ImportCountsType,
      nullable: true,
      description: "What the last check found. Null: it was not checked yet.",
      resolve: ({ counts }) => counts,
    }),
    checkedAt: t.expose("checkedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was last checked. Null: not yet.",
    }),
    problemCounts: t.field({
      type: [ImportProblemCountType],
      description:
        "How many rows have each sort of problem, blocking ones first. Kept with the import's rows.",
      resolve: async ({ id }, _args, { db }) => await countProblems(db, id),
    }),
    problems: t.connection(
      {
        type: ImportProblemType,
        description:
          "What the last check found wrong, in the order of the file. Kept with the import's rows.",
        args: {
          weight: t.arg({ type: ImportProblemWeightEnum, description: "Only these. Default: all." }),
          kind: t.arg({ type: ImportProblemKindEnum, description: "Only this sort. Default: all." }),
        },
        resolve: ({ id }, { weight, kind, ...page }, { db }) =>
          pageOf(page, listProblems(db, id, { weight: weight ?? null, kind: kind ?? null })),
      },
      ...ImportProblemPage,
    ),
    changes: t.connection(
      {
        type: ImportedFigureType,
        description: "What recording would do, in the order of the file. Kept with the import's rows.",
        args: { outcome: t.arg({ type: ImportOutcomeEnum, description: "Only these. Default: all." }) },
        resolve: ({ id }, { outcome, ...page }, { db }) => pageOf(page, listChanges(db, id, outcome ?? null)),
      },
      ...ImportedFigurePage,
    ),
    skippedFaulty: t.exposeBoolean("skippedFaulty", {
      nullable: true,
      description: "True: it was recorded without its faulty rows. Null: it was not recorded.",
    }),
    recordedAt: t.expose("recordedAt", {
      type: "DateTime",
      nullable: true,
      description: "The one instant at which all its figures began. Null: it was not recorded.",
    }),
    recordedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who recorded it. Null: nobody.",
      resolve: ({ recordedById }) => recordedById,
    }),
    undoneAt: t.expose("undoneAt", {
      type: "DateTime",
      nullable: true,
      description:
        "The one instant at which its figures ended and those before them came back. Null: it was not undone.",
    }),
    undoneBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who undid it. Null: nobody.",
      resolve: ({ undoneById }) => undoneById,
    }),
    revisedSince: t.connection(
      {
        type: ObservationType,
        description:
          "Figures now in force where somebody recorded another after this import did. Undoing leaves them as they are.",
        resolve: ({ id, recordedAt }, page, { db }) => pageOf(page, listKept(db, id, recordedAt)),
      },
      ...ObservationPage,
    ),
  }),
});

const MetricImportPage = connectionOf(MetricImportType);

builder.queryFields((t) => ({
  metricImport: t.field({
    type: MetricImportType,
    nullable: true,
    description: "One import. Null when there is none, and when you may not see it.",
    args: { id: t.arg.id({ required: true, description: "As `POST /imports` gives it." }) },
    resolve: async (_root, { id }, { db, viewer }) => await findImport(db, viewer, String(id)),
  }),
  metricImports: t.connection(
    {
      type: MetricImportType,
      description: "Imports, newest first: your own, and everybody's if you are analyst in every department.",
      resolve: (_root, page, { db, viewer }) => pageOf(page, listImports(db, viewer)),
    },
    ...MetricImportPage,
  ),
}));
