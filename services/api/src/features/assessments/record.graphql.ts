import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions, signatures } from "@due-regard/database/schema/assessments";
import { auditEvents } from "@due-regard/database/schema/audit";
import type { Finding, FindingWeight } from "@due-regard/domain/ehria/checker/finding";
import { placePath } from "@due-regard/domain/ehria/form/completeness";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { isRowId } from "../../schema/load-by-ids.ts";
import { UserType } from "../people/user.graphql.ts";
import type { RevisionRow, SignatureView } from "./load-signatures.ts";
import { EDITS, MILESTONES } from "./record-history.ts";
import { SignatureType } from "./signature.graphql.ts";

const FindingWeightEnum = describedEnum<FindingWeight>("FindingWeight", "How much a finding matters.", {
  BLOCKS: "The form or the law does not allow it to be signed like this.",
  WARNS: "A good reviewer would ask about it.",
  SUGGESTS: "It could be better.",
});

export const FindingType = builder.objectRef<Finding>("Finding").implement({
  description: "What the checker noticed: where, why it matters and what to do.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "Which rule." }),
    place: t.exposeString("path", { description: "Where: “question” or “question.part”." }),
    field: t.string({
      nullable: true,
      description: "Which field there: “choice”, “text”, “direction”, “due” … Null: the whole of it.",
      resolve: (finding) => finding.place.field,
    }),
    otherPlaces: t.stringList({
      description:
        "Other places that it concerns: the other half of a contradiction, the other copies of a paragraph.",
      resolve: (finding) => finding.otherPlaces.map(placePath),
    }),
    action: t.globalID({
      nullable: true,
      description: "The improvement action that it is about. Null: none.",
      resolve: ({ place: { part } }) =>
        part !== null && isRowId(part) ? { type: "EqualityAction", id: part } : null,
    }),
    section: t.string({
      nullable: true,
      description: "Key of the section. Null: the whole assessment.",
      resolve: (finding) => finding.place.section,
    }),
    message: t.exposeString("message", { description: "What was found, and why it matters." }),
    remedy: t.exposeString("remedy", { description: "What to do." }),
    weight: t.expose("weight", { type: FindingWeightEnum, description: "How much it matters." }),
  }),
});

interface RevisionView {
  revision: RevisionRow;
  signatures: SignatureView[];
}

/** Every revision of an assessment with its signatures, oldest first. */
export const loadRevisions = async (
  db: Executor,
  assessmentId: string,
  template: FormTemplate,
): Promise<RevisionView[]> => {
  const revisions = await db
    .select()
    .from(assessmentRevisions)
    .where(eq(assessmentRevisions.assessmentId, assessmentId))
    .orderBy(asc(assessmentRevisions.number));
  const given = await db
    .select()
    .from(signatures)
    .where(
      inArray(
        signatures.revisionId,
        revisions.map((revision) => revision.id),
      ),
    )
    .orderBy(asc(signatures.signedAt));
  return revisions.map((revision) => ({
    revision,
    signatures: given
      .filter((row) => row.revisionId === revision.id)
      .map((row) => ({ row, revision, template, shownHash: null })),
  }));
};

export const AssessmentRevisionType = builder.objectRef<RevisionView>("AssessmentRevision").implement({
  description: "One text of an assessment. A sealed one never changes.",
  fields: (t) => ({
    number: t.int({ description: "From 1.", resolve: ({ revision }) => revision.number }),
    createdAt: t.field({
      type: "DateTime",
      description: "When it was opened.",
      resolve: ({ revision }) => revision.createdAt,
    }),
    sealedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When it was submitted and sealed. Null: it is being written.",
      resolve: ({ revision }) => revision.sealedAt,
    }),
    contentHash: t.string({
      nullable: true,
      description: "SHA-256 of `sealedContent`. Null: not sealed.",
      resolve: ({ revision }) => revision.contentHash,
    }),
    sealedContent: t.string({
      nullable: true,
      description: "The canonical JSON (RFC 8785) that was signed. Null: not sealed.",
      resolve: ({ revision }) => revision.sealedContent,
    }),
    signatures: t.field({
      type: [SignatureType],
      description: "Signatures on it, in the order in which they were given.",
      resolve: (view) => view.signatures,
    }),
  }),
});

const LABELS: Readonly<Record<string, string>> = { ...MILESTONES, ...EDITS };

type AuditRow = typeof auditEvents.$inferSelect;

export const AuditEventType = builder.objectRef<AuditRow>("AuditEvent").implement({
  description: "Something that happened to an assessment.",
  fields: (t) => ({
    id: t.id({ description: "Its sequence in the audit trail.", resolve: (event) => String(event.sequence) }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    actor: t.field({
      type: UserType,
      nullable: true,
      description: "Who did it. Null: the system.",
      resolve: (event) => event.actorId,
    }),
    action: t.exposeString("action", { description: "Machine-readable name of what was done." }),
    label: t.string({
      description: "What was done, in words.",
      resolve: ({ action }) => LABELS[action] ?? action,
    }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "The reason given. Null: none was needed.",
    }),
    revision: t.exposeInt("revision", { nullable: true, description: "The revision that it was about." }),
    person: t.field({
      type: UserType,
      nullable: true,
      description: "Whom it is about: who was asked to contribute, say. Null: it is about nobody.",
      resolve: ({ subjectType, subjectId }) => (subjectType === "person" ? subjectId : null),
    }),
  }),
});

const historyOf = (assessmentId: string, everything: boolean) =>
  and(
    eq(auditEvents.assessmentId, assessmentId),
    everything ? undefined : inArray(auditEvents.action, Object.keys(MILESTONES)),
  );

export const historySource = (db: Executor, assessmentId: string, everything: boolean) => {
  const where = historyOf(assessmentId, everything);
  return {
    rows: async (limit: number, offset: number): Promise<AuditRow[]> =>
      await db
        .select()
        .from(auditEvents)
        .where(where)
        .orderBy(desc(auditEvents.sequence))
        .limit(limit)
        .offset(offset),
    count: async (): Promise<number> => await db.$count(auditEvents, where),
  };
};

/** The reason of the latest request for changes. Null: none was ever made. */
export const loadChangesRequested = async (db: Executor, assessmentId: string): Promise<string | null> => {
  const [event] = await db
    .select({ reason: auditEvents.reason })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.assessmentId, assessmentId), eq(auditEvents.action, "assessment.changes-requested")),
    )
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return event?.reason ?? null;
};
