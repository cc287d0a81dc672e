import { graphql } from "gql.tada";

/** Word for word docs/queries/home.graphql: a test here holds them together, and one of the API counts its statements. */
export const HomeQuery = graphql(`
  query Home($dueBy: Date!) {
    viewer {
      canStartAssessment
      roles {
        role
      }
      user {
        name
        jobTitle
      }
    }
    notices(unread: true, first: 5) {
      totalCount
      edges {
        node {
          id
          urgency
          words
          address
          at
          by {
            name
          }
        }
      }
    }
    drafts: assessments(filter: { mine: true, status: [DRAFT, CHANGES_REQUESTED] }, first: 20) {
      totalCount
      edges {
        node {
          id
          reference
          title
          status
          startedOn
          changesRequestedBecause
        }
      }
    }
    waiting: assessments(filter: { waitingForMe: true, status: [IN_REVIEW, REVIEW_DUE, SIGNED_OFF] }, first: 20) {
      totalCount
      edges {
        node {
          id
          reference
          title
          status
          publicationStep
          department {
            name
          }
        }
      }
    }
    signed: assessments(filter: { mine: true, status: [SIGNED_OFF, PUBLISHED, REVIEW_DUE] }, first: 50) {
      edges {
        node {
          id
          reference
          title
          reviewDueOn
          changedEvidenceCount
        }
      }
    }
    actions: equalityActions(filter: { mine: true, dueBy: $dueBy }, first: 20) {
      totalCount
      edges {
        node {
          id
          action
          dueInForce
          officer
          assessment {
            reference
            title
          }
        }
      }
    }
    awaitedResults {
      observation {
        id
        metric {
          code
          title
        }
        organisation {
          name
        }
        period {
          label
        }
      }
      expectedOn
      stage
      assessments {
        reference
        title
      }
    }
  }
`);
