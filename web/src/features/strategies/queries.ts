import { graphql } from "gql.tada";

export const StrategiesQuery = graphql(`
  query Strategies {
    strategies(first: 100) {
      totalCount
      edges {
        node {
          id
          slug
          title
          summary
          isDraft
          startsOn
          endsOn
          organisations {
            id
            name
          }
        }
      }
    }
  }
`);

export const StrategyQuery = graphql(`
  query Strategy($slug: String!) {
    strategy(slug: $slug) {
      id
      slug
      title
      fullTitle
      summary
      isDraft
      startsOn
      endsOn
      doubts
      organisations {
        id
        name
      }
      supersedes {
        id
        slug
        title
      }
      supersededBy {
        id
        slug
        title
      }
      source {
        key
        title
        committee
        meetingDate
      }
      elements {
        id
        kind
        number
        title
        text
        found
        willDo
        howWeWillKnow
        doubts
        parent {
          id
        }
        metrics {
          id
          code
          title
        }
      }
      actions(first: 200) {
        totalCount
        edges {
          node {
            id
            reference
            title
            responsible
            duePrinted
            dueBy
            status
            doubts
            element {
              id
              title
            }
            metric {
              id
              code
              title
            }
          }
        }
      }
    }
  }
`);
