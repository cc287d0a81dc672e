import { ROLE_PLACES, ROLES, type Role } from "@due-regard/domain/access/roles";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "urql";
import { type Outcome, outcomeOf } from "../../data/outcome.ts";
import { useSend } from "../../data/use-send.ts";
import { Button } from "../../ui/button.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { Radios } from "../../ui/radios.tsx";
import { Select } from "../../ui/select.tsx";
import { personAddress } from "./people-address.ts";
import { type Department, GrantMutation, type Person } from "./queries.ts";
import { crumbsOf, usePerson } from "./use-person.ts";
import { ROLE_WORDS, roleInWords } from "./words.ts";

const EVERYWHERE = "EVERYWHERE";

export interface ChosenRole {
  role: Role;
  /** Null: everywhere. */
  department: Department | null;
}

const isHeldInDepartments = (role: Role | null): boolean =>
  role === null || ROLE_PLACES[role].includes("DEPARTMENT");

const check = (role: Role | null, place: string): FieldError[] => [
  ...(role === null ? [{ field: "role", message: "Choose a role" }] : []),
  ...(isHeldInDepartments(role) && place === ""
    ? [{ field: "department", message: "Choose where they are to hold it" }]
    : []),
];

interface GiveRoleProps {
  person: Person;
  departments: readonly Department[];
  give: (chosen: ChosenRole, idempotencyKey: string) => Promise<Outcome<unknown>>;
  onGiven: (chosen: ChosenRole) => unknown;
}

/** Which role, and where. */
export const GiveRoleForm = ({ person, departments, give, onGiven }: GiveRoleProps) => {
  const [role, setRole] = useState<Role | null>(null);
  const [place, setPlace] = useState("");
  const { send, busy, errors, setErrors, errorFor } = useSend((path) =>
    path === "role" || (path === "department" && isHeldInDepartments(role)) ? path : null,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = check(role, place);
    setErrors(found);
    if (role === null || found.length > 0) return;
    const department = isHeldInDepartments(role) ? departments.find(({ id }) => id === place) : undefined;
    const chosen = { role, department: department ?? null };
    void send(
      (key) => give(chosen, key),
      () => onGiven(chosen),
    );
  };
  return (
    <Page title="Give a role" caption={person.user.name} crumbs={crumbsOf(person)} errors={errors}>
      <form onSubmit={submit} noValidate>
        <Radios
          id="role"
          legend="Which role?"
          legendSize="m"
          error={errorFor("role")}
          options={ROLES.map((value) => ({
            value,
            label: ROLE_WORDS[value].name,
            hint: `May ${ROLE_WORDS[value].may}`,
          }))}
          value={role}
          onChange={(value) => setRole(ROLES.find((each) => each === value) ?? null)}
        />
        {isHeldInDepartments(role) ? (
          <Select
            id="department"
            label="Where are they to hold it?"
            hint="A role counts for what belongs to its department."
            error={errorFor("department")}
            options={[
              { value: "", label: "Choose where" },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
              { value: EVERYWHERE, label: "Every department" },
            ]}
            value={place}
            onChange={setPlace}
          />
        ) : (
          <p className="govuk-body">This role is held in every department.</p>
        )}
        <Button busy={busy}>Give this role</Button>
      </form>
    </Page>
  );
};

export const GiveRolePage = () => {
  const { person, departments } = usePerson();
  const client = useClient();
  const navigate = useNavigate();
  const { user } = person;
  return (
    <GiveRoleForm
      person={person}
      departments={departments}
      give={async ({ role, department }, idempotencyKey) => {
        const input = { person: user.id, role, department: department?.id ?? null, idempotencyKey };
        const { data, error } = await client.mutation(GrantMutation, { input }).toPromise();
        return outcomeOf(data?.done, error);
      }}
      onGiven={(chosen) => {
        const news = `${user.name} is now ${roleInWords(chosen)}.`;
        return navigate(personAddress(user.id), { state: { news } });
      }}
    />
  );
};
