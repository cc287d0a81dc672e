import { graphql } from "gql.tada";

export const AgendaQuery = graphql(`
  query Agenda($first: Int!, $after: String) {
    reviewAgenda(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          submittedAt
          daysWaiting
          decideBy
          overdue
          openPoints
          openComments
          recommendations {
            recommendation
            by {
              id
              name
            }
          }
          assessment {
            id
            reference
            title
            revision
            department {
              id
              name
            }
            leadOfficer {
              id
              name
            }
            deputy {
              deputy {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

const PAGE_SIZE = 50;

export const agendaVariables = (search: URLSearchParams) => ({
  first: PAGE_SIZE,
  after: search.get("after"),
});
