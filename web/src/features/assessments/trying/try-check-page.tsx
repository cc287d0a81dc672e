import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { Page } from "../../../ui/page.tsx";
import { DraftQuery } from "../queries.ts";
import { ContentView } from "../reading/content-view.tsx";
import { readTriedForm, tryPlace } from "./tried-form.ts";

/** Everything that was made up and counts, as the lead officer would check it before signing. */
export const TryCheckPage = () => {
  const form = readTriedForm(useParams());
  const { assessment: content } = useLiveData(DraftQuery, { reference: "" });
  if (!content || form === null) return null;
  const { address, crumbs } = tryPlace(form);
  return (
    <Page title="Check your answers" crumbs={crumbs}>
      <ContentView content={content} editable />
      <p className="govuk-body">
        <AppLink to={address}>Back to the task list</AppLink>
      </p>
    </Page>
  );
};
