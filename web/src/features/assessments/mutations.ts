import { graphql } from "gql.tada";
import { failureFields } from "../../data/failure.ts";

/** Each success names the assessment's id: that is how the client knows which pages to bring up to date. */

export const StartMutation = graphql(
  `
    mutation Start($input: StartAssessmentInput!) {
      startAssessment(input: $input) {
        __typename
        ... on AssessmentSaved {
          assessment {
            id
            reference
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

/** What a save of answers says when it is done, whichever mutation made it. */
export const savedAnswers = graphql(`
  fragment SavedAnswers on AnswersSaved @_unmask {
    savedAt
    assessment {
      id
    }
    answers {
      question
      part
      choice
      text
      version
    }
  }
`);

export const SaveAnswersMutation = graphql(
  `
    mutation SaveAnswers($input: SaveAnswersInput!) {
      saveAnswers(input: $input) {
        __typename
        ...SavedAnswers
        ...FailureFields
      }
    }
  `,
  [savedAnswers, failureFields],
);

export const SaveCharacteristicsMutation = graphql(
  `
    mutation SaveCharacteristics($input: SaveCharacteristicImpactsInput!) {
      saveCharacteristicImpacts(input: $input) {
        __typename
        ... on CharacteristicImpactsSaved {
          savedAt
          assessment {
            id
          }
          impacts {
            characteristic
            stage
            affected
            direction
            comments
            barriers
            version
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const SaveRightsMutation = graphql(
  `
    mutation SaveRights($input: SaveRightImpactsInput!) {
      saveRightImpacts(input: $input) {
        __typename
        ... on RightImpactsSaved {
          savedAt
          assessment {
            id
          }
          impacts {
            part
            article
            stage
            affected
            comments
            justification {
              prescribedByLaw
              legitimateAim
              necessary
              proportionate
            }
            version
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const SaveActionMutation = graphql(
  `
    mutation SaveAction($input: SaveImprovementActionInput!) {
      saveImprovementAction(input: $input) {
        __typename
        ... on ImprovementActionSaved {
          savedAt
          assessment {
            id
          }
          improvementAction {
            id
            objective
            action
            target
            officer
            due
            fromQuestion
            version
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const TransitionMutation = graphql(
  `
    mutation Transition($input: TransitionAssessmentInput!) {
      transitionAssessment(input: $input) {
        __typename
        ... on AssessmentSaved {
          assessment {
            id
            reference
            status
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
