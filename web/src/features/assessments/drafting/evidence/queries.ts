import { graphql } from "gql.tada";

export const MetricSearchQuery = graphql(`
  query MetricSearch($search: String!) {
    metrics(filter: { search: $search }, first: 10) {
      totalCount
      edges {
        node {
          id
          code
          officialCode
          title
          framework
          organisations {
            id
            code
            name
          }
        }
      }
    }
  }
`);

export const MetricFiguresQuery = graphql(`
  query MetricFigures($code: String!, $organisation: String!) {
    metric(code: $code) {
      id
      code
      title
      observations(organisation: $organisation, first: 50) {
        edges {
          node {
            id
            display
            status
            note
            doubts
            period {
              code
              label
              end
            }
            organisation {
              id
              name
            }
            source {
              key
              title
              meetingDate
            }
          }
        }
      }
    }
  }
`);
