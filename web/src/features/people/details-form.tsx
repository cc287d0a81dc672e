import { LONGEST_EMAIL, LONGEST_JOB_TITLE, LONGEST_NAME } from "@due-regard/domain/access/people/limits";
import { type FormEvent, useState } from "react";
import type { Outcome, PlaceConflict } from "../../data/outcome.ts";
import { useSend } from "../../data/use-send.ts";
import { Button } from "../../ui/button.tsx";
import type { Crumb } from "../../ui/navigation.tsx";
import { Page } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { Department, Person } from "./queries.ts";
import { type Details, type StaleLine, settleStale, theirsIn } from "./stale-details.ts";
import { StaleDetails } from "./stale-details-view.tsx";

const FIELDS: readonly string[] = ["name", "email", "jobTitle", "department"];

interface FieldsProps {
  details: Details;
  departments: readonly Department[];
  /** False: the address stays as it is, and is not asked for. */
  isNew: boolean;
  onChange: (details: Details) => void;
  errorFor: (field: string) => string | undefined;
}

const Fields = ({ details, departments, isNew, onChange, errorFor }: FieldsProps) => (
  <>
    <TextInput
      id="name"
      label="Name"
      hint={`As colleagues know them, in up to ${LONGEST_NAME} characters. It stands beside what they write and sign.`}
      error={errorFor("name")}
      value={details.name}
      onChange={(name) => onChange({ ...details, name })}
    />
    {isNew ? (
      <TextInput
        id="email"
        label="Email address"
        hint={`The one that they sign in with, in up to ${LONGEST_EMAIL} characters. It can’t be changed later.`}
        error={errorFor("email")}
        value={details.email}
        onChange={(email) => onChange({ ...details, email })}
      />
    ) : null}
    <TextInput
      id="jobTitle"
      label="Job title"
      hint={`Up to ${LONGEST_JOB_TITLE} characters. It takes the place of the name in what is published.`}
      error={errorFor("jobTitle")}
      value={details.jobTitle}
      onChange={(jobTitle) => onChange({ ...details, jobTitle })}
    />
    <Select
      id="department"
      label="Department"
      hint="Where they work. It gives them no role there."
      error={errorFor("department")}
      options={[
        { value: "", label: "No one department" },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={details.department}
      onChange={(department) => onChange({ ...details, department })}
    />
  </>
);

interface DetailsFormProps extends Pick<FieldsProps, "departments" | "isNew"> {
  title: string;
  caption?: string | undefined;
  crumbs: readonly Crumb[];
  start: Details;
  /** The version that `start` is of. Left out: somebody new. */
  version?: number | undefined;
  button: string;
  save: (
    details: Details,
    idempotencyKey: string,
    basedOnVersion: number,
  ) => Promise<Outcome<{ person: Person }>>;
  onSaved: (person: Person) => unknown;
}

/** What is typed, and what it is based on. When somebody else saved in between, what they changed is taken up or shown beside it. */
const useDetails = (start: Details, version: number) => {
  const [details, setDetails] = useState(start);
  const [base, setBase] = useState({ start, version });
  const [stale, setStale] = useState<readonly StaleLine[] | null>(null);
  const meet = (conflicts: readonly PlaceConflict[], departments: readonly Department[]) => {
    const theirs = theirsIn(conflicts, departments);
    const settled = settleStale(base.start, details, theirs);
    setDetails(settled.details);
    setBase({
      start: { ...base.start, ...theirs },
      version: conflicts[0]?.currentVersion ?? base.version,
    });
    setStale(settled.lines);
  };
  return { details, setDetails, basedOnVersion: base.version, stale, meet };
};

/** What is known of somebody. What the server finds wrong is told at its field, and everything typed stays. */
export const DetailsForm = ({ title, caption, crumbs, button, save, onSaved, ...form }: DetailsFormProps) => {
  const { details, setDetails, basedOnVersion, stale, meet } = useDetails(form.start, form.version ?? 0);
  const { send, busy, errors, errorFor } = useSend((path) => (FIELDS.includes(path) ? path : null));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      async (key) => {
        const outcome = await save(details, key, basedOnVersion);
        if (outcome.kind === "CONFLICT") meet(outcome.conflicts ?? [], form.departments);
        return outcome;
      },
      ({ person }) => onSaved(person),
    );
  };
  return (
    <Page title={title} caption={caption} crumbs={crumbs} errors={errors}>
      {stale === null ? null : (
        <StaleDetails
          lines={stale}
          details={details}
          departments={form.departments}
          onTake={(line) => setDetails({ ...details, [line.path]: line.theirs })}
        />
      )}
      <form onSubmit={submit} noValidate>
        <Fields
          details={details}
          departments={form.departments}
          isNew={form.isNew}
          onChange={setDetails}
          errorFor={errorFor}
        />
        <Button busy={busy}>{button}</Button>
      </form>
    </Page>
  );
};
