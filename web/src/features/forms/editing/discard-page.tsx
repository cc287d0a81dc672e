import { useNavigate, useParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useLiveData } from "../../../data/use-live-data.ts";
import { useSend } from "../../../data/use-send.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, draftCrumbs, FORMS, formAddress } from "../addresses.ts";
import { DiscardDraftMutation } from "../mutations.ts";
import { DraftChangesQuery } from "../queries.ts";
import { counted } from "../words.ts";
import { type ChangesPage, showDraft } from "./draft-changes.tsx";

const DiscardForm = ({ page }: { page: ChangesPage }) => {
  const client = useClient();
  const navigate = useNavigate();
  const { form, draft } = page;
  const { send, busy, errors } = useSend(() => null);
  const discard = () =>
    send(
      async () => {
        const input = { key: form.key, basedOnVersion: draft.version };
        const { data, error } = await client.mutation(DiscardDraftMutation, { input }).toPromise();
        return outcomeOf(data?.discardFormDraft, error);
      },
      (done) => navigate(done.form ? formAddress(form.key) : FORMS),
    );
  return (
    <Page
      title="Discard the draft"
      caption={`Draft of version ${draft.nextVersion}`}
      crumbs={draftCrumbs(form)}
      errors={errors}
    >
      <p className="govuk-body">
        {draft.changes === null
          ? "Nothing of this form was published yet."
          : `It differs from the newest version in ${counted(draft.changes.length, "place")}.`}{" "}
        What it says stays in the record, where an administrator of the database can find it; the pages won’t
        show it again. To keep it at hand, export it first.
      </p>
      <ButtonGroup>
        <Button type="button" variant="warning" busy={busy} onClick={() => void discard()}>
          Discard it
        </Button>
        <AppLink to={draftAddress(form.key)}>Keep it</AppLink>
      </ButtonGroup>
    </Page>
  );
};

/** Gives a draft up. */
export const DiscardPage = () => {
  const { key = "" } = useParams();
  const shown = showDraft(useLiveData(DraftChangesQuery, { key }));
  return shown.kind === "ELSE" ? shown.element : <DiscardForm page={shown.page} />;
};
