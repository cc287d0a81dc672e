import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

const movedFields = graphql(`
  fragment MovedFields on FormMoveAnswer @_unmask {
    question
    part
    label
    says
  }
`);

/** What moving an assessment to the newest version of its form would do. */
export const MoveQuery = graphql(
  `
    query MoveForm($reference: String!) {
      assessment(reference: $reference) {
        id
        reference
        title
        template {
          id
          title
          version
        }
        formMove {
          to {
            id
            key
            version
          }
          changes {
            kind
            section
            question
            name
            details {
              what
              before
              after
            }
          }
          carried {
            ...MovedFields
          }
          added {
            question
            label
            text
            isRequired: required
          }
          setAside {
            ...MovedFields
          }
          returning {
            ...MovedFields
          }
          sections {
            key
            title
            before
            after
          }
        }
      }
    }
  `,
  [movedFields],
);

export const MoveMutation = graphql(
  `
    mutation MoveToForm($input: MoveAssessmentToFormInput!) {
      moveAssessmentToForm(input: $input) {
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
