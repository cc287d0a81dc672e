import { graphql } from "gql.tada";

export const StartQuery = graphql(`
  query StartAssessment {
    viewer {
      canStartAssessment
      department {
        id
      }
    }
    departments {
      id
      name
      organisation {
        name
      }
    }
    formTemplates {
      id
      key
      version
      title
      publishedAt
    }
  }
`);
