import type { PinnedFile, PinnedGroup } from "@due-regard/domain/ehria/evidence/pin";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { decimal, id, instant } from "./columns.ts";
import {
  assessmentPersonRole,
  assessmentStatus,
  impactDirection,
  protectedCharacteristic,
  rightPart,
  signatoryRole,
  stage,
} from "./enums.ts";
import { fileContents } from "./files.ts";
import { formTemplates } from "./forms.ts";
import { observations } from "./metrics.ts";
import { departments } from "./organisations.ts";
import { users } from "./people.ts";
import { versionColumns } from "./record-columns.ts";
import { sources } from "./sources.ts";
import { deliveryActions, strategyElements } from "./strategies.ts";

/** An EHRIA. What it says lives in its revisions; `revision` names the one in force. */
export const assessments = pgTable("assessments", {
  id: id(),
  reference: text("reference").notNull().unique(),
  title: text("title").notNull(),
  status: assessmentStatus("status").notNull().default("DRAFT"),
  departmentId: uuid("department_id")
    .notNull()
    .references(() => departments.id),
  templateId: uuid("template_id")
    .notNull()
    .references(() => formTemplates.id),
  revision: integer("revision").notNull().default(1),
  /** What the last signed revision was when it was reopened: its readers go on seeing it. Null: no later one is written. */
  signedStatus: assessmentStatus("signed_status"),
  startedOn: date("started_on").notNull(),
  completedOn: date("completed_on"),
  reviewDueOn: date("review_due_on"),
  /** What took its place, once it is superseded. */
  supersededById: uuid("superseded_by_id").references((): AnyPgColumn => assessments.id),
  /** Set for records that come from a paper or were made up for the demonstration. */
  sourceId: uuid("source_id").references(() => sources.id),
  isDemo: boolean("is_demo").notNull().default(false),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** Who drafts it, now or earlier. Rows are never deleted: whoever contributed can never sign as chair. */
export const assessmentPeople = pgTable(
  "assessment_people",
  {
    id: id(),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: assessmentPersonRole("role").notNull(),
    addedAt: instant("added_at").notNull().defaultNow(),
    /** Null: they started it themselves, or it came with the sample data. */
    addedById: uuid("added_by_id").references(() => users.id),
    removedAt: instant("removed_at"),
    removedById: uuid("removed_by_id").references(() => users.id),
  },
  (table) => [
    uniqueIndex("assessment_people_one_lead")
      .on(table.assessmentId)
      .where(sql`${table.role} = 'LEAD' and ${table.removedAt} is null`),
    uniqueIndex("assessment_people_once")
      .on(table.assessmentId, table.userId, table.role)
      .where(sql`${table.removedAt} is null`),
    index("assessment_people_by_user").on(table.userId),
  ],
);

/** One text of an assessment. Sealed when submitted: from then on a trigger refuses any change to it and its rows. */
export const assessmentRevisions = pgTable(
  "assessment_revisions",
  {
    id: id(),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    number: integer("number").notNull(),
    /** The revision that this one was copied from. Why it was opened stands in the history. */
    copiedFromId: uuid("copied_from_id").references((): AnyPgColumn => assessmentRevisions.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    sealedAt: instant("sealed_at"),
    /** Canonical JSON (RFC 8785) and its SHA-256, exactly as signed. */
    sealedContent: text("sealed_content"),
    contentHash: text("content_hash"),
  },
  (table) => [
    unique().on(table.assessmentId, table.number),
    check(
      "assessment_revisions_seal_whole",
      sql`(${table.sealedAt} is null) = (${table.sealedContent} is null) and (${table.sealedAt} is null) = (${table.contentHash} is null)`,
    ),
  ],
);

const revisionColumn = () =>
  uuid("revision_id")
    .notNull()
    .references(() => assessmentRevisions.id);

export const answers = pgTable(
  "answers",
  {
    id: id(),
    revisionId: revisionColumn(),
    question: text("question").notNull(),
    /** Empty for a question without parts, so that one unique index covers both. */
    part: text("part").notNull().default(""),
    choice: text("choice"),
    text: text("text"),
    ...versionColumns(),
  },
  (table) => [unique().on(table.revisionId, table.question, table.part)],
);

export const characteristicImpacts = pgTable(
  "characteristic_impacts",
  {
    id: id(),
    revisionId: revisionColumn(),
    stage: stage("stage").notNull(),
    characteristic: protectedCharacteristic("characteristic").notNull(),
    /** Affected, not harmed: direction is a separate answer. Null: not answered, or not legible. */
    affected: boolean("affected"),
    direction: impactDirection("direction"),
    comments: text("comments"),
    barriers: text("barriers"),
    ...versionColumns(),
  },
  (table) => [unique().on(table.revisionId, table.stage, table.characteristic)],
);

export const rightImpacts = pgTable(
  "right_impacts",
  {
    id: id(),
    revisionId: revisionColumn(),
    stage: stage("stage").notNull(),
    part: rightPart("part").notNull(),
    article: integer("article").notNull(),
    affected: boolean("affected"),
    comments: text("comments"),
    /** The four answers that interference with a qualified right needs. */
    prescribedByLaw: text("prescribed_by_law"),
    legitimateAim: text("legitimate_aim"),
    necessary: text("necessary"),
    proportionate: text("proportionate"),
    ...versionColumns(),
  },
  (table) => [
    unique().on(table.revisionId, table.stage, table.part, table.article),
    check(
      "right_impacts_known_article",
      sql`(${table.part} = 'CONVENTION' and ${table.article} in (2,3,4,5,6,7,8,9,10,11,12,14)) or (${table.part} = 'FIRST_PROTOCOL' and ${table.article} in (1,2,3))`,
    ),
  ],
);

/** A file that somebody uploaded to an assessment. What it holds is named by its hash, and never changes. */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    id: id(),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    sha256: text("sha256")
      .notNull()
      .references(() => fileContents.sha256),
    name: text("name").notNull(),
    uploadedById: uuid("uploaded_by_id")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.assessmentId, table.sha256, table.name),
    index("evidence_files_by_content").on(table.sha256),
  ],
);

/** A figure, plan, page or file cited in an answer, pinned as it was known when it was cited. */
export const evidenceLinks = pgTable(
  "evidence_links",
  {
    id: id(),
    revisionId: revisionColumn(),
    /** Where it is cited: question and part of the form. Both null: for the assessment as a whole. */
    question: text("question"),
    part: text("part"),
    observationId: uuid("observation_id").references(() => observations.id),
    strategyElementId: uuid("strategy_element_id").references(() => strategyElements.id),
    deliveryActionId: uuid("delivery_action_id").references(() => deliveryActions.id),
    url: text("url"),
    fileId: uuid("file_id").references(() => evidenceFiles.id),
    note: text("note"),
    /** The pin (domain/ehria/evidence/pin.ts), and the hash over it. */
    pinnedTitle: text("pinned_title").notNull(),
    pinnedDisplay: text("pinned_display").notNull(),
    pinnedValue: decimal("pinned_value"),
    pinnedPeriod: text("pinned_period"),
    pinnedSource: text("pinned_source"),
    pinnedOn: date("pinned_on"),
    pinnedKnownSince: instant("pinned_known_since"),
    pinnedGroups: jsonb("pinned_groups").$type<readonly PinnedGroup[]>().notNull().default([]),
    pinnedFile: jsonb("pinned_file").$type<PinnedFile>(),
    pinnedAt: instant("pinned_at").notNull().defaultNow(),
    pinnedHash: text("pinned_hash").notNull(),
    addedById: uuid("added_by_id").references(() => users.id),
  },
  (table) => [
    index("evidence_links_by_revision").on(table.revisionId),
    index("evidence_links_by_observation").on(table.observationId),
    index("evidence_links_by_element").on(table.strategyElementId),
    index("evidence_links_by_delivery_action").on(table.deliveryActionId),
    index("evidence_links_by_file").on(table.fileId),
    check(
      "evidence_links_one_target",
      sql`num_nonnulls(${table.observationId}, ${table.strategyElementId}, ${table.deliveryActionId}, ${table.url}, ${table.fileId}) = 1`,
    ),
    check("evidence_links_file_pinned", sql`(${table.fileId} is null) = (${table.pinnedFile} is null)`),
  ],
);

/** A row of the improvement plan. */
export const improvementActions = pgTable(
  "improvement_actions",
  {
    id: id(),
    revisionId: revisionColumn(),
    position: integer("position").notNull(),
    /** The first row of its line, of the revision in which the action was added. Null: this one. */
    originId: uuid("origin_id").references((): AnyPgColumn => improvementActions.id),
    objective: text("objective"),
    action: text("action"),
    target: text("target"),
    officer: text("officer"),
    due: date("due"),
    /** The question that obliges it, such as the one on monitoring. */
    fromQuestion: text("from_question"),
    ...versionColumns(),
  },
  (table) => [
    index("improvement_actions_by_revision").on(table.revisionId),
    index("improvement_actions_by_origin").on(table.originId),
  ],
);

/** Binds a person, role, statement and time to the hash of exactly what they saw. Never changed, never deleted. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    revisionId: revisionColumn(),
    role: signatoryRole("role").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    statement: text("statement").notNull(),
    /** Which elements are complete and signed for: SCREENING, REPORT. */
    elements: stage("elements").array().notNull(),
    contentHash: text("content_hash").notNull(),
    signedAt: instant("signed_at").notNull().defaultNow(),
    /** The seal on it (domain/seal/seal-statement.ts): its canonical text, SHA-256, Ed25519 signature and the key's id. */
    sealStatement: text("seal_statement"),
    sealHash: text("seal_hash"),
    seal: text("seal"),
    sealKeyId: text("seal_key_id"),
  },
  (table) => [
    unique().on(table.revisionId, table.role),
    check(
      "signatures_seal_whole",
      sql`num_nonnulls(${table.sealStatement}, ${table.sealHash}, ${table.seal}, ${table.sealKeyId}) in (0, 4)`,
    ),
  ],
);
