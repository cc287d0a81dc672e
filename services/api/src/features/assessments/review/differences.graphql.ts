import type { TextRun } from "@due-regard/domain/ehria/compare-texts";
import type {
  FieldDifference,
  QuestionDifference,
  RevisionDifference,
  RowChange,
  RowDifference,
} from "@due-regard/domain/ehria/review/compare-revisions";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { AssessmentType } from "../assessment-type.ts";
import { loadDifferences } from "./load-differences.ts";

const RunKindEnum = describedEnum<Uppercase<TextRun["kind"]>>(
  "TextRunKind",
  "In which of two texts a run stands.",
  {
    SAME: "In both.",
    ADDED: "In the later one alone.",
    REMOVED: "In the earlier one alone.",
  },
);

const RUN_KIND = { same: "SAME", added: "ADDED", removed: "REMOVED" } as const;

const TextRunType = builder.objectRef<TextRun>("TextRun").implement({
  description: "A run of words. Those that stand in both or in one of two texts, joined, are that text.",
  fields: (t) => ({
    kind: t.field({
      type: RunKindEnum,
      description: "Where it stands.",
      resolve: ({ kind }) => RUN_KIND[kind],
    }),
    text: t.exposeString("text", { description: "The words, with the spaces between them." }),
  }),
});

const RowChangeEnum = describedEnum<RowChange>("RowChangeKind", "How a row of the form changed.", {
  ADDED: "Only the later revision has it.",
  REMOVED: "Only the earlier one has it.",
  CHANGED: "Both have it, with other words.",
});

const FieldDifferenceType = builder.objectRef<FieldDifference>("FieldDifference").implement({
  description: "A field of a row that differs.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "What it is called: “Answer”, “Comments”, “By when”." }),
    runs: t.field({
      type: [TextRunType],
      description: "Its words in reading order; of a choice or a date, the whole before and the whole after.",
      resolve: ({ runs }) => runs,
    }),
  }),
});

const RowDifferenceType = builder.objectRef<RowDifference>("RowDifference").implement({
  description: "An answer, a part, a row of a table, an action or a citation that differs.",
  fields: (t) => ({
    place: t.exposeString("place", {
      description: "“question” or “question.part”; “assessment” for the whole.",
    }),
    label: t.exposeString("label", {
      nullable: true,
      description: "What the form calls it. Null: the question has this one alone.",
    }),
    change: t.expose("change", { type: RowChangeEnum, description: "How it changed." }),
    fields: t.field({
      type: [FieldDifferenceType],
      description: "Its fields that differ, at least one.",
      resolve: ({ fields }) => fields,
    }),
  }),
});

const QuestionDifferenceType = builder.objectRef<QuestionDifference>("QuestionDifference").implement({
  description: "Everything of one question that differs.",
  fields: (t) => ({
    question: t.exposeString("question", {
      nullable: true,
      description: "Its key. Null: what belongs to the assessment as a whole, such as who wrote it.",
    }),
    number: t.exposeString("number", { nullable: true, description: "Its number. Null: it has none." }),
    label: t.exposeString("label", { description: "A few words that name it." }),
    rows: t.field({
      type: [RowDifferenceType],
      description: "Its rows that differ, at least one.",
      resolve: ({ rows }) => rows,
    }),
  }),
});

const RevisionDifferenceType = builder.objectRef<RevisionDifference>("RevisionDifference").implement({
  description:
    "What a revision says otherwise than an earlier one, both as they were signed or would be now.",
  fields: (t) => ({
    from: t.exposeInt("from", { description: "Number of the earlier revision." }),
    to: t.exposeInt("to", { description: "Number of the later one." }),
    questions: t.field({
      type: [QuestionDifferenceType],
      description: "The questions that differ, in the order of the later form. Empty: not a word does.",
      resolve: ({ questions }) => questions,
    }),
  }),
});

builder.objectField(AssessmentType, "changes", (t) =>
  t.field({
    type: RevisionDifferenceType,
    nullable: true,
    description:
      "What one revision says otherwise than an earlier one. Null: there is no such revision, none before it, or you may not see the workings.",
    args: {
      from: t.arg.int({ description: "Number of the earlier revision. Default: the one before the later." }),
      to: t.arg.int({ description: "Number of the later one. Default: the revision that is shown." }),
    },
    resolve: (head, { from, to }, context) =>
      loadDifferences(context, head, { from: from ?? null, to: to ?? null }),
  }),
);
