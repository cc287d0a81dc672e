import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../data/outcome.ts";
import { NOTICE_TYPES } from "../../data/unread.ts";
import { useLiveData } from "../../data/use-live-data.ts";
import { InsetText, NotificationBanner, WarningText } from "../../ui/banners.tsx";
import { Button } from "../../ui/button.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { formatDay } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { Radios } from "../../ui/radios.tsx";
import { PreferencesQuery, SetPreferencesMutation } from "./queries.ts";

const CHOICES = [
  { value: "EACH", label: "One email for each notice", hint: "Sent at once." },
  {
    value: "DAILY",
    label: "One email a day",
    hint: "Sent at 7:30 in the morning, with everything that is new. None when nothing is.",
  },
  { value: "NONE", label: "No email", hint: "Your notices still stand here." },
] as const;
type Choice = (typeof CHOICES)[number]["value"];

const useSave = () => {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = async (email: Choice) => {
    setBusy(true);
    setSaved(false);
    const { data, error } = await client
      .mutation(SetPreferencesMutation, { input: { email } }, NOTICE_TYPES)
      .toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.setNoticePreferences, error);
    setSaved(outcome.kind === "DONE");
    setErrors(outcome.kind === "DONE" ? [] : [{ field: null, message: explain(outcome) }]);
  };
  return { save, busy, saved, errors };
};

/** How the reader wants to be told, beside the notices themselves. */
export const PreferencesPage = () => {
  const { viewer } = useLiveData(PreferencesQuery, {});
  const preferences = viewer?.noticePreferences;
  const [chosen, setChosen] = useState<Choice>(preferences?.email ?? "EACH");
  const { save, busy, saved, errors } = useSave();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void save(chosen);
  };
  return (
    <Page
      title="Email about notices"
      errors={errors}
      crumbs={[
        { to: "/", words: "Home" },
        { to: "/notices", words: "Notices" },
      ]}
      banner={
        saved ? (
          <NotificationBanner success>
            <p className="govuk-notification-banner__heading">Saved.</p>
          </NotificationBanner>
        ) : null
      }
    >
      {preferences?.emailIsSent === false ? (
        <InsetText>
          This installation sends no email at present, so your choice has no effect yet. Your notices stand
          here.
        </InsetText>
      ) : null}
      {preferences?.undeliveredSince ? (
        <WarningText>
          The last email to {viewer?.email} could not be delivered ({formatDay(preferences.undeliveredSince)}
          ). Ask your administrator to check the address.
        </WarningText>
      ) : null}
      <form onSubmit={submit} noValidate>
        <Radios
          id="email"
          legend={`What should be sent to ${viewer?.email ?? "you"}?`}
          legendSize="m"
          hint="An email holds titles and links, and nothing that anybody wrote."
          options={CHOICES}
          value={chosen}
          onChange={(value) => setChosen(value as Choice)}
        />
        <Button busy={busy}>Save</Button>
      </form>
    </Page>
  );
};
