import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const WatchQuery = graphql(`
  query Watch($reference: String!) {
    assessment(reference: $reference) {
      id
      reference
      title
      reviewDueOn
      canWatch
      evidence {
        id
        kind
        pinned {
          title
          display
        }
        watch {
          above
          below
          version
        }
      }
    }
  }
`);

export const WatchMutation = graphql(
  `
    mutation WatchEvidence($input: WatchEvidenceInput!) {
      watchEvidence(input: $input) {
        __typename
        ... on EvidenceWatched {
          evidence {
            id
            watch {
              above
              below
              version
            }
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const ReviewDateMutation = graphql(
  `
    mutation SetReviewDate($input: SetReviewDateInput!) {
      setReviewDate(input: $input) {
        __typename
        ... on AssessmentSaved {
          assessment {
            id
            reviewDueOn
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
