import type { ResultOf } from "gql.tada";
import { useLoaderData, useSearchParams } from "react-router";
import { clearLeftovers, type Leftover, listEveryLeftover } from "../../../data/keep.ts";
import type { ViewerQuery } from "../../../data/viewer.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { countAnswers } from "./amounts.ts";
import { downloadText, textOfAll } from "./download-text.ts";
import type { Outbox } from "./outbox.ts";
import { isSlotUnsaved } from "./slot.ts";
import { UnsavedItem } from "./unsaved-item.tsx";
import { useOutbox, useOutboxState } from "./use-outbox.ts";

const Rules = () => (
  <>
    <h2 className="govuk-heading-m">How long it stays in this browser</h2>
    <p className="govuk-body">
      Whatever you write in an assessment is kept in this browser until the server has it, also when you close
      the page or are signed out after a time. It is sent when you open any page here and are signed in.
      Nobody else who signs in on this computer is shown it.
    </p>
    <p className="govuk-body">
      When you sign out yourself, nothing is left behind: what could not be saved is shown to you first, and
      is deleted only if you say so.
    </p>
  </>
);

const Elsewhere = ({ leftovers }: { leftovers: readonly Leftover[] }) =>
  leftovers.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">Begun in other forms</h2>
      <p className="govuk-body">Open each of these to save or discard what you wrote there.</p>
      <ul className="govuk-list">
        {leftovers.map(({ name, label, address }) => (
          <li key={name}>
            <AppLink to={address}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </>
  );

const SignOut = ({ outbox, person, count }: { outbox: Outbox; person: string; count: number }) => {
  const forget = () => {
    outbox.clear();
    clearLeftovers(person);
  };
  return (
    <form method="post" action="/auth/sign-out" onSubmit={forget}>
      {count > 0 ? (
        <WarningText>
          If you sign out now, what is listed here is deleted from this browser. Copy or download what you
          need first.
        </WarningText>
      ) : null}
      <Button variant={count > 0 ? "warning" : "primary"}>
        {count > 0 ? "Sign out and delete it" : "Sign out"}
      </Button>
    </form>
  );
};

/** Everything that this person wrote and that no server has confirmed, to be sent, settled, copied or thrown away. */
export const UnsavedPage = () => {
  const { viewer } = useLoaderData() as ResultOf<typeof ViewerQuery>;
  const person = viewer?.user.id ?? "";
  const outbox = useOutbox(person);
  const state = useOutboxState(outbox);
  const [search] = useSearchParams();
  const slots = state.slots.filter(isSlotUnsaved);
  const leftovers = listEveryLeftover(person);
  const isLeaving = search.get("then") === "sign-out";
  const count = slots.length + leftovers.length;
  return (
    <Page
      title={isLeaving && count > 0 ? "Before you sign out" : "Not saved yet"}
      crumbs={[{ to: "/", words: "Home" }]}
    >
      {slots.length > 0 ? (
        <>
          <p className="govuk-body-l">
            {countAnswers(slots.length)} {slots.length === 1 ? "is" : "are"} in this browser and not on the
            server yet.
          </p>
          {slots.map((slot) => (
            <UnsavedItem key={slot.id} slot={slot} connection={state.connection} outbox={outbox} />
          ))}
          <p className="govuk-body">
            <LinkButton onClick={() => downloadText("not-saved.txt", textOfAll(slots))}>
              Download all of this as a text file
            </LinkButton>
          </p>
        </>
      ) : (
        <p className="govuk-body-l">Everything that you wrote in assessments is saved.</p>
      )}
      <Elsewhere leftovers={leftovers} />
      {isLeaving ? <SignOut outbox={outbox} person={person} count={count} /> : null}
      <Rules />
    </Page>
  );
};
