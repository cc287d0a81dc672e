import { createAssessment } from "@due-regard/database/assessments/create-assessment";
import type { Transaction } from "@due-regard/database/connection";
import { loadTemplate } from "@due-regard/database/forms/store-template";
import {
  answers,
  assessmentPeople,
  assessmentRevisions,
  assessments,
  characteristicImpacts,
  evidenceLinks,
  improvementActions,
  rightImpacts,
} from "@due-regard/database/schema/assessments";
import { auditEvents } from "@due-regard/database/schema/audit";
import type { AssessmentSubject } from "@due-regard/domain/access/policy";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import { eq } from "drizzle-orm";
import { addFile } from "./canary-files.ts";
import { type Signatory, sealable, sealRevision } from "./canary-seals.ts";
import { plantTalks } from "./canary-talks.ts";
import type { TestApi } from "./test-api.ts";

/** Of whatever they cite, as somebody saw it who cites it anew. */
export const PINNED_HASH = "x";

/**
 * Assessments in every state and two departments, full of words that occur nowhere else. Where such a word turns up, its
 * assessment was seen: "canary-7" by who may read it, "workings-7" by who may see its workings, "earlier-7" (the rows of a
 * revision no longer in force) by who asks for that revision by its number and may see its workings.
 */
export interface Canary {
  number: number;
  reference: string;
  id: string;
  /** Of the revision in force: a figure, an element of a plan, a page, a file. */
  evidenceIds: string[];
  fileId: string;
  actionId: string;
  /** Of the revision before. */
  earlierEvidenceId: string;
  earlierFileId: string;
  earlierActionId: string;
  /** The first comment of a talk, and an answer to it. */
  commentIds: string[];
  /** Somebody who never had to do with any of them. */
  strangerId: string;
  subject: AssessmentSubject;
}

export interface Cited {
  observationId: string;
  strategyElementId: string;
  deliveryActionId: string;
}

interface Setting {
  template: FormTemplate;
  templateId: string;
  departmentId: string;
  leadId: string;
  contributorIds: string[];
  /** Drafted it once and does no longer. */
  formerIds: string[];
  chairId: string;
  memberId: string;
  /** Named as deputy without a seat in the group, and so chairing nothing; and who named them. */
  deputyId: string;
  namedById: string;
  strangerId: string;
  cited: Cited;
}

const SEALED: readonly AssessmentStatus[] = [
  "IN_REVIEW",
  "SIGNED_OFF",
  "PUBLISHED",
  "REVIEW_DUE",
  "SUPERSEDED",
];
const SIGNED_BY_CHAIR: readonly AssessmentStatus[] = SEALED.filter((status) => status !== "IN_REVIEW");

/** The words in a text that only these assessments hold, such as "canary-7". */
export const findCanaries = (text: string): string[] => [
  ...new Set(text.match(/\b(canary|workings|earlier)-\d+\b/g) ?? []),
];

/** Fills the database of a test with a canary for each state and department. */
export const plantCanaries = async ({
  database,
}: Pick<TestApi, "database">): Promise<{ canaries: Canary[]; cited: Cited }> => {
  const { db, sql } = database;
  const [found] = await sql`select
    (select id from form_templates where key = 'leicestershire-ehria') as "templateId",
    (select o.id from observations o join metrics m on m.id = o.metric_id where m.code = 'LOCAL-delay' limit 1) as "observationId",
    (select id from strategy_elements order by id limit 1) as "strategyElementId",
    (select id from delivery_actions order by id limit 1) as "deliveryActionId"`;
  const { templateId, ...cited } = found as unknown as Cited & { templateId: string };
  const template = await loadTemplate(db, templateId);
  if (template === null) throw new Error("There is no form");
  const people = await sql<{ id: string; email: string; departmentId: string }[]>`
    select id, email, department_id as "departmentId" from users`;
  const person = (name: string) => {
    const row = people.find(({ email }) => email === `${name}@example.org`);
    if (row === undefined) throw new Error(`There is no ${name}`);
    return row;
  };
  const [lead, contributor, neighbour] = [
    person("lead.officer"),
    person("contributor"),
    person("other.department"),
  ];
  const common = {
    template,
    templateId,
    chairId: person("deg.chair").id,
    memberId: person("deg.member").id,
    deputyId: person("admin").id,
    namedById: person("head.of.service").id,
    strangerId: person("analyst").id,
    cited,
  };
  const departments: Setting[] = [
    {
      ...common,
      departmentId: lead.departmentId,
      leadId: lead.id,
      contributorIds: [contributor.id],
      formerIds: [],
    },
    {
      ...common,
      departmentId: neighbour.departmentId,
      leadId: neighbour.id,
      contributorIds: [],
      formerIds: [contributor.id],
    },
  ];
  const canaries: Canary[] = [];
  for (const setting of departments)
    for (const status of ASSESSMENT_STATUSES) {
      const number = canaries.length + 1;
      canaries.push(await db.transaction((tx) => plant(tx, setting, status, number)));
    }
  // What took the place of a superseded one is open again, and so hidden from many who see the one before.
  await sql`update assessments a set superseded_by_id = b.id from assessments b
    where a.status = 'SUPERSEDED' and b.status = 'DRAFT' and b.department_id = a.department_id and b.title like 'Policy canary-%'`;
  return { canaries, cited };
};

const plant = async (
  tx: Transaction,
  setting: Setting,
  status: AssessmentStatus,
  number: number,
): Promise<Canary> => {
  const { departmentId, leadId, contributorIds } = setting;
  const { id, reference, revisionId } = await createAssessment(tx, {
    title: `Policy canary-${number}`,
    departmentId,
    templateId: setting.templateId,
    leadId,
    contributorIds,
    startedOn: "2019-11-15",
  });
  await addFormer(tx, id, setting.formerIds);
  const earlier = await fillRevision(tx, revisionId, setting, `earlier-${number}`);
  const first = sealable(setting.template, `workings-${number} first text`, earlier.actionId);
  await sealRevision(tx, revisionId, first, [["LEAD_OFFICER", leadId]]);
  const next = await tx
    .insert(assessmentRevisions)
    .values({ assessmentId: id, number: 2, copiedFromId: revisionId })
    .returning({ id: assessmentRevisions.id });
  const inForce = next[0]?.id ?? "";
  const now = await fillRevision(tx, inForce, setting, `canary-${number}`);
  const signatories: Signatory[] = [
    ["LEAD_OFFICER", leadId],
    ...(SIGNED_BY_CHAIR.includes(status) ? [["DEG_CHAIR", setting.chairId] as Signatory] : []),
  ];
  const second = sealable(setting.template, `workings-${number}`, now.actionId);
  if (SEALED.includes(status)) await sealRevision(tx, inForce, second, signatories);
  await tx.update(assessments).set({ revision: 2, status }).where(eq(assessments.id, id));
  const { deputyId, namedById } = setting;
  const about = { assessmentId: id, earlierRevisionId: revisionId, words: `workings-${number}` };
  const commentIds = await plantTalks(tx, about, setting);
  await tx.insert(auditEvents).values(
    ["assessment.started", "assessment.changes-requested", "answer.saved"].map((action) => ({
      action,
      subjectType: "assessment",
      subjectId: id,
      assessmentId: id,
      revision: 1,
      actorId: leadId,
      reason: `Because of workings-${number}`,
      detail: { after: `workings-${number}` },
    })),
  );
  await tx.insert(auditEvents).values({
    action: "text.set-aside",
    subjectType: "assessment",
    subjectId: id,
    assessmentId: id,
    revision: 2,
    actorId: leadId,
    detail: { place: "policy-change", text: `Given up by workings-${number}` },
  });
  return {
    number,
    id,
    reference,
    evidenceIds: now.evidenceIds,
    fileId: now.fileId,
    actionId: now.actionId,
    earlierEvidenceId: earlier.evidenceIds[0] ?? "",
    earlierFileId: earlier.fileId,
    earlierActionId: earlier.actionId,
    commentIds,
    strangerId: setting.strangerId,
    subject: {
      status,
      departmentId,
      leadId,
      contributorIds,
      conflictedIds: [leadId, ...contributorIds, ...setting.formerIds, namedById],
      deputyId,
    },
  };
};

const addFormer = async (tx: Transaction, assessmentId: string, userIds: string[]): Promise<void> => {
  const removedAt = new Date().toISOString();
  const rows = userIds.map((userId) => ({ assessmentId, userId, role: "CONTRIBUTOR" as const, removedAt }));
  if (rows.length > 0) await tx.insert(assessmentPeople).values(rows);
};

/** Writes the word into every cell that takes words. */
const fillRevision = async (
  tx: Transaction,
  revisionId: string,
  { template, cited, leadId }: Setting,
  word: string,
): Promise<{ evidenceIds: string[]; fileId: string; actionId: string }> => {
  const text = `Words of ${word}`;
  const cells = template.questions
    .filter((question) => kindOf(question).storedIn === "ANSWERS" && !question.kind.startsWith("DATE"))
    .flatMap(({ key, parts }) =>
      parts.length === 0 ? [{ question: key }] : parts.map((part) => ({ question: key, part: part.key })),
    );
  await tx.insert(answers).values(cells.map((cell) => ({ revisionId, ...cell, text, doubts: [text] })));
  await tx.insert(characteristicImpacts).values({
    revisionId,
    stage: "SCREENING",
    characteristic: "AGE",
    affected: true,
    comments: text,
    barriers: text,
    doubts: [text],
  });
  const justification = { prescribedByLaw: text, legitimateAim: text, necessary: text, proportionate: text };
  await tx.insert(rightImpacts).values({
    revisionId,
    stage: "SCREENING",
    part: "CONVENTION",
    article: 8,
    affected: true,
    comments: text,
    ...justification,
  });
  const pin = { pinnedTitle: text, pinnedDisplay: text, pinnedHash: PINNED_HASH };
  const place = { question: "potential-impact", part: "AGE" };
  const { fileId, pinnedFile } = await addFile(tx, { revisionId, leadId, word });
  const links = await tx
    .insert(evidenceLinks)
    .values([
      { revisionId, ...place, ...pin, note: text, observationId: cited.observationId },
      { revisionId, ...place, ...pin, note: text, strategyElementId: cited.strategyElementId },
      { revisionId, ...place, ...pin, note: text, deliveryActionId: cited.deliveryActionId },
      { revisionId, ...place, ...pin, note: text, url: `https://example.org/${word}` },
      { revisionId, ...place, ...pin, note: text, fileId, pinnedFile },
    ])
    .returning({ id: evidenceLinks.id });
  const plan = { objective: text, action: text, target: text, officer: text };
  const [action] = await tx
    .insert(improvementActions)
    .values({ revisionId, position: 1, ...plan })
    .returning({ id: improvementActions.id });
  return { evidenceIds: links.map(({ id }) => id), fileId, actionId: action?.id ?? "" };
};
