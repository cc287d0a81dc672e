import { graphql } from "gql.tada";

/** Everything that a search of the whole finds, one search for each kind of thing: each shows how many there are. */
export const SearchQuery = graphql(`
  query SearchAll($text: String!, $first: Int!) {
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
    strategies: search(text: $text, kinds: [STRATEGY], first: $first) {
      totalCount
      edges {
        node {
          ... on Strategy {
            id
            slug
            title
          }
        }
      }
    }
    assessments: search(text: $text, kinds: [ASSESSMENT], first: $first) {
      totalCount
      edges {
        node {
          ... on Assessment {
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
      }
    }
  }
`);
