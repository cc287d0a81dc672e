import { type StoredContent, toContent } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import { type RevisionRows, readRevision } from "@due-regard/database/read-models/revision";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { type FormReading, readForm } from "@due-regard/domain/ehria/form/visibility";
import type { ApiContext } from "../../context.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import type { AssessmentHead } from "./load-head.ts";

export type SignatureRow = RevisionRows["signatures"][number];
export type CopyRow = RevisionRows["copies"][number];

/** What an assessment's revision in force says, read together with its form. */
export interface AssessmentBody {
  /** With the council's own words in every text. */
  template: FormTemplate;
  /** hashContent() of the form as it was published. */
  formHash: string;
  content: StoredContent;
  reading: FormReading;
  /** What was copied into its answers from those of other assessments. */
  copies: CopyRow[];
  signatures: SignatureRow[];
}

export const loadBody = async (db: Executor, head: AssessmentHead): Promise<AssessmentBody> => {
  const [{ filled: template, documentHash: formHash }, rows] = await Promise.all([
    loadPublishedTemplate(db, head.templateId),
    readRevision(db, head.revisionId),
  ]);
  const content = toContent(rows);
  const { copies, signatures } = rows;
  return { template, formHash, content, reading: readForm(template, content), copies, signatures };
};

const bodies = new WeakMap<ApiContext, Map<AssessmentHead, Promise<AssessmentBody>>>();

/** The body of a head, read once in a request however many fields ask for it. */
export const bodyOf = (context: ApiContext, head: AssessmentHead): Promise<AssessmentBody> => {
  const known = bodies.get(context) ?? new Map<AssessmentHead, Promise<AssessmentBody>>();
  bodies.set(context, known);
  const body = known.get(head) ?? loadBody(context.db, head);
  known.set(head, body);
  return body;
};
