import { foreignKey, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { assessmentRevisions, assessments } from "./assessments.ts";
import { id, instant } from "./columns.ts";
import { users } from "./people.ts";

/**
 * Words that were copied into an answer from what another assessment answered to the same question, and from where. Beside the
 * answer and no part of what is signed (docs/adr/0038-copied-answers.md). Rows are only ever added (trigger).
 */
export const answerCopies = pgTable(
  "answer_copies",
  {
    id: id(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => assessmentRevisions.id),
    question: text("question").notNull(),
    /** Empty for a question without parts, as in `answers`. */
    part: text("part").notNull().default(""),
    fromAssessmentId: uuid("from_assessment_id")
      .notNull()
      .references(() => assessments.id),
    fromRevision: integer("from_revision").notNull(),
    /** The words as they were copied. */
    text: text("text").notNull(),
    copiedAt: instant("copied_at").notNull().defaultNow(),
    copiedById: uuid("copied_by_id")
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    unique("answer_copies_once").on(
      table.revisionId,
      table.question,
      table.part,
      table.fromAssessmentId,
      table.fromRevision,
    ),
    foreignKey({
      name: "answer_copies_from_a_revision",
      columns: [table.fromAssessmentId, table.fromRevision],
      foreignColumns: [assessmentRevisions.assessmentId, assessmentRevisions.number],
    }),
  ],
);
