import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { DraftQuery } from "../queries.ts";
import { readDocument } from "../read-document.ts";
import type { Draft, EditedForm } from "../types.ts";

/** A draft as a page edits it. */
export interface DraftPage {
  form: EditedForm;
  draft: Draft;
  template: FormTemplate;
  /** Id of the signed-in person: unsaved text in the browser is theirs alone. */
  person: string;
}

export type DraftAccess =
  | { kind: "OPEN"; page: DraftPage }
  /** Nobody works on this form's next version. */
  | { kind: "NO_DRAFT"; form: EditedForm }
  | { kind: "NOT_YOURS" };

/** The draft that the address names, and whether this person may work on it. */
export const useDraftAccess = (): DraftAccess => {
  const { key = "" } = useParams();
  const { form, viewer } = useLiveData(DraftQuery, { key });
  if (!viewer?.canEditForms || !form) return { kind: "NOT_YOURS" };
  const { draft } = form;
  if (!draft) return { kind: "NO_DRAFT", form };
  const template = readDocument(draft.document);
  return { kind: "OPEN", page: { form, draft, template, person: viewer.user.id } };
};
