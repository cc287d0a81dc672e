import type { Executor } from "@due-regard/database/connection";
import { type FormDraftRow, loadFormDrafts } from "@due-regard/database/forms/form-drafts";
import { formTemplates } from "@due-regard/database/schema/forms";
import { may } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { checkSuccession } from "@due-regard/domain/ehria/form/check-succession";
import { findTemplateFaults, parseDraftTemplate } from "@due-regard/domain/ehria/form/parse-template";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { TemplateFault } from "@due-regard/domain/ehria/form/template-fault";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { loadPublishedTemplate } from "./published-templates.ts";

export type TemplateRow = typeof formTemplates.$inferSelect;

/** One form with all that was ever published of it, newest first, and what is being worked on. */
export interface FormView {
  key: string;
  versions: TemplateRow[];
  draft: FormDraftRow | null;
}

/** Published versions of one form, or of all, newest first. */
export const loadVersions = async (db: Executor, key?: string): Promise<TemplateRow[]> =>
  await db
    .select()
    .from(formTemplates)
    .where(
      and(isNotNull(formTemplates.publishedAt), key === undefined ? undefined : eq(formTemplates.key, key)),
    )
    .orderBy(desc(formTemplates.version));

/** Every form by its key. One that was never published is there for those alone who may work on it. */
export const loadForms = async (db: Executor, viewer: Viewer | null): Promise<FormView[]> => {
  const versions = Map.groupBy(await loadVersions(db), (row) => row.key);
  const drafts = may(viewer, "forms.write") ? await loadFormDrafts(db) : [];
  const keys = new Set([...versions.keys(), ...drafts.map((row) => row.key)]);
  return [...keys].sort().map((key) => ({
    key,
    versions: versions.get(key) ?? [],
    draft: drafts.find((row) => row.key === key) ?? null,
  }));
};

/** A draft as it would be published now. */
export interface DraftView {
  row: FormDraftRow;
  template: FormTemplate;
  faults: TemplateFault[];
  /** Rows of what was published before, newest first, and what they say, in the same order. */
  versions: TemplateRow[];
  published: FormTemplate[];
}

export const loadPublished = async (
  db: Executor,
  versions: readonly TemplateRow[],
): Promise<FormTemplate[]> =>
  await Promise.all(versions.map(async ({ id }) => (await loadPublishedTemplate(db, id)).stored));

export const nextVersion = (versions: readonly TemplateRow[]): number => (versions[0]?.version ?? 0) + 1;

/** Everything that keeps a draft from being published after these versions. */
export const faultsOf = (template: FormTemplate, published: readonly FormTemplate[]): TemplateFault[] => [
  ...findTemplateFaults(template).faults,
  ...checkSuccession(published, template),
];

export const viewDraft = async (db: Executor, row: FormDraftRow): Promise<DraftView> => {
  const versions = await loadVersions(db, row.key);
  const published = await loadPublished(db, versions);
  const document = { ...row.document, key: row.key, version: nextVersion(versions) };
  const { template, faults } = parseDraftTemplate(document);
  if (template === null) throw new Error(`The draft of ${row.key} can't be read: ${JSON.stringify(faults)}`);
  return { row, template, faults: faultsOf(template, published), versions, published };
};
