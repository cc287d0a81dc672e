import type { ResultOf } from "gql.tada";
import type { ReactNode } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { Page } from "../../../ui/page.tsx";
import { FORMS_CRUMB, formAddress } from "../addresses.ts";
import type { DraftChangesQuery } from "../queries.ts";
import { NotYours } from "./draft-gate.tsx";

type Answer = ResultOf<typeof DraftChangesQuery>;
type Form = NonNullable<Answer["form"]>;

/** A draft with what it changes, for the pages that decide about it as a whole. */
export interface ChangesPage {
  form: Form;
  draft: NonNullable<Form["draft"]>;
}

/** The draft, or what to show in its place. */
export const showDraft = ({
  form,
  viewer,
}: Answer): { kind: "PAGE"; page: ChangesPage } | { kind: "ELSE"; element: ReactNode } => {
  if (!viewer?.canEditForms || !form) return { kind: "ELSE", element: <NotYours /> };
  if (form.draft) return { kind: "PAGE", page: { form, draft: form.draft } };
  const element = (
    <Page title="There is no draft" caption={form.title} crumbs={[FORMS_CRUMB]}>
      <p className="govuk-body">
        It was published or discarded. <AppLink to={formAddress(form.key)}>Go to the form</AppLink>
      </p>
    </Page>
  );
  return { kind: "ELSE", element };
};
