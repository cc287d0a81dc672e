import { useParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { Page } from "../../ui/page.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { EndMutation } from "./queries.ts";
import { crumbsOf, usePerson } from "./use-person.ts";
import { placeInWords, ROLE_WORDS, roleInWords } from "./words.ts";

/** Ends a role of somebody's. */
export const EndRolePage = () => {
  const { person } = usePerson();
  const { role: roleId = "" } = useParams();
  const client = useClient();
  const held = person.roles.find(({ id }) => id === roleId);
  const { name } = person.user;
  if (held === undefined)
    return (
      <Page title="This role has ended" caption={name} crumbs={crumbsOf(person)}>
        <p className="govuk-body">{name} does not hold it any more.</p>
      </Page>
    );
  const { may, stays } = ROLE_WORDS[held.role];
  return (
    <ConfirmPage
      title={`End the role ${roleInWords(held)}?`}
      person={person}
      button="End this role"
      news={`${name} is no longer ${roleInWords(held)}.`}
      act={async (idempotencyKey) => {
        const input = { role: held.id, idempotencyKey };
        const { data, error } = await client.mutation(EndMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
    >
      <p className="govuk-body">From then on, by this role, {name} may no longer:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          {may} (in {placeInWords(held.department)})
        </li>
      </ul>
      <p className="govuk-body">
        {stays ? `${stays} ` : ""}That they held this role stays on record. You can give it to them again.
      </p>
    </ConfirmPage>
  );
};
