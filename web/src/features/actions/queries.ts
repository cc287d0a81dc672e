import { graphql } from "gql.tada";
import { failureFields } from "../../data/failure.ts";

const listedFields = graphql(`
  fragment ListedAction on EqualityAction @_unmask {
    id
    objective
    action
    target
    officer
    dueInForce
    status
    overdue
    owner {
      id
      name
    }
    metric {
      id
      code
      title
    }
    notes {
      number
      recordedAt
    }
    assessment {
      id
      reference
      title
    }
  }
`);

export const ActionsQuery = graphql(
  `
    query Actions(
      $filter: EqualityActionFilter
      $first: Int!
      $after: String
      $plan: String!
      $byPlan: Boolean!
      $organisation: String!
      $byOrganisation: Boolean!
    ) {
      departments {
        id
        name
      }
      organisation(code: $organisation) @include(if: $byOrganisation) {
        id
        name
      }
      strategy(slug: $plan) @include(if: $byPlan) {
        id
        title
      }
      equalityActions(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ListedAction
          }
        }
      }
    }
  `,
  [listedFields],
);

const actionFields = graphql(`
  fragment WholeAction on EqualityAction @_unmask {
    id
    objective
    action
    target
    officer
    due
    dueInForce
    status
    overdue
    canTrack
    linksVersion
    owner {
      id
      name
      jobTitle
    }
    metric {
      id
      code
      title
    }
    deliveryAction {
      id
      reference
      title
      strategy {
        id
        slug
      }
    }
    notes {
      number
      kind
      text
      status
      dueBefore
      dueAfter
      recordedAt
      author {
        id
        name
      }
    }
    assessment {
      id
      reference
      title
      leadOfficer {
        id
        name
      }
    }
  }
`);

export const ActionQuery = graphql(
  `
    query Action($id: ID!) {
      viewer {
        user {
          id
        }
      }
      equalityAction(id: $id) {
        ...WholeAction
      }
      strategies(first: 50) {
        edges {
          node {
            id
            title
            actions(first: 100) {
              edges {
                node {
                  id
                  reference
                  title
                }
              }
            }
          }
        }
      }
    }
  `,
  [actionFields],
);

export const ProgressMutation = graphql(
  `
    mutation RecordActionProgress($input: RecordActionProgressInput!) {
      recordActionProgress(input: $input) {
        __typename
        ... on EqualityActionSaved {
          action {
            ...WholeAction
          }
        }
        ...FailureFields
      }
    }
  `,
  [actionFields, failureFields],
);

export const DueMutation = graphql(
  `
    mutation ResetActionDue($input: ResetActionDueInput!) {
      resetActionDue(input: $input) {
        __typename
        ... on EqualityActionSaved {
          action {
            ...WholeAction
          }
        }
        ...FailureFields
      }
    }
  `,
  [actionFields, failureFields],
);

export const LinksMutation = graphql(
  `
    mutation LinkAction($input: LinkActionInput!) {
      linkAction(input: $input) {
        __typename
        ... on EqualityActionSaved {
          action {
            ...WholeAction
          }
        }
        ...FailureFields
      }
    }
  `,
  [actionFields, failureFields],
);
