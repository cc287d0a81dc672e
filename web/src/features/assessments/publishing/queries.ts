import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const PublishQuery = graphql(`
  query Publish($reference: String!) {
    viewer {
      user {
        id
      }
    }
    assessment(reference: $reference) {
      id
      reference
      title
      status
      revision
      availableActions
      unavailableActions {
        action
        because
      }
      publication {
        openHits
        hits {
          id
          place
          label
          kinds
          text
          before
          after
          decision {
            choice
            reason
            replacement
            version
            at
            by {
              id
              name
            }
          }
        }
        texts {
          place
          label
          text
        }
        prepared {
          hash
          edition
          preparedAt
          approvedAt
          previewAddress
          preparedBy {
            id
            name
          }
          approvedBy {
            id
            name
          }
          files {
            format
            bytes
            sha256
            address
          }
        }
      }
    }
  }
`);

/** The answer names the assessment's id alone: the page asks anew, as whatever was prepared is gone. */
export const DecideMutation = graphql(
  `
    mutation DecideRedactions($input: DecideRedactionsInput!) {
      decideRedactions(input: $input) {
        __typename
        ... on AssessmentSaved {
          assessment {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const PrepareMutation = graphql(
  `
    mutation PreparePublication($input: PreparePublicationInput!) {
      preparePublication(input: $input) {
        __typename
        ... on AssessmentSaved {
          assessment {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
