import { useNavigate } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { DetailsForm } from "./details-form.tsx";
import { personAddress } from "./people-address.ts";
import { ChangeMutation } from "./queries.ts";
import { crumbsOf, usePerson } from "./use-person.ts";

/** Corrects what is known of somebody. */
export const ChangePage = () => {
  const { person, departments } = usePerson();
  const client = useClient();
  const navigate = useNavigate();
  const { user, email, version } = person;
  return (
    <DetailsForm
      title="Change details"
      caption={user.name}
      crumbs={crumbsOf(person)}
      start={{ name: user.name, jobTitle: user.jobTitle, email, department: person.department?.id ?? "" }}
      version={version}
      departments={departments}
      isNew={false}
      button="Save"
      save={async ({ name, jobTitle, department }, idempotencyKey, basedOnVersion) => {
        const details = { name, jobTitle, department: department || null };
        const input = { person: user.id, ...details, basedOnVersion, idempotencyKey };
        const { data, error } = await client.mutation(ChangeMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
      onSaved={() => navigate(personAddress(user.id), { state: { news: "The details are saved." } })}
    />
  );
};
