import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { InsetText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { type AssessmentPeople, type Candidate, CandidatesQuery } from "./operations.ts";
import type { PeopleChange } from "./use-people-change.ts";

const SHORTEST = 2;
const PROBLEM = "Enter at least two letters of a name, or the beginning of an email address";

interface Found {
  search: string;
  people: readonly Candidate[];
}

const useSearch = (reference: string) => {
  const client = useClient();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = async (search: string) => {
    if (search.trim().length < SHORTEST) return setProblem(PROBLEM);
    const { data, error } = await client
      .query(CandidatesQuery, { reference, search }, { requestPolicy: "network-only" })
      .toPromise();
    setProblem(error ? "The search did not work. Try again" : null);
    if (data) setFound({ search: search.trim(), people: data.assessment?.candidates ?? [] });
  };
  return { found, problem, look };
};

interface ChoiceProps {
  candidate: Candidate;
  assessment: AssessmentPeople;
  change: PeopleChange;
  onChanged: () => void;
}

const HandOver = ({ candidate, change }: Pick<ChoiceProps, "candidate" | "change">) => {
  const [open, setOpen] = useState(false);
  const [stays, setStays] = useState(true);
  const { user } = candidate;
  if (!open)
    return (
      <LinkButton onClick={() => setOpen(true)} expanded={false} hiddenText={`to ${user.name}`}>
        Hand over the lead
      </LinkButton>
    );
  return (
    <div className="app-hand-over">
      <p className="govuk-body">
        {user.name} will answer for this assessment, sign it and decide who writes it. You can&rsquo;t take
        that back yourself.
      </p>
      <Checkbox
        id={`stay-${user.id}`}
        label="I stay as a contributor"
        checked={stays}
        onChange={setStays}
        small
      />
      <ButtonGroup>
        <Button
          type="button"
          variant="warning"
          busy={change.busy}
          onClick={() => void change.handOver(user, stays)}
        >
          Hand over
        </Button>
        <LinkButton onClick={() => setOpen(false)}>Cancel</LinkButton>
      </ButtonGroup>
    </div>
  );
};

const Choice = ({ candidate, assessment, change, onChanged }: ChoiceProps) => {
  const { user, department, drafts, bars, cannotDraft } = candidate;
  const mayBeAsked = cannotDraft === null;
  const invite = async () => {
    if (await change.invite(user)) onChanged();
  };
  return (
    <li className="app-candidate">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>{user.name}</strong>
        <br />
        {[user.jobTitle, department?.name].filter(Boolean).join(", ")}
      </p>
      {cannotDraft !== null ? <InsetText>{cannotDraft}</InsetText> : null}
      {bars && drafts === null && mayBeAsked ? <InsetText>{bars}</InsetText> : null}
      {drafts === "LEAD" ? <p className="govuk-hint">Leads it</p> : null}
      {drafts === "CONTRIBUTOR" ? <p className="govuk-hint">Contributes to it</p> : null}
      {drafts === null && mayBeAsked && assessment.canInvite ? (
        <Button
          type="button"
          variant="secondary"
          busy={change.busy}
          onClick={() => void invite()}
          hiddenText={user.name}
        >
          Ask to contribute
        </Button>
      ) : null}
      {drafts !== "LEAD" && mayBeAsked && assessment.canHandOver ? (
        <HandOver candidate={candidate} change={change} />
      ) : null}
    </li>
  );
};

/** Finds colleagues who are known here, to ask them to contribute or to hand over to them. */
export const FindPeople = ({
  assessment,
  change,
}: {
  assessment: AssessmentPeople;
  change: PeopleChange;
}) => {
  const [words, setWords] = useState("");
  const { found, problem, look } = useSearch(assessment.reference);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void look(words);
  };
  return (
    <>
      <h2 className="govuk-heading-m">
        {assessment.canInvite ? "Ask somebody to contribute" : "Hand over to somebody"}
      </h2>
      <form onSubmit={submit} noValidate>
        <TextInput
          id="search"
          type="search"
          label="Name or email address"
          hint="Of somebody who is known here. An administrator can add people."
          error={problem ?? undefined}
          value={words}
          onChange={setWords}
          width="30"
        />
        <Button variant="secondary">Search</Button>
      </form>
      <div role="status">
        {found ? (
          <p className="govuk-body">
            {found.people.length === 0
              ? `Nobody found for “${found.search}”`
              : `${found.people.length} found for “${found.search}”`}
          </p>
        ) : null}
      </div>
      {found && found.people.length > 0 ? (
        <ul className="govuk-list">
          {found.people.map((candidate) => (
            <Choice
              key={candidate.user.id}
              candidate={candidate}
              assessment={assessment}
              change={change}
              onChanged={() => void look(found.search)}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
};
