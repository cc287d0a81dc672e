import type { ReactNode } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { Page } from "../../../ui/page.tsx";
import { FORMS_CRUMB, formAddress } from "../addresses.ts";
import { type DraftPage, useDraftAccess } from "./use-draft-page.ts";

export const NotYours = () => (
  <Page title="You cannot edit forms" crumbs={[FORMS_CRUMB]}>
    <p className="govuk-body">
      Only administrators import, edit and publish forms. Everybody can read the published ones.
    </p>
  </Page>
);

/** Lets a page of the draft stand where there is one and the person may work on it, and says so where not. */
export const DraftGate = ({ children }: { children: (page: DraftPage) => ReactNode }) => {
  const access = useDraftAccess();
  if (access.kind === "NOT_YOURS") return <NotYours />;
  if (access.kind === "OPEN") return children(access.page);
  const { form } = access;
  return (
    <Page title="There is no draft" caption={form.title} crumbs={[FORMS_CRUMB]}>
      <p className="govuk-body">
        Nobody is working on the next version of this form: the draft was published or discarded.{" "}
        <AppLink to={formAddress(form.key)}>Go to the form</AppLink> to start one.
      </p>
    </Page>
  );
};
