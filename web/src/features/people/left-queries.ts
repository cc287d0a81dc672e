import { graphql, type ResultOf } from "gql.tada";
import { failureFields } from "../../data/failure.ts";
import { personFields } from "./queries.ts";

/** Who could follow somebody as lead of one assessment. */
export const LeadSuccessorsQuery = graphql(`
  query LeadSuccessors($user: ID!, $reference: String!, $search: String!) {
    person(user: $user) {
      leads(reference: $reference) {
        reference
        successors(search: $search) {
          contributes
          bars
          user {
            id
            name
            jobTitle
          }
          department {
            id
            name
          }
        }
      }
    }
  }
`);

/** Who could follow somebody as owner of one action. */
export const OwnerSuccessorsQuery = graphql(`
  query OwnerSuccessors($user: ID!, $action: ID!, $search: String!) {
    person(user: $user) {
      ownedActions(action: $action) {
        action {
          id
        }
        successors(search: $search) {
          contributes
          bars
          user {
            id
            name
            jobTitle
          }
          department {
            id
            name
          }
        }
      }
    }
  }
`);

export type Successor = NonNullable<
  ResultOf<typeof LeadSuccessorsQuery>["person"]
>["leads"][number]["successors"][number];

export const ReassignLeadMutation = graphql(
  `
    mutation ReassignLead($input: ReassignLeadInput!) {
      done: reassignLead(input: $input) {
        __typename
        ... on LeadReassigned {
          lead {
            id
            name
          }
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

export const ReassignActionMutation = graphql(
  `
    mutation ReassignAction($input: ReassignActionInput!) {
      done: reassignAction(input: $input) {
        __typename
        ... on ActionReassigned {
          action {
            id
            linksVersion
            owner {
              id
              name
            }
          }
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
