import { AppLink } from "../../../ui/app-link.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, draftCrumbs } from "../addresses.ts";

interface MissingPartProps {
  form: { key: string; title: string };
  what: "question" | "section";
}

/** The address names a part of the draft that isn't there, or no longer. */
export const MissingPart = ({ form, what }: MissingPartProps) => (
  <Page title={`There is no such ${what}`} crumbs={draftCrumbs(form)}>
    <p className="govuk-body">
      The draft has no such {what}, or no longer.{" "}
      <AppLink to={draftAddress(form.key)}>Go to the draft</AppLink>
    </p>
  </Page>
);
