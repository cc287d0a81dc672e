import { Page } from "../../../ui/page.tsx";
import { IMPORT_CRUMBS } from "./addresses.ts";

export const NotYoursPage = () => (
  <Page title="You cannot import figures" crumbs={IMPORT_CRUMBS}>
    <p className="govuk-body">
      Only performance analysts import figures. If you have figures that should stand here, send them to one.
    </p>
  </Page>
);
