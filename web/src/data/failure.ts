import { graphql } from "gql.tada";

/** What every mutation may answer instead of its success type. */
export const failureFields = graphql(`
  fragment FailureFields on Error @_unmask {
    __typename
    message
    ... on ValidationError {
      problems {
        path
        message
      }
    }
    ... on NotAllowed {
      remedy
    }
    ... on Conflict {
      conflicts {
        path
        currentVersion
        basedOnVersion
        theirs
        yours
      }
    }
  }
`);
