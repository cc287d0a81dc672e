import { graphql } from "gql.tada";
import { citedByQuestion } from "./evidence/cited-by-question.ts";
import { contentFields, findingFields, signatureFields } from "./fragments.ts";

export const AssessmentsQuery = graphql(`
  query Assessments($filter: AssessmentFilter, $orderBy: AssessmentOrder!, $first: Int!, $after: String) {
    viewer {
      canStartAssessment
      canReview
    }
    departments {
      id
      name
    }
    assessments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          reference
          title
          status
          startedOn
          reviewDueOn
          department {
            id
            name
          }
          leadOfficer {
            id
            name
          }
        }
      }
    }
  }
`);

export const OverviewQuery = graphql(
  `
    query Overview($reference: String!) {
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
        startedOn
        completedOn
        reviewDueOn
        canWatch
        reviewCauses {
          kind
          words
          title
          before
          now
          source
          foundAt
          metric {
            id
            code
          }
        }
        improvementActions {
          id
          objective
          action
          status
          overdue
          dueInForce
          inForce
        }
        supersededBy {
          id
          reference
          title
        }
        changesRequestedBecause
        commentCounts {
          section
          open
          resolved
          unanswered
        }
        revisions {
          number
          sealedAt
        }
        standsInRegister
        availableActions
        unavailableActions {
          action
          because
        }
        department {
          id
          name
        }
        template {
          id
          title
          version
        }
        formMove {
          to {
            id
            version
          }
        }
        leadOfficer {
          id
          name
          jobTitle
        }
        contributors {
          id
          name
          jobTitle
        }
        source {
          key
          title
          committee
          meetingDate
        }
        sections {
          key
          title
          status
          askedWhen
          answered
          required
        }
        screeningDecision {
          likelyImpact
          reportRequired
          requiredBy
          decidedOn
        }
        keptAside {
          place
        }
        givenUpTexts {
          id
        }
        ...CitedByQuestion
        findings {
          ...FindingFields
        }
        signatures {
          ...SignatureFields
        }
        history(first: 50) {
          totalCount
          edges {
            node {
              id
              at
              label
              reason
              revision
              actor {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [findingFields, signatureFields, citedByQuestion],
);

export const DraftQuery = graphql(
  `
    query Draft($reference: String!) {
      viewer {
        user {
          id
        }
      }
      assessment(reference: $reference) {
        ...ContentFields
        findings {
          ...FindingFields
        }
      }
    }
  `,
  [contentFields, findingFields],
);

/** What is signed, with all that the signatory should know before: one answer of the server, so that the hash fits the text. */
export const SigningQuery = graphql(
  `
    query Signing($reference: String!) {
      viewer {
        maySignUntil
        user {
          id
        }
      }
      assessment(reference: $reference) {
        ...ContentFields
        signingStatement
        signingElements {
          stage
          title
          complete
        }
        screeningDecision {
          likelyImpact
          reportRequired
          requiredBy
        }
        findings {
          ...FindingFields
        }
        blockers {
          path
          message
        }
        keptAside {
          place
        }
        givenUpTexts {
          id
        }
        unavailableActions {
          action
          because
        }
        leadOfficer {
          id
          name
          jobTitle
        }
        contributors {
          id
          name
          jobTitle
        }
        department {
          id
          name
        }
        signatures {
          ...SignatureFields
        }
      }
    }
  `,
  [contentFields, findingFields, signatureFields],
);
