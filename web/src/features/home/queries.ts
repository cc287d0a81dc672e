import { graphql } from "gql.tada";

export const HomeQuery = graphql(`
  query Home {
    viewer {
      canStartAssessment
      user {
        name
        jobTitle
      }
      department {
        name
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
    waiting: assessments(filter: { waitingForMe: true, status: [IN_REVIEW, REVIEW_DUE] }, first: 20) {
      totalCount
      edges {
        node {
          id
          reference
          title
          status
          startedOn
          department {
            name
          }
        }
      }
    }
  }
`);
