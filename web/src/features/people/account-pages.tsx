import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { ConfirmPage } from "./confirm-page.tsx";
import { LeftBehind, leavesNothing } from "./left-behind.tsx";
import { DisableMutation, EnableMutation } from "./queries.ts";
import { usePerson } from "./use-person.ts";
import { roleInWords } from "./words.ts";

/** Closes somebody's account. */
export const ClosePage = () => {
  const { person } = usePerson();
  const client = useClient();
  const { id, name } = person.user;
  return (
    <ConfirmPage
      title="Close this account?"
      person={person}
      button="Close this account"
      news={
        leavesNothing(person)
          ? `The account of ${name} is closed.`
          : `The account of ${name} is closed. Hand over what they left behind, below.`
      }
      act={async (idempotencyKey) => {
        const input = { person: id, idempotencyKey };
        const { data, error } = await client.mutation(DisableMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
    >
      <p className="govuk-body">At once:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{name} is signed out everywhere, and can&rsquo;t sign in again</li>
        <li>their tokens for the API stop working for good, and so do programs that use them</li>
        <li>nobody can ask them to write an assessment</li>
      </ul>
      <p className="govuk-body">
        What they wrote and signed stays as it is. They keep their roles, which count again if you open it
        again.
      </p>
      <h2 className="govuk-heading-m">What they leave behind</h2>
      <LeftBehind person={person} />
      {leavesNothing(person) ? null : (
        <p className="govuk-body">
          They can hand over what they lead while they can sign in: they know best whom to ask. Once the
          account is closed, you can do that from their page.
        </p>
      )}
    </ConfirmPage>
  );
};

/** Opens somebody's account again. */
export const OpenPage = () => {
  const { person } = usePerson();
  const client = useClient();
  const { id, name } = person.user;
  return (
    <ConfirmPage
      title="Open this account again?"
      person={person}
      button="Open this account"
      harmless
      news={`${name} can sign in again.`}
      act={async (idempotencyKey) => {
        const input = { person: id, idempotencyKey };
        const { data, error } = await client.mutation(EnableMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
    >
      <p className="govuk-body">
        {name} can sign in again, with the roles that they hold. Tokens that they had stay revoked.
      </p>
      {person.roles.length === 0 ? (
        <p className="govuk-body">They hold no role.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {person.roles.map((role) => (
            <li key={role.id}>{roleInWords(role)}</li>
          ))}
        </ul>
      )}
    </ConfirmPage>
  );
};
