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
    waiting: assessments(filter: { waitingForMe: true }, first: 20) {
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
