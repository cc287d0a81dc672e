import { createAssessment } from "@due-regard/database/assessments/create-assessment";
import type { Database, Transaction } from "@due-regard/database/connection";
import { loadTemplate } from "@due-regard/database/forms/store-template";
import {
  answers,
  assessmentRevisions,
  assessments,
  characteristicImpacts,
  evidenceLinks,
  improvementActions,
  rightImpacts,
  signatures,
} from "@due-regard/database/schema/assessments";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type {
  AssessmentStatus,
  ImpactDirection,
  ProtectedCharacteristic,
  Stage,
} from "@due-regard/domain/ehria/vocabulary";
import { canonicalText, hashContent } from "@due-regard/domain/seal/hash-content";
import { eq } from "drizzle-orm";
import { sealable } from "./canary-seals.ts";
import type { TestApi } from "./test-api.ts";

type Impact = readonly [
  stage: Stage,
  characteristic: ProtectedCharacteristic,
  affected: boolean,
  direction: ImpactDirection | null,
];

/** An assessment as a test wants it: made up, and written straight into the tables, so that each state takes no journey. */
export interface PlantedAssessment {
  title: string;
  status: AssessmentStatus;
  impacts?: readonly Impact[];
  /** Words of answers, by question. Those of “policy-change” are sealed too. */
  texts?: Readonly<Record<string, string>>;
  /** Articles of the Convention that the screening says are engaged. */
  rights?: readonly number[];
  /** What is to be done, each with its day. */
  actions?: readonly { action: string; due?: string; fromQuestion?: string }[];
  /** YES opens the full report; NO ends with the screening. */
  report?: "YES" | "NO";
  completedOn?: string;
  reviewDueOn?: string;
  /** ISO instant of the chair's signature. */
  signedAt?: string;
  citesElement?: string;
  citesFigure?: string;
  /** "other.department": leads it, in their own department. Default: lead.officer. */
  lead?: string;
}

const SEALED: readonly AssessmentStatus[] = ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE", "SUPERSEDED"];

interface Setting {
  template: FormTemplate;
  templateId: string;
  lead: { id: string; departmentId: string };
  chairId: string;
}

/** Writes one assessment with what it says, sealed and signed where its status says so. Returns its reference. */
export const plantAssessment = async (
  { database }: { database: Pick<TestApi["database"], "db" | "sql"> },
  planted: PlantedAssessment,
): Promise<string> => {
  const setting = await readSetting(database, planted.lead ?? "lead.officer");
  return await database.db.transaction((tx) => plant(tx, setting, planted));
};

const readSetting = async (
  { db, sql }: { db: Database; sql: TestApi["database"]["sql"] },
  lead: string,
): Promise<Setting> => {
  const [form] = await sql`select id from form_templates where key = 'leicestershire-ehria'`;
  const people = await sql<{ id: string; email: string; departmentId: string }[]>`
    select id, email, department_id as "departmentId" from users`;
  const person = (name: string) => people.find(({ email }) => email === `${name}@example.org`);
  const [leadOfficer, chair] = [person(lead), person("deg.chair")];
  const template = form && (await loadTemplate(db, form.id));
  if (!template || leadOfficer === undefined || chair === undefined)
    throw new Error("The sample data are missing");
  return { template, templateId: form.id, lead: leadOfficer, chairId: chair.id };
};

const plant = async (tx: Transaction, setting: Setting, planted: PlantedAssessment): Promise<string> => {
  const { id, reference, revisionId } = await createAssessment(tx, {
    title: planted.title,
    departmentId: setting.lead.departmentId,
    templateId: setting.templateId,
    leadId: setting.lead.id,
    startedOn: "2026-01-05",
    isDemo: true,
  });
  await fill(tx, revisionId, planted);
  if (SEALED.includes(planted.status)) await seal(tx, revisionId, setting, planted);
  const { status, completedOn = null, reviewDueOn = null } = planted;
  await tx.update(assessments).set({ status, completedOn, reviewDueOn }).where(eq(assessments.id, id));
  return reference;
};

const fill = async (
  tx: Transaction,
  revisionId: string,
  {
    impacts = [],
    texts = {},
    rights = [],
    actions = [],
    report = "NO",
    citesElement,
    citesFigure,
  }: PlantedAssessment,
): Promise<void> => {
  await tx
    .insert(answers)
    .values([
      { revisionId, question: "report-already-needed", choice: "NO" },
      { revisionId, question: "report-required", choice: report },
      { revisionId, question: "monitoring-systems", part: "a", choice: actions.length > 0 ? "NO" : "YES" },
      ...Object.entries(texts).map(([question, text]) => ({ revisionId, question, text })),
    ]);
  const rows = impacts.map(([stage, characteristic, affected, direction]) => ({
    revisionId,
    stage,
    characteristic,
    affected,
    direction,
  }));
  if (rows.length > 0) await tx.insert(characteristicImpacts).values(rows);
  for (const article of rights)
    await tx
      .insert(rightImpacts)
      .values({ revisionId, stage: "SCREENING", part: "CONVENTION", article, affected: true });
  for (const [index, { action, due = null, fromQuestion = null }] of actions.entries())
    await tx
      .insert(improvementActions)
      .values({ revisionId, position: index + 1, action, officer: "Service manager", due, fromQuestion });
  const pin = { revisionId, question: "policy-change", pinnedTitle: "A", pinnedDisplay: "", pinnedHash: "x" };
  if (citesElement) await tx.insert(evidenceLinks).values({ ...pin, strategyElementId: citesElement });
  if (citesFigure) await tx.insert(evidenceLinks).values({ ...pin, observationId: citesFigure });
};

const seal = async (
  tx: Transaction,
  revisionId: string,
  { template, lead, chairId }: Setting,
  { signedAt = "2026-02-20T10:00:00Z", texts = {} }: PlantedAssessment,
): Promise<void> => {
  const [action] = await tx
    .select({ id: improvementActions.id })
    .from(improvementActions)
    .where(eq(improvementActions.revisionId, revisionId))
    .limit(1);
  const content = sealable(template, texts["policy-change"] ?? "Made up", action?.id ?? crypto.randomUUID());
  const contentHash = hashContent(content);
  await tx
    .update(assessmentRevisions)
    .set({ sealedAt: signedAt, sealedContent: canonicalText(content), contentHash })
    .where(eq(assessmentRevisions.id, revisionId));
  const common = {
    revisionId,
    statement: "I confirm this.",
    elements: ["SCREENING" as const],
    contentHash,
    signedAt,
  };
  await tx.insert(signatures).values([
    { ...common, role: "LEAD_OFFICER", userId: lead.id },
    { ...common, role: "DEG_CHAIR", userId: chairId },
  ]);
};
