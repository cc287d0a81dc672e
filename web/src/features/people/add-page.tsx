import type { ResultOf } from "gql.tada";
import { useLoaderData, useNavigate } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { DetailsForm } from "./details-form.tsx";
import { PEOPLE, personAddress } from "./people-address.ts";
import { AddMutation, type DepartmentsQuery } from "./queries.ts";

const NOTHING = { name: "", email: "", jobTitle: "", department: "" };

/** Puts somebody on the list of people. Their roles come next, on their own page. */
export const AddPage = () => {
  const { departments } = useLoaderData() as ResultOf<typeof DepartmentsQuery>;
  const client = useClient();
  const navigate = useNavigate();
  return (
    <DetailsForm
      title="Add a person"
      crumbs={[{ to: PEOPLE, words: "People" }]}
      start={NOTHING}
      departments={departments}
      isNew
      button="Add this person"
      save={async ({ department, ...details }, idempotencyKey) => {
        const input = { ...details, department: department || null, idempotencyKey };
        const { data, error } = await client.mutation(AddMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
      onSaved={({ user }) => {
        const news = `${user.name} can sign in now. Give them a role, so that they may do something here.`;
        return navigate(personAddress(user.id), { state: { news } });
      }}
    />
  );
};
