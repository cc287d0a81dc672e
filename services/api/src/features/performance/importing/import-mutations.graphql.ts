import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import type { ImportStep } from "./answer-step.ts";
import { MetricImportType } from "./import.graphql.ts";
import { ImportFieldEnum, ImportFormatEnum } from "./import-enums.graphql.ts";
import { importMetrics } from "./import-metrics.ts";
import { undoImport } from "./undo-import.ts";

const ImportColumnInput = builder.inputType("ImportColumnInput", {
  description: "Which column holds a field.",
  fields: (t) => ({
    field: t.field({ type: ImportFieldEnum, required: true, description: "The field." }),
    column: t.int({ required: true, description: "The column, counted from 1." }),
  }),
});

const ImportConstantInput = builder.inputType("ImportConstantInput", {
  description: "One value for every row.",
  fields: (t) => ({
    field: t.field({
      type: ImportFieldEnum,
      required: true,
      description: "ORGANISATION, PERIOD, STATUS … For a national file without a year: PERIOD.",
    }),
    value: t.string({ required: true, description: "The value, up to 200 characters." }),
  }),
});

const ImportMappingInput = builder.inputType("ImportMappingInput", {
  description: "How the columns of a file become figures.",
  fields: (t) => ({
    format: t.field({ type: ImportFormatEnum, required: true, description: "How rows make figures." }),
    sheet: t.string({ description: "The sheet. Leave out where there is but one." }),
    headerRow: t.int({
      required: true,
      defaultValue: 1,
      description: "The row with the headers, counted from 1. Default: 1.",
    }),
    columns: t.field({
      type: [ImportColumnInput],
      required: true,
      description: "The columns to use. A field has one column or one value.",
    }),
    constants: t.field({
      type: [ImportConstantInput],
      description: "Values for fields that have no column.",
    }),
    leaveOutUnknownMetrics: t.boolean({
      description:
        "Leave out rows of metrics not defined here. They are counted. Default: false, they block.",
    }),
    leaveOutUnknownOrganisations: t.boolean({
      description:
        "Leave out rows of organisations not known here. They are counted. Default: false, they block.",
    }),
  }),
});

const ImportMetricsInput = builder.inputType("ImportMetricsInput", {
  description: "An uploaded file, or text, to check or to record.",
  fields: (t) => ({
    import: t.id({ description: "What `POST /imports` answered. Send this or `text`." }),
    text: t.string({
      description:
        "The file itself as CSV text, headers first, as far as one request may go (1 MB). Send this or `import`.",
    }),
    mapping: t.field({
      type: ImportMappingInput,
      description: "Default: the one it was last checked with, else what its headers suggest.",
    }),
    dryRun: t.boolean({
      required: true,
      description:
        "True: check every row and record nothing. False: record, after a check if there was none.",
    }),
    skipFaulty: t.boolean({
      description:
        "Record what can be recorded and leave the faulty rows out. Default: false, one faulty row stops all.",
    }),
    idempotencyKey: t.string({
      description:
        "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.",
    }),
  }),
});

const UndoImportInput = builder.inputType("UndoImportInput", {
  description: "An import to undo.",
  fields: (t) => ({
    import: t.id({ required: true, description: "Which import." }),
    reason: t.string({ description: "Why, for the record. Up to 500 characters." }),
    idempotencyKey: t.string({
      description:
        "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.",
    }),
  }),
});

const stepType = (name: string, description: string) =>
  builder.objectRef<ImportStep>(name).implement({
    description,
    fields: (t) => ({
      import: t.field({
        type: MetricImportType,
        description: "The import as it stands.",
        resolve: ({ record }) => record,
      }),
      finished: t.exposeBoolean("finished", {
        description:
          "False: the step takes longer than an answer may, and goes on. Ask `metricImport` for its progress.",
      }),
    }),
  });

const MetricsImported = stepType("MetricsImported", "The step is done, or goes on.");
const ImportUndone = stepType("ImportUndone", "The import is undone, or is being undone.");
const ImportMetricsResult = resultUnion("ImportMetricsResult", MetricsImported);
const UndoImportResult = resultUnion("UndoImportResult", ImportUndone);

builder.mutationFields((t) => ({
  importMetrics: t.field({
    type: ImportMetricsResult,
    description:
      "Checks a file of figures row by row (`dryRun: true`), or records it, all or none, as one revision. It refuses while rows are faulty unless told to skip them, and answers Conflict when somebody recorded other figures since the check. Analysts only.",
    args: { input: t.arg({ type: ImportMetricsInput, required: true, description: "What, and how." }) },
    resolve: async (_root, { input }, context) => answer(await importMetrics(context, input)),
  }),
  undoImport: t.field({
    type: UndoImportResult,
    description:
      "Undoes an import as one revision: its figures end, and those that they superseded come back. Figures that somebody revised since stay as they are (`revisedSince`). Analysts only.",
    args: { input: t.arg({ type: UndoImportInput, required: true, description: "Which." }) },
    resolve: async (_root, { input }, context) => answer(await undoImport(context, input)),
  }),
}));
