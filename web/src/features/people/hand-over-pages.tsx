import { type ReactNode, useState } from "react";
import { useLoaderData, useNavigate, useParams, useSearchParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import type { FieldError } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { ReassignActionMutation, ReassignLeadMutation, type Successor } from "./left-queries.ts";
import { personAddress } from "./people-address.ts";
import type { Person } from "./queries.ts";
import { SuccessorForm } from "./successor-form.tsx";
import { crumbsOf, usePerson } from "./use-person.ts";

/** What the loader of either page found. */
export interface FoundSuccessors {
  found: readonly Successor[];
}

const useSuccessors = () => {
  const { found } = useLoaderData() as FoundSuccessors;
  const [search, setSearch] = useSearchParams();
  const words = search.get("search") ?? "";
  return { found, words, look: (text: string) => setSearch(text === "" ? {} : { search: text }) };
};

const Gone = ({ person, title }: { person: Person; title: string }) => (
  <Page title={title} caption={person.user.name} crumbs={crumbsOf(person)}>
    <p className="govuk-body">It is handed over already, or needs nobody any more.</p>
  </Page>
);

const StillHere = ({ person, title }: { person: Person; title: string }) => (
  <Page title={title} caption={person.user.name} crumbs={crumbsOf(person)}>
    <p className="govuk-body">
      {person.user.name} can sign in, and so can hand this over. Once their account is closed, you can do it
      for them.
    </p>
  </Page>
);

interface HandOverProps {
  person: Person;
  title: string;
  children: ReactNode;
  nobody: string;
  give: Parameters<typeof SuccessorForm>[0]["give"];
  news: (to: Successor["user"]) => string;
}

const HandOver = ({ person, title, children, nobody, give, news }: HandOverProps) => {
  const navigate = useNavigate();
  const { found, words, look } = useSuccessors();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const back = personAddress(person.user.id);
  return (
    <Page title={title} caption={person.user.name} crumbs={crumbsOf(person)} errors={errors}>
      {children}
      <SuccessorForm
        key={words}
        legend="Who is to follow?"
        nobody={nobody}
        found={found}
        search={words}
        onSearch={look}
        back={back}
        give={give}
        onGiven={(to) => navigate(back, { state: { news: news(to) } })}
        onErrors={setErrors}
      />
    </Page>
  );
};

/** Gives an assessment another lead officer in place of one who has left. Of a draft it says no more than how it stands. */
export const HandOverLeadPage = () => {
  const { person } = usePerson();
  const { reference = "" } = useParams();
  const client = useClient();
  const led = person.leads.find((each) => each.reference === reference);
  const title = `Hand over ${reference}`;
  if (led === undefined) return <Gone person={person} title={title} />;
  if (person.disabledAt === null) return <StillHere person={person} title={title} />;
  const { name } = person.user;
  return (
    <HandOver
      person={person}
      title={title}
      nobody={`Only officers in ${led.department.name} can lead it, who took no part in its review. Give somebody that role first.`}
      give={async (to, idempotencyKey) => {
        const input = { reference, from: person.user.id, to: to.id, idempotencyKey };
        const { data, error } = await client.mutation(ReassignLeadMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
      news={(to) => `${to.name} leads ${reference} now, and is told so, as is whoever else writes it.`}
    >
      <p className="govuk-body">
        {led.department.name}. Status: {ASSESSMENT_STATUS[led.status].words.toLowerCase()}.
      </p>
      <p className="govuk-body">
        Who follows answers for this assessment, signs it and decides who writes it. {name} stays on its
        record: whoever ever led an assessment can&rsquo;t review it or sign it off.
      </p>
    </HandOver>
  );
};

/** Gives an open action of a signed plan another owner in place of one who has left. */
export const HandOverActionPage = () => {
  const { person } = usePerson();
  const { action: id = "" } = useParams();
  const client = useClient();
  const owned = person.ownedActions.find(({ action }) => action.id === id);
  const title = "Hand over an action";
  if (owned === undefined) return <Gone person={person} title={title} />;
  if (person.disabledAt === null) return <StillHere person={person} title={title} />;
  const { action } = owned;
  const { reference } = action.assessment;
  return (
    <HandOver
      person={person}
      title={title}
      nobody="Only who may read its assessment can see to it."
      give={async (to, idempotencyKey) => {
        const who = { from: person.user.id, to: to.id };
        const input = { action: id, ...who, basedOnVersion: action.linksVersion, idempotencyKey };
        const { data, error } = await client.mutation(ReassignActionMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
      news={(to) => `${to.name} owns this action of ${reference} now, and is told so.`}
    >
      <p className="govuk-body">
        {action.action || action.objective} ({reference})
      </p>
    </HandOver>
  );
};
