import { type FormEvent, useState } from "react";
import type { Outcome } from "../../data/outcome.ts";
import { useSend } from "../../data/use-send.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Button, ButtonGroup } from "../../ui/button.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { Radios } from "../../ui/radios.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { Successor } from "./left-queries.ts";

const MOST_FOUND = 20;

const about = ({ user, department, contributes, bars }: Successor) => (
  <>
    {[user.jobTitle, department?.name].filter(Boolean).join(", ")}
    {contributes ? ". Helps to write it already" : ""}
    {bars === null ? null : <span className="app-block">{bars}</span>}
  </>
);

interface SuccessorFormProps {
  legend: string;
  /** Who is offered when nobody turns up, and what to do then. */
  nobody: string;
  found: readonly Successor[];
  /** What the people that are shown were looked for by. */
  search: string;
  onSearch: (search: string) => void;
  back: string;
  give: (to: Successor["user"], idempotencyKey: string) => Promise<Outcome<unknown>>;
  onGiven: (to: Successor["user"]) => unknown;
  /** Tells the page, whose summary shows them. */
  onErrors: (errors: readonly FieldError[]) => void;
}

/** Chooses who follows somebody: up to twenty people at a time, found by name. */
export const SuccessorForm = (props: SuccessorFormProps) => {
  const { found, search, legend, nobody } = props;
  const [words, setWords] = useState(search);
  const [chosen, setChosen] = useState<string | null>(null);
  const { send, busy, setErrors, errorFor } = useSend(
    (path) => (path === "to" && found.length > 0 ? "to" : null),
    props.onErrors,
  );
  const to = found.find(({ user }) => user.id === chosen)?.user;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to === undefined) return setErrors([{ field: "to", message: "Choose who is to follow" }]);
    void send(
      (key) => props.give(to, key),
      () => props.onGiven(to),
    );
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    props.onSearch(words.trim());
  };
  return (
    <>
      <form onSubmit={look} noValidate>
        <TextInput
          id="search"
          type="search"
          label="Find somebody by name or email address"
          value={words}
          onChange={setWords}
          width="30"
        />
        <Button variant="secondary">Search</Button>
      </form>
      <p className="govuk-body" role="status">
        {found.length === 0 ? (search === "" ? nobody : `Nobody found for “${search}”. ${nobody}`) : null}
        {found.length === MOST_FOUND ? `The first ${MOST_FOUND} are shown. Search for others by name.` : null}
      </p>
      {found.length === 0 ? (
        <AppLink to={props.back}>Back</AppLink>
      ) : (
        <form onSubmit={submit} noValidate>
          <Radios
            id="to"
            legend={legend}
            legendSize="m"
            error={errorFor("to")}
            options={found.map((each) => ({ value: each.user.id, label: each.user.name, hint: about(each) }))}
            value={to?.id ?? null}
            onChange={setChosen}
          />
          <ButtonGroup>
            <Button busy={busy}>Hand over</Button>
            <AppLink to={props.back}>Cancel</AppLink>
          </ButtonGroup>
        </form>
      )}
    </>
  );
};
