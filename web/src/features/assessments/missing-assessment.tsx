import { Page } from "../../ui/page.tsx";

/** A part of an assessment's address that leads nowhere. */
export const MissingAssessment = () => (
  <Page title="Page not found">
    <p className="govuk-body">
      This assessment has no such page. Go back to it and start from its list of tasks.
    </p>
  </Page>
);
