import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { FormChanges } from "../../../ui/form-changes.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftCrumbs } from "../addresses.ts";
import { DraftChangesQuery } from "../queries.ts";
import { showDraft } from "./draft-changes.tsx";

/** What the draft changes in the newest published version. */
export const DraftChangesPage = () => {
  const { key = "" } = useParams();
  const shown = showDraft(useLiveData(DraftChangesQuery, { key }));
  if (shown.kind === "ELSE") return shown.element;
  const { form, draft } = shown.page;
  const newest = form.versions[0]?.version;
  return (
    <Page
      title={newest === undefined ? "What it changes" : `What it changes in version ${newest}`}
      caption={`Draft of version ${draft.nextVersion}`}
      crumbs={draftCrumbs(form)}
    >
      {draft.changes === null ? (
        <p className="govuk-body">Nothing of this form was published yet: all of it is new.</p>
      ) : (
        <FormChanges changes={draft.changes} />
      )}
    </Page>
  );
};
