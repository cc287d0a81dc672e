import { graphql } from "gql.tada";

/** The table over what was chosen, and what it can be chosen from. */
export const ImpactQuery = graphql(`
  query Impact($filter: AssessmentFilter) {
    departments {
      id
      name
      slug
    }
    strategies(first: 100) {
      edges {
        node {
          id
          slug
          title
          startsOn
          endsOn
          gaps {
            assessmentCount
            openActionCount
            actionsWithoutAssessment {
              id
            }
          }
        }
      }
    }
    cumulativeImpact(filter: $filter) {
      assessmentCount
      notCounted
      headline
      assessments {
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
      cells {
        characteristic
        label
        column
        columnLabel
        count
        entries {
          stage
          reason
          assessment {
            id
          }
        }
      }
      harmsWithoutAction {
        characteristic
        label
        direction
        kind
        openActions
        assessment {
          id
          reference
          title
        }
      }
    }
  }
`);
