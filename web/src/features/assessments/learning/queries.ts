import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";
import { savedAnswers } from "../mutations.ts";

/** How others answered a question of this draft: asked when somebody wants to see it, and not before. */
export const EarlierAnswersQuery = graphql(`
  query EarlierAnswers($reference: String!, $question: String!, $first: Int!) {
    assessment(reference: $reference) {
      id
      earlierAnswers(question: $question, first: $first) {
        part
        text
        revision
        savedAt
        assessment {
          id
          reference
          title
          status
          completedOn
          department {
            id
            name
          }
        }
      }
    }
  }
`);

export const CopyAnswerMutation = graphql(
  `
    mutation CopyAnswer($input: CopyAnswerInput!) {
      copyAnswer(input: $input) {
        __typename
        ...SavedAnswers
        ...FailureFields
      }
    }
  `,
  [savedAnswers, failureFields],
);
