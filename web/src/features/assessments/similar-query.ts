import { graphql } from "gql.tada";

/** Earlier assessments like the one that somebody is about to start. */
export const SimilarQuery = graphql(`
  query SimilarAssessments($title: String!, $department: ID) {
    similarAssessments(title: $title, department: $department) {
      id
      reference
      title
      status
      department {
        id
        name
      }
    }
  }
`);
