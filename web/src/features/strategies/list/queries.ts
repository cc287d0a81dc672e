import { graphql, type ResultOf } from "gql.tada";
import { summaryFields } from "../fragments.ts";

export const StrategiesQuery = graphql(
  `
    query Strategies($filter: StrategyFilter, $first: Int!, $after: String, $on: Date) {
      owners: strategies(first: 200) {
        totalCount
        edges {
          node {
            id
            organisations {
              id
              code
              name
            }
          }
        }
      }
      strategies(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            slug
            title
            isDraft
            startsOn
            endsOn
            metricCount
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
            elements {
              id
              kind
              title
            }
            ratings {
              edition {
                organisation {
                  id
                  name
                }
                period {
                  label
                }
              }
              summary {
                ...SummaryFields
              }
            }
            gaps(on: $on) {
              on
              outcomeCount
              outcomesWithoutMetric {
                id
              }
              priorityCount
              prioritiesWithoutMetric {
                id
              }
              toBeReachedCount
              elementsWithoutAssessment {
                id
              }
              assessmentCount
              openActionCount
              actionCount
              overdueActions {
                id
              }
            }
          }
        }
      }
    }
  `,
  [summaryFields],
);

export type ListedStrategy = ResultOf<typeof StrategiesQuery>["strategies"]["edges"][number]["node"];
