import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useLiveData } from "../../../data/use-live-data.ts";
import { useSend } from "../../../data/use-send.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { FormChanges } from "../../../ui/form-changes.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, draftCrumbs, versionAddress } from "../addresses.ts";
import { PublishDraftMutation } from "../mutations.ts";
import { DraftChangesQuery } from "../queries.ts";
import { counted } from "../words.ts";
import { type ChangesPage, showDraft } from "./draft-changes.tsx";

const CONFIRM = "confirm";

const usePublish = ({ form, draft }: ChangesPage) => {
  const client = useClient();
  const navigate = useNavigate();
  const { send, ...sending } = useSend(() => null);
  const publish = (isConfirmed: boolean) => {
    if (!isConfirmed)
      return sending.setErrors([
        { field: CONFIRM, message: "Confirm that you have looked at what is published" },
      ]);
    void send(
      async (idempotencyKey) => {
        const input = { key: form.key, basedOnVersion: draft.version, idempotencyKey };
        const { data, error } = await client.mutation(PublishDraftMutation, { input }).toPromise();
        return outcomeOf(data?.publishFormDraft, error);
      },
      ({ template }) => navigate(versionAddress(form.key, template.version)),
    );
  };
  return { ...sending, publish };
};

/** How many assessments stay where they are. */
const underWay = ({ form }: ChangesPage): string => {
  const count = form.versions.reduce((sum, { assessmentCount }) => sum + (assessmentCount ?? 0), 0);
  return count === 0
    ? "No assessment is on an earlier version."
    : `${counted(count, "assessment")} on earlier versions ${count === 1 ? "stays" : "stay"} there; a draft’s lead officer can move it.`;
};

const PublishForm = ({ page }: { page: ChangesPage }) => {
  const { form, draft } = page;
  const { publish, busy, errors, errorFor } = usePublish(page);
  const [isConfirmed, setConfirmed] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish(isConfirmed);
  };
  return (
    <Page
      title={`Publish version ${draft.nextVersion}`}
      caption={draft.title}
      crumbs={draftCrumbs(form)}
      errors={errors}
    >
      <WarningText>
        A published version can’t be changed or taken back. Its next version can be another one.
      </WarningText>
      <p className="govuk-body">New assessments on this form begin on it. {underWay(page)}</p>
      <h2 className="govuk-heading-m">
        {draft.changes === null ? "It is the form’s first version" : "What it changes"}
      </h2>
      {draft.changes === null ? null : <FormChanges changes={draft.changes} />}
      <form onSubmit={submit} noValidate>
        <Checkbox
          id={CONFIRM}
          label="I have looked at the whole of it, and it should be published as it stands"
          error={errorFor(CONFIRM)}
          checked={isConfirmed}
          onChange={setConfirmed}
        />
        <ButtonGroup>
          <Button busy={busy}>Publish version {draft.nextVersion}</Button>
          <AppLink to={draftAddress(form.key)}>Not now</AppLink>
        </ButtonGroup>
      </form>
    </Page>
  );
};

const NotYet = ({ page }: { page: ChangesPage }) => {
  const { form, draft } = page;
  const why =
    draft.faults.length > 0
      ? `${counted(draft.faults.length, "thing")} must be put right first.`
      : `It says just what version ${draft.sameAs?.version} says, so there is nothing to publish.`;
  return (
    <Page title="It can’t be published yet" caption={draft.title} crumbs={draftCrumbs(form)}>
      <p className="govuk-body">
        {why} <AppLink to={draftAddress(form.key)}>Go to the draft</AppLink>
      </p>
    </Page>
  );
};

/** The last look before a draft becomes a version for good. */
export const PublishPage = () => {
  const { key = "" } = useParams();
  const shown = showDraft(useLiveData(DraftChangesQuery, { key }));
  if (shown.kind === "ELSE") return shown.element;
  const { page } = shown;
  const { draft, form } = page;
  const saysTheSame = draft.sameAs !== null && draft.sameAs.id === form.versions[0]?.id;
  return draft.faults.length > 0 || saysTheSame ? <NotYet page={page} /> : <PublishForm page={page} />;
};
