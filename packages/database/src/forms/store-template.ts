import type {
  FormQuestion,
  FormSection,
  FormTemplate,
  QuestionPart,
} from "@due-regard/domain/ehria/form/template";
import { asc, eq } from "drizzle-orm";
import type { Executor, Transaction } from "../connection.ts";
import { formParts, formQuestions, formSections, formTemplates } from "../schema/forms.ts";

/**
 * A form template between its rows and the domain's type. Columns hold what the database itself asks about; the rest of
 * a section, question or part travels in `attributes`, so that a new attribute needs no migration.
 */

interface Publication {
  /** From then on nothing changes. */
  publishedAt: string;
  /** Null: it comes with the software. */
  publishedById: string | null;
}

/** Writes a template with its sections, questions and parts, and closes it. */
export const publishTemplate = async (
  tx: Transaction,
  template: FormTemplate,
  publication: Publication,
): Promise<string> => {
  const { key, version, title, sections, questions, ...attributes } = template;
  const [stored] = await tx.insert(formTemplates).values({ key, version, title, attributes }).returning();
  if (stored === undefined) throw new Error("The template was not stored");
  await tx.insert(formSections).values(sections.map((section) => sectionRow(stored.id, section)));
  const questionRows = await tx
    .insert(formQuestions)
    .values(questions.map((question, index) => questionRow(stored.id, question, index)))
    .returning({ id: formQuestions.id, key: formQuestions.key });
  const idByKey = new Map(questionRows.map((row) => [row.key, row.id]));
  const parts = questions.flatMap((question) =>
    question.parts.map((part, index) => partRow(idByKey.get(question.key) ?? "", part, index)),
  );
  if (parts.length > 0) await tx.insert(formParts).values(parts);
  await tx.update(formTemplates).set(publication).where(eq(formTemplates.id, stored.id));
  return stored.id;
};

const sectionRow = (templateId: string, { key, title, position, ...attributes }: FormSection) => ({
  templateId,
  key,
  title,
  position,
  attributes,
});

const questionRow = (templateId: string, question: FormQuestion, position: number) => {
  const { key, section, kind, text, parts: _parts, doubts, ...attributes } = question;
  const required = question.required !== false;
  return {
    templateId,
    key,
    position,
    sectionKey: section,
    kind,
    text,
    required,
    attributes,
    doubts: [...doubts],
  };
};

const partRow = (questionId: string, { key, label, ...attributes }: QuestionPart, position: number) => ({
  questionId,
  key,
  label,
  position,
  attributes,
});

/** Reads a template back. Null when there is none with this id. */
export const loadTemplate = async (db: Executor, id: string): Promise<FormTemplate | null> => {
  const [template] = await db.select().from(formTemplates).where(eq(formTemplates.id, id));
  if (template === undefined) return null;
  const [sections, questions, parts] = await Promise.all([
    db.select().from(formSections).where(eq(formSections.templateId, id)).orderBy(asc(formSections.position)),
    db
      .select()
      .from(formQuestions)
      .where(eq(formQuestions.templateId, id))
      .orderBy(asc(formQuestions.position)),
    db
      .select({ part: formParts })
      .from(formParts)
      .innerJoin(formQuestions, eq(formQuestions.id, formParts.questionId))
      .where(eq(formQuestions.templateId, id))
      .orderBy(asc(formParts.position)),
  ]);
  const { key, version, title } = template;
  return {
    ...(template.attributes as unknown as Omit<
      FormTemplate,
      "key" | "version" | "title" | "sections" | "questions"
    >),
    key,
    version,
    title,
    sections: sections.map(toSection),
    questions: questions.map((question) =>
      toQuestion(
        question,
        parts.filter(({ part }) => part.questionId === question.id).map(({ part }) => toPart(part)),
      ),
    ),
  };
};

const toSection = ({ key, title, position, attributes }: typeof formSections.$inferSelect) =>
  ({ ...attributes, key, title, position }) as unknown as FormSection;

const toQuestion = (row: typeof formQuestions.$inferSelect, parts: QuestionPart[]) =>
  ({
    ...row.attributes,
    key: row.key,
    section: row.sectionKey,
    kind: row.kind,
    text: row.text,
    doubts: row.doubts,
    parts,
  }) as unknown as FormQuestion;

const toPart = ({ key, label, attributes }: typeof formParts.$inferSelect) =>
  ({ guidance: null, ...attributes, key, label }) as unknown as QuestionPart;
