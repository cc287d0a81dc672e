import { graphql } from "gql.tada";

/** What a report would say of what was chosen, and what there is to choose from. */
export const PackQuery = graphql(`
  query Pack($filter: AssessmentFilter!) {
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
        }
      }
    }
    dashboardEditions {
      title
      reportedOn
      organisation {
        id
        code
        name
      }
      period {
        code
        label
      }
    }
    committeePack(filter: $filter) {
      text
      parts {
        heading
        paragraphs
      }
      references {
        reference
        title
        details
      }
      assessments {
        id
        reference
        title
        status
      }
      leftOut {
        id
        reference
        title
        status
      }
    }
  }
`);
