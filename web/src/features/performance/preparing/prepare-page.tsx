import { type FormEvent, useState } from "react";
import { useLoaderData, useNavigate } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { todayInLondon } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { chooseEdition, type Edition, editionsOf, organisationsOf } from "../dashboard/editions.ts";
import type { PrepareData } from "./load-preparing.ts";
import { likelyChoice, type PeriodChoice, periodChosen } from "./period-choice.ts";
import { PeriodFields } from "./period-fields.tsx";
import { PrepareMutation } from "./queries.ts";

const CRUMBS = [{ to: "/performance", words: "Performance" }];
const OTHER = "OTHER";
const TITLE = "Prepare a dashboard";
const MAXIMUM_TITLE = 300;

interface Draft {
  /** ONS code of an organisation with dashboards, or OTHER. */
  chosen: string;
  other: string;
  period: PeriodChoice;
  scheme: "RAG" | "BENCHMARK";
  title: string;
  takeRowsFrom: string;
}

const organisationOf = ({ chosen, other }: Draft): string => (chosen === OTHER ? other.trim() : chosen);

const check = (draft: Draft): FieldError[] => [
  ...(organisationOf(draft) === "" ? [{ field: "other", message: "Enter the organisation's code" }] : []),
  ...(draft.title.trim() === "" ? [{ field: "title", message: "Enter a title" }] : []),
  ...(draft.title.trim().length > MAXIMUM_TITLE
    ? [{ field: "title", message: `Title must be ${MAXIMUM_TITLE} characters or fewer` }]
    : []),
];

const fieldOf = (path: string): string | null => {
  if (path === "organisation") return "other";
  return ["title", "period", "takeRowsFrom", "scheme"].includes(path) ? path : null;
};

const startFrom = (editions: readonly Edition[]): Draft => {
  const newest = chooseEdition(editions, { organisation: null, period: null });
  return {
    chosen: newest?.organisation.code ?? OTHER,
    other: "",
    period: likelyChoice(todayInLondon()),
    scheme: newest?.scheme ?? "RAG",
    title: "",
    takeRowsFrom: newest?.period.code ?? "",
  };
};

/** Taking over an earlier dashboard, or choosing whose it is, takes over how its measures are rated. */
const basedOn = (
  editions: readonly Edition[],
  organisation: string,
  period: string | null,
): Partial<Draft> => {
  const own = editionsOf(editions, organisation);
  const earlier = period === null ? own[0] : own.find((edition) => edition.period.code === period);
  return earlier === undefined
    ? { takeRowsFrom: "" }
    : { takeRowsFrom: earlier.period.code, scheme: earlier.scheme };
};

const usePrepare = () => {
  const client = useClient();
  const navigate = useNavigate();
  const sending = useSend(fieldOf);
  const prepare = (draft: Draft) => {
    const found = check(draft);
    sending.setErrors(found);
    if (found.length > 0) return;
    const organisation = organisationOf(draft);
    const period = periodChosen(draft.period).code;
    const { scheme, title, takeRowsFrom } = draft;
    void sending.send(
      async (idempotencyKey) => {
        const asked = { organisation, period, scheme, title, takeRowsFrom: takeRowsFrom || null };
        const input = { ...asked, idempotencyKey };
        const { data, error } = await client.mutation(PrepareMutation, { input }).toPromise();
        return outcomeOf(data?.prepareDashboard, error);
      },
      () => navigate(`/performance?${new URLSearchParams({ organisation, period })}`),
    );
  };
  return { ...sending, prepare };
};

interface FieldsProps {
  editions: readonly Edition[];
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  errorFor: (field: string) => string | undefined;
}

const Whose = ({ editions, draft, onChange, errorFor }: FieldsProps) => (
  <>
    <Select
      id="organisation"
      label="Whose performance is it about?"
      options={[
        ...organisationsOf(editions).map(({ code, name }) => ({ value: code, label: name })),
        { value: OTHER, label: "Another organisation" },
      ]}
      value={draft.chosen}
      onChange={(chosen) => onChange({ chosen, ...basedOn(editions, chosen, null) })}
    />
    {draft.chosen === OTHER ? (
      <TextInput
        id="other"
        label="Its code"
        hint="Of the Office for National Statistics, such as E10000018"
        width="20"
        error={errorFor("other")}
        value={draft.other}
        onChange={(other) => onChange({ other })}
      />
    ) : null}
  </>
);

const What = ({ editions, draft, onChange, errorFor }: FieldsProps) => {
  const earlier = editionsOf(editions, draft.chosen);
  return (
    <>
      <TextInput
        id="title"
        label="What is it called?"
        hint="As it will stand in the committee's papers. Up to 300 characters"
        error={errorFor("title")}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <Radios
        id="scheme"
        legend="How are its measures rated?"
        legendSize="s"
        value={draft.scheme}
        onChange={(scheme) => onChange({ scheme: scheme as Draft["scheme"] })}
        options={[
          { value: "RAG", label: "Red, amber or green against a target" },
          { value: "BENCHMARK", label: "Better, similar or worse than a benchmark or local target" },
        ]}
      />
      {earlier.length > 0 ? (
        <Select
          id="takeRowsFrom"
          label="Take over the measures of an earlier dashboard?"
          hint="Their periods move on to this dashboard's year. You can add and remove measures afterwards."
          error={errorFor("takeRowsFrom")}
          options={[
            ...earlier.map(({ period }) => ({ value: period.code, label: `Yes, of ${period.label}` })),
            { value: "", label: "No, begin with none" },
          ]}
          value={draft.takeRowsFrom}
          onChange={(period) => onChange(basedOn(editions, draft.chosen, period))}
        />
      ) : null}
    </>
  );
};

const PrepareForm = ({ editions }: { editions: readonly Edition[] }) => {
  const { prepare, busy, errors, errorFor } = usePrepare();
  const [draft, setDraft] = useState(() => startFrom(editions));
  const onChange = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prepare(draft);
  };
  return (
    <Page title={TITLE} crumbs={CRUMBS} errors={errors}>
      <p className="govuk-body">
        Its measures and figures can change until you mark it as reported to its committee.
      </p>
      <form onSubmit={submit} noValidate>
        <Whose editions={editions} draft={draft} onChange={onChange} errorFor={errorFor} />
        <PeriodFields
          today={todayInLondon()}
          choice={draft.period}
          onChange={(period) => onChange({ period })}
          error={errorFor("period")}
        />
        <What editions={editions} draft={draft} onChange={onChange} errorFor={errorFor} />
        <Button busy={busy}>Prepare it</Button>
      </form>
    </Page>
  );
};

export const PreparePage = () => {
  const { viewer, dashboardEditions } = useLoaderData() as PrepareData;
  if (viewer?.canWriteMetrics) return <PrepareForm editions={dashboardEditions} />;
  return (
    <Page title={TITLE} crumbs={CRUMBS}>
      <WarningText>Your role does not let you prepare a dashboard. Analysts can.</WarningText>
    </Page>
  );
};
