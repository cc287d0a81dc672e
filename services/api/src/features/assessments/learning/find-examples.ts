import type { Executor } from "@due-regard/database/connection";
import { answers, assessmentRevisions, assessments } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { isWritten } from "@due-regard/domain/ehria/content";
import { EXAMPLE_RANK } from "@due-regard/domain/ehria/copying/example-rank";
import { countingContent } from "@due-regard/domain/ehria/form/visibility";
import { and, asc, desc, eq, exists, inArray, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SignedInViewer } from "../../../context.ts";
import type { AssessmentBody } from "../load-body.ts";
import { type AssessmentHead, loadHeads } from "../load-head.ts";

/** An answer of another assessment to the same question. */
export interface Example {
  /** As the reader is shown it. */
  head: AssessmentHead;
  part: string | null;
  text: string;
  savedAt: string;
}

/** Who looks for them, and by what connection. */
interface ExampleReader {
  db: Executor;
  viewer: SignedInViewer | null;
  readBody: (head: AssessmentHead) => Promise<AssessmentBody>;
}

interface ExampleQuestion {
  /** Key of the question: the same on every version of a form, so that answers are found whatever version they were given on. */
  question: string;
  /** Assessments at most. */
  first: number;
  /** Only of this one. */
  reference?: string;
}

const asked = alias(formTemplates, "asked_form");
const given = alias(formTemplates, "given_form");

/** On any version of the form that the draft is on. */
const onSameForm = (db: Executor, templateId: string): SQL =>
  exists(
    db
      .select({ id: given.id })
      .from(given)
      .innerJoin(asked, eq(asked.key, given.key))
      .where(and(eq(given.id, assessments.templateId), eq(asked.id, templateId))),
  );

const answersIt = (db: Executor, question: string): SQL =>
  exists(
    db
      .select({ id: answers.id })
      .from(answers)
      .where(
        and(
          eq(answers.revisionId, assessmentRevisions.id),
          eq(answers.question, question),
          sql`btrim(${answers.text}) <> ''`,
        ),
      ),
  );

/**
 * What is sealed holds what counted, and nothing else. What is not is read with its form afterwards. Asked only of what is about to
 * be shown: reading a sealed text is work.
 */
const countsIfSealed = sql<boolean>`(${assessmentRevisions.sealedContent} is null or ${assessmentRevisions.sealedContent}::jsonb @>
  jsonb_build_object('answers', jsonb_build_array(
    jsonb_build_object('question', ${answers.question}, 'part', nullif(${answers.part}, '')))))`;

/** Read beyond what was asked for, since some of it may not count. */
const SPARE = 5;

const shownStatus = sql`coalesce(${assessments.signedStatus}, ${assessments.status})::text`;
const rank = sql`(${JSON.stringify(EXAMPLE_RANK)}::jsonb ->> ${shownStatus})::int`;

/**
 * How others answered a question of this draft: of assessments that the reader may read, signed ones first, then those of the
 * same department, of like title, the newest.
 */
export const findExamples = async (
  reader: ExampleReader,
  draft: AssessmentHead,
  { question, first, reference }: ExampleQuestion,
): Promise<Example[]> => {
  const { db, viewer } = reader;
  const heads = await loadHeads(db, viewer, {
    where: and(
      ne(assessments.id, draft.id),
      reference === undefined ? undefined : eq(assessments.reference, reference),
      onSameForm(db, draft.templateId),
      answersIt(db, question),
    ),
    orderBy: [
      asc(rank),
      desc(sql`(${assessments.departmentId} = ${draft.departmentId})`),
      desc(sql`similarity(${assessments.title}, ${draft.title})`),
      desc(assessments.startedOn),
      asc(assessments.reference),
    ],
    limit: first + SPARE,
    signedFirst: true,
  });
  const texts = await loadTexts(db, heads, question);
  const examples = await Promise.all(heads.map((head) => countingTexts(reader, head, texts)));
  return examples
    .filter((own) => own.length > 0)
    .slice(0, first)
    .flat();
};

type StoredText = Pick<typeof answers.$inferSelect, "revisionId" | "question" | "part" | "text" | "savedAt">;

const loadTexts = async (
  db: Executor,
  heads: readonly AssessmentHead[],
  question: string,
): Promise<StoredText[]> => {
  if (heads.length === 0) return [];
  const { revisionId, part, text, savedAt } = answers;
  const rows = await db
    .select({ revisionId, question: answers.question, part, text, savedAt, counts: countsIfSealed })
    .from(answers)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, revisionId))
    .where(
      and(
        inArray(
          revisionId,
          heads.map((head) => head.revisionId),
        ),
        eq(answers.question, question),
      ),
    )
    .orderBy(asc(part));
  return rows.filter(({ counts }) => counts);
};

const countingTexts = async (
  reader: ExampleReader,
  head: AssessmentHead,
  texts: readonly StoredText[],
): Promise<Example[]> => {
  const own = texts.filter(({ revisionId, text }) => revisionId === head.revisionId && isWritten(text));
  const counts = head.sealedAt === null ? await countingIn(reader, head) : () => true;
  return own
    .filter(counts)
    .map(({ part, text, savedAt }) => ({ head, part: part === "" ? null : part, text: text ?? "", savedAt }));
};

/** Of a draft, what its form asks as things stand: what is hidden doesn't count. */
const countingIn = async (
  { readBody }: ExampleReader,
  head: AssessmentHead,
): Promise<(text: StoredText) => boolean> => {
  const { reading } = await readBody(head);
  const counting = new Set(
    countingContent(reading).answers.map(({ question, part }) => `${question} ${part ?? ""}`),
  );
  return ({ question, part }) => counting.has(`${question} ${part}`);
};
