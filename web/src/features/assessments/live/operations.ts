import { graphql, type ResultOf } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const AssessmentChangedSubscription = graphql(`
  subscription AssessmentChanged($reference: String!, $tab: String!) {
    assessmentChanged(reference: $reference, tab: $tab) {
      kind
      action
      at
      place
      label
      version
      by {
        id
        name
      }
      presence {
        place
        label
        user {
          id
          name
        }
      }
    }
  }
`);

export type Told = ResultOf<typeof AssessmentChangedSubscription>["assessmentChanged"];

export const SetPresenceMutation = graphql(
  `
    mutation SetPresence($input: SetPresenceInput!) {
      setPresence(input: $input) {
        __typename
        ... on PresenceSet {
          presence {
            since
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
