import { graphql, type ResultOf } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const PeopleQuery = graphql(`
  query AssessmentPeople($reference: String!) {
    assessment(reference: $reference) {
      id
      reference
      title
      canInvite
      canHandOver
      leadOfficer {
        id
        name
        jobTitle
      }
      drafters {
        role
        addedAt
        removedAt
        user {
          id
          name
          jobTitle
        }
      }
    }
  }
`);

export type AssessmentPeople = NonNullable<ResultOf<typeof PeopleQuery>["assessment"]>;
export type Drafter = AssessmentPeople["drafters"][number];

export const CandidatesQuery = graphql(`
  query Candidates($reference: String!, $search: String!) {
    assessment(reference: $reference) {
      id
      candidates(search: $search) {
        drafts
        bars
        cannotDraft
        user {
          id
          name
          jobTitle
        }
        department {
          id
          name
        }
      }
    }
  }
`);

export type Candidate = NonNullable<ResultOf<typeof CandidatesQuery>["assessment"]>["candidates"][number];

export const InviteMutation = graphql(
  `
    mutation InviteContributor($input: InviteContributorInput!) {
      inviteContributor(input: $input) {
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

export const RemoveMutation = graphql(
  `
    mutation RemoveContributor($input: RemoveContributorInput!) {
      removeContributor(input: $input) {
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

export const HandOverMutation = graphql(
  `
    mutation HandOverLead($input: HandOverLeadInput!) {
      handOverLead(input: $input) {
        __typename
        ... on LeadHandedOver {
          reference
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
