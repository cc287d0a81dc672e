import { ROLES } from "@due-regard/domain/access/roles";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AddressForm, departmentField } from "../../ui/address-form.tsx";
import { AppLink } from "../../ui/app-link.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ACCOUNTS, ADD, peopleVariables, personAddress } from "./people-address.ts";
import { type Department, type Listed, type People, PeopleQuery } from "./queries.ts";
import { ROLE_WORDS, roleInWords } from "./words.ts";

const ROLE_OPTIONS = [
  { value: "", label: "Any role, or none" },
  ...ROLES.map((value) => ({ value, label: ROLE_WORDS[value].name })),
];

const FilterForm = ({ departments }: { departments: readonly Department[] }) => (
  <AddressForm
    heading="Choose whom to show"
    shows="these people"
    fields={[
      { name: "text", label: "Name or email address", type: "search" },
      { name: "role", label: "Role", options: ROLE_OPTIONS },
      departmentField(departments),
      { name: "account", label: "Account", options: ACCOUNTS },
    ]}
  />
);

const RolesCell = ({ roles }: Pick<Listed, "roles">) =>
  roles.length === 0 ? (
    "None"
  ) : (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {roles.map((role) => (
        <li key={role.id}>{roleInWords(role)}</li>
      ))}
    </ul>
  );

const PeopleTable = ({ people }: { people: readonly Listed[] }) => (
  <Table
    caption="People"
    captionHidden
    rows={people}
    rowKey={({ user }) => user.id}
    columns={[
      {
        key: "name",
        heading: "Name",
        rowHeading: true,
        cell: ({ user, email, disabledAt }) => (
          <>
            <AppLink to={personAddress(user.id)}>{user.name}</AppLink>{" "}
            {disabledAt ? <Tag colour="grey">Closed</Tag> : null}
            <span className="govuk-hint app-block govuk-!-margin-bottom-0">
              {user.jobTitle}
              <br />
              {email}
            </span>
          </>
        ),
      },
      {
        key: "department",
        heading: "Department",
        cell: ({ department }) => department?.name ?? "No one department",
      },
      { key: "roles", heading: "Roles", cell: ({ roles }) => <RolesCell roles={roles} /> },
    ]}
  />
);

/** Everybody known here, a page at a time. */
export const PeopleView = ({ data }: { data: People }) => {
  const [search] = useSearchParams();
  const { edges, totalCount, pageInfo } = data.people;
  const more = new URLSearchParams(search);
  if (pageInfo.endCursor) more.set("after", pageInfo.endCursor);
  return (
    <Page title="People" crumbs={[{ to: "/", words: "Home" }]}>
      <p className="govuk-body">
        Whoever has an open account can sign in with their email address. Their roles say what they may do
        here.
      </p>
      <ButtonLink to={ADD}>Add a person</ButtonLink>
      <FilterForm key={search.toString()} departments={data.departments} />
      <p className="govuk-body" role="status">
        {totalCount === 1 ? "1 person" : `${totalCount} people`}
      </p>
      {edges.length > 0 ? (
        <PeopleTable people={edges.map(({ node }) => node)} />
      ) : (
        <p className="govuk-body">Nobody fits what you chose.</p>
      )}
      {pageInfo.hasNextPage ? (
        <p className="govuk-body">
          <AppLink to={`?${more}`}>Next people</AppLink>
        </p>
      ) : null}
    </Page>
  );
};

export const ListPage = () => {
  const [search] = useSearchParams();
  return <PeopleView data={useLiveData(PeopleQuery, peopleVariables(search))} />;
};
