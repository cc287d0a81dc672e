import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const LinkEvidenceMutation = graphql(
  `
    mutation LinkEvidence($input: LinkEvidenceInput!) {
      linkEvidence(input: $input) {
        __typename
        ... on EvidenceLinked {
          assessment {
            id
          }
          evidence {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const ReciteEvidenceMutation = graphql(
  `
    mutation ReciteEvidence($input: ReciteEvidenceInput!) {
      reciteEvidence(input: $input) {
        __typename
        ... on EvidenceLinked {
          assessment {
            id
          }
          evidence {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const SaveEvidenceNoteMutation = graphql(
  `
    mutation SaveEvidenceNote($input: SaveEvidenceNoteInput!) {
      saveEvidenceNote(input: $input) {
        __typename
        ... on EvidenceLinked {
          assessment {
            id
          }
          evidence {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const UnlinkEvidenceMutation = graphql(
  `
    mutation UnlinkEvidence($input: UnlinkEvidenceInput!) {
      unlinkEvidence(input: $input) {
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
