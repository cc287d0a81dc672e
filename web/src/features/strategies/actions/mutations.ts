import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const RecordProgressMutation = graphql(
  `
    mutation RecordProgress($input: RecordDeliveryProgressInput!) {
      recordDeliveryProgress(input: $input) {
        __typename
        ... on DeliveryProgressRecorded {
          action {
            id
            reference
            status
            progress {
              number
            }
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
