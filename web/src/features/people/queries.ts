import { graphql, type ResultOf } from "gql.tada";
import { failureFields } from "../../data/failure.ts";

/** What every page about one person shows. */
export const personFields = graphql(`
  fragment PersonFields on Person @_unmask {
    user {
      id
      name
      jobTitle
    }
    email
    department {
      id
      name
    }
    addedAt
    disabledAt
    isYou
    version
    contributesTo
    leads {
      reference
      status
      department {
        id
        name
      }
      since
      contributors
    }
    deputyFor {
      reference
      status
      department {
        id
        name
      }
      namedBy {
        id
        name
      }
    }
    ownedActions {
      action {
        id
        action
        objective
        dueInForce
        overdue
        linksVersion
        assessment {
          id
          reference
        }
      }
    }
    roles {
      id
      role
      department {
        id
        name
      }
      grantedAt
      grantedBy {
        id
        name
      }
    }
    endedRoles {
      id
      role
      department {
        id
        name
      }
      grantedAt
      endedAt
      endedBy {
        id
        name
      }
    }
  }
`);

export const PeopleQuery = graphql(`
  query People($filter: PeopleFilter, $first: Int, $after: String) {
    departments {
      id
      name
    }
    people(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          user {
            id
            name
            jobTitle
          }
          email
          disabledAt
          department {
            id
            name
          }
          roles {
            id
            role
            department {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const DepartmentsQuery = graphql(`
  query PeopleDepartments {
    departments {
      id
      name
    }
  }
`);

export const PersonQuery = graphql(
  `
    query Person($user: ID!) {
      departments {
        id
        name
      }
      person(user: $user) {
        ...PersonFields
      }
    }
  `,
  [personFields],
);

export type People = ResultOf<typeof PeopleQuery>;
export type Listed = People["people"]["edges"][number]["node"];
export type Department = People["departments"][number];
export type Person = NonNullable<ResultOf<typeof PersonQuery>["person"]>;
export type HeldRole = Person["roles"][number];
export type Led = Person["leads"][number];
export type Deputy = Person["deputyFor"][number];
export type Owned = Person["ownedActions"][number];
export type EndedRole = Person["endedRoles"][number];

export const AddMutation = graphql(
  `
    mutation AddPerson($input: AddPersonInput!) {
      done: addPerson(input: $input) {
        __typename
        ... on PersonSaved {
          person {
            ...PersonFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [personFields, failureFields],
);

export const ChangeMutation = graphql(
  `
    mutation ChangePerson($input: ChangePersonInput!) {
      done: changePerson(input: $input) {
        __typename
        ... on PersonSaved {
          person {
            ...PersonFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [personFields, failureFields],
);

export const GrantMutation = graphql(
  `
    mutation GrantRole($input: GrantRoleInput!) {
      done: grantRole(input: $input) {
        __typename
        ... on PersonSaved {
          person {
            ...PersonFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [personFields, failureFields],
);

export const EndMutation = graphql(
  `
    mutation EndRole($input: EndRoleInput!) {
      done: endRole(input: $input) {
        __typename
        ... on PersonSaved {
          person {
            ...PersonFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [personFields, failureFields],
);

export const DisableMutation = graphql(
  `
    mutation DisablePerson($input: PersonInput!) {
      done: disablePerson(input: $input) {
        __typename
        ... on PersonSaved {
          person {
            ...PersonFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [personFields, failureFields],
);

export const EnableMutation = graphql(
  `
    mutation EnablePerson($input: PersonInput!) {
      done: enablePerson(input: $input) {
        __typename
        ... on PersonSaved {
          person {
            ...PersonFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [personFields, failureFields],
);
