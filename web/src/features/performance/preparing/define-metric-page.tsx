import { type FormEvent, useState } from "react";
import { useLoaderData } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner, WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { joinDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import type { PrepareData } from "./load-preparing.ts";
import { EMPTY_METRIC, FIELD_NAMES, type MetricDraft, MetricFields } from "./metric-fields.tsx";
import { DefineMutation } from "./queries.ts";

const CRUMBS = [{ to: "/performance", words: "Performance" }];
const TITLE = "Define a metric";

const REQUIRED = [
  ["code", "Enter a code"],
  ["framework", "Enter a framework"],
  ["title", "Enter a name"],
  ["definition", "Say what is counted, and how"],
] as const;

const check = (draft: MetricDraft): FieldError[] => {
  const missing = REQUIRED.filter(([field]) => draft[field].trim() === "").map(([field, message]) => ({
    field,
    message,
  }));
  const { problem } = joinDate(draft.validFrom);
  return problem === null ? missing : [...missing, { field: "validFrom", message: problem }];
};

const inputOf = (draft: MetricDraft) => {
  const { tags, similarWithin, validFrom, officialCode, ...rest } = draft;
  return {
    ...rest,
    officialCode: officialCode.trim() || null,
    similarWithin: similarWithin.trim() || null,
    tags: tags.split(/[\s,]+/).filter((tag) => tag !== ""),
    validFrom: joinDate(validFrom).date,
  };
};

/** Decimals that can't be read are refused before a verb sees them; the field says so in time. */
const badNumber = ({ similarWithin }: MetricDraft): FieldError[] =>
  similarWithin.trim() === "" || /^\d+(\.\d+)?$/.test(similarWithin.trim())
    ? []
    : [{ field: "similarWithin", message: "The margin must be a number, such as 0.5" }];

const DefineForm = () => {
  const client = useClient();
  const { send, busy, errors, setErrors, errorFor } = useSend((path) =>
    FIELD_NAMES.some((name) => name === path) ? path : null,
  );
  const [draft, setDraft] = useState(EMPTY_METRIC);
  const [defined, setDefined] = useState<{ code: string; title: string } | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [...check(draft), ...badNumber(draft)];
    setErrors(found);
    setDefined(null);
    if (found.length > 0) return;
    void send(
      async (idempotencyKey) => {
        const input = { ...inputOf(draft), idempotencyKey };
        const { data, error } = await client.mutation(DefineMutation, { input }).toPromise();
        return outcomeOf(data?.defineMetric, error);
      },
      ({ metric }) => {
        setDefined(metric);
        setDraft(EMPTY_METRIC);
      },
    );
  };
  const banner = defined ? (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading">
        {defined.title} ({defined.code}) is defined.
      </p>
      <p className="govuk-body">
        Add it to a dashboard that is being prepared to record figures for it there.{" "}
        <AppLink to="/performance">Go to the dashboards</AppLink>
      </p>
    </NotificationBanner>
  ) : null;
  return (
    <Page title={TITLE} crumbs={CRUMBS} errors={errors} banner={banner}>
      <p className="govuk-body">
        Its code stays for ever: addresses, files and programs use it. What it counts may change later, as a
        new definition with a date.
      </p>
      <form onSubmit={submit} noValidate>
        <MetricFields draft={draft} onChange={setDraft} errorFor={errorFor} />
        <Button busy={busy}>Define it</Button>
      </form>
    </Page>
  );
};

export const DefineMetricPage = () => {
  const { viewer } = useLoaderData() as PrepareData;
  if (viewer?.canWriteMetrics) return <DefineForm />;
  return (
    <Page title={TITLE} crumbs={CRUMBS}>
      <WarningText>Your role does not let you define a metric. Analysts can.</WarningText>
    </Page>
  );
};
