import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions } from "@due-regard/database/schema/assessments";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { users } from "@due-regard/database/schema/people";
import {
  draftForPublic,
  type PublicDraft,
  type PublicFacts,
  type PublicSignature,
} from "@due-regard/domain/ehria/publication/public-draft";
import { sealStatementSchema } from "@due-regard/domain/seal/seal-statement";
import { eq, inArray } from "drizzle-orm";
import { shownHashOf } from "../judge-assessment.ts";
import type { AssessmentBody, SignatureRow } from "../load-body.ts";
import { loadCase } from "../load-case.ts";
import type { AssessmentHead } from "../load-head.ts";

/** Nobody writes to a sealed revision; where the database was changed all the same, nothing of it may be published. */
const isAsSealed = async (db: Executor, head: AssessmentHead, body: AssessmentBody): Promise<boolean> => {
  const [revision] = await db
    .select({ sealedContent: assessmentRevisions.sealedContent })
    .from(assessmentRevisions)
    .where(eq(assessmentRevisions.id, head.revisionId));
  const shown = shownHashOf(head, body, revision?.sealedContent ?? null);
  return shown !== null && shown === head.sealedHash;
};

/** As they were when they signed: it stands in the seal. */
const sealedJobTitle = ({ sealStatement }: SignatureRow): string | null =>
  sealStatement === null
    ? null
    : (sealStatementSchema.safeParse(JSON.parse(sealStatement)).data?.signature.jobTitle ?? null);

const loadSignatures = async (db: Executor, rows: readonly SignatureRow[]): Promise<PublicSignature[]> => {
  const people = await db
    .select({ id: users.id, jobTitle: users.jobTitle })
    .from(users)
    .where(
      inArray(
        users.id,
        rows.map(({ userId }) => userId),
      ),
    );
  return rows.map((row) => ({
    role: row.role,
    jobTitle: sealedJobTitle(row) ?? people.find(({ id }) => id === row.userId)?.jobTitle ?? "",
    statement: row.statement,
    signedAt: new Date(row.signedAt).toISOString(),
  }));
};

const loadPlace = async (db: Executor, departmentId: string) => {
  const [row] = await db
    .select({
      organisation: { code: organisations.code, name: organisations.name },
      department: { slug: departments.slug, name: departments.name },
    })
    .from(departments)
    .innerJoin(organisations, eq(organisations.id, departments.organisationId))
    .where(eq(departments.id, departmentId));
  if (row === undefined) throw new Error("An assessment belongs to a department");
  return row;
};

/**
 * What may be published of a sealed revision, before anybody decided about its words. Null: it isn't sealed, or what is stored is not
 * what was.
 */
export const loadDraft = async (
  db: Executor,
  head: AssessmentHead,
  body: AssessmentBody,
): Promise<PublicDraft | null> => {
  if (!(await isAsSealed(db, head, body))) return null;
  const { references } = await loadCase(db, head, body);
  const facts: PublicFacts = {
    reference: head.reference,
    title: head.title,
    demo: head.isDemo,
    ...(await loadPlace(db, head.departmentId)),
    revision: head.revision,
    startedOn: head.startedOn,
    // Signing needs a day, and a form that doesn't ask gets that of the submission (write-events.ts).
    completedOn: head.completedOn ?? new Date(head.sealedAt ?? 0).toISOString().slice(0, 10),
    reviewDueOn: head.reviewDueOn,
    signatures: await loadSignatures(db, body.signatures),
  };
  return draftForPublic(body.reading, facts, references);
};
