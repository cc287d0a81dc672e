import type { Executor } from "@due-regard/database/connection";
import { loadTemplate } from "@due-regard/database/forms/store-template";
import { fillTemplate } from "@due-regard/domain/ehria/form/fill-wording";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { hashContent } from "@due-regard/domain/seal/hash-content";

export interface PublishedTemplate {
  /** As it was published: what is exported, hashed and compared. */
  stored: FormTemplate;
  /** As people read it, with the council's own words in every text. */
  filled: FormTemplate;
  /** hashContent() of the whole of it as stored: what seals name. */
  documentHash: string;
}

/** A published form never changes, so each is read once in the life of the process. */
const templates = new Map<string, PublishedTemplate>();

export const loadPublishedTemplate = async (db: Executor, id: string): Promise<PublishedTemplate> => {
  const known = templates.get(id);
  if (known !== undefined) return known;
  const stored = await loadTemplate(db, id);
  if (stored === null) throw new Error(`Template ${id} is missing`);
  const template = { stored, filled: fillTemplate(stored), documentHash: hashContent(stored) };
  templates.set(id, template);
  return template;
};
