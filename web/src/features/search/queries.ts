import { graphql } from "gql.tada";

/** Everything that a search of the whole finds, each kind by the door that knows who may see it. */
export const SearchQuery = graphql(`
  query SearchAll($text: String!, $words: String!, $first: Int!) {
    metrics: search(text: $text, kinds: [METRIC], first: $first) {
      totalCount
      edges {
        node {
          ... on Metric {
            id
            code
            title
          }
        }
      }
    }
    elements: search(text: $text, kinds: [STRATEGY_ELEMENT], first: $first) {
      totalCount
      edges {
        node {
          ... on StrategyElement {
            id
            title
            strategy {
              id
              slug
              title
            }
          }
        }
      }
    }
    strategies(filter: { search: $words }, first: $first) {
      totalCount
      edges {
        node {
          id
          slug
          title
        }
      }
    }
    assessments(filter: { search: $words }, first: $first) {
      totalCount
      edges {
        node {
          id
          reference
          title
          status
        }
      }
    }
  }
`);
