import { graphql } from "gql.tada";
import { figureFields, ratingFields } from "../fragments.ts";

export const EditionsQuery = graphql(`
  query Editions {
    dashboardEditions {
      title
      scheme
      reportedOn
      organisation {
        id
        code
        name
        kind
      }
      period {
        code
        label
        start
        end
      }
    }
  }
`);

const rowFields = graphql(
  `
    fragment RowFields on MetricResult @_unmask {
      position
      title
      betterCareFund
      quartile
      doubts
      currentIsForecast
      currentPeriod {
        code
        label
      }
      metric {
        id
        code
        officialCode
        aim
        unit
        framework
        equalityActionCounts(organisation: $organisation) {
          open
          overdue
        }
      }
      current {
        ...FigureFields
      }
      previous {
        ...FigureFields
      }
      revisedSince {
        id
        display
        recordedAt
        source {
          key
          title
        }
      }
      target {
        kind
        display
        note
      }
      nextTarget {
        display
        period {
          label
        }
      }
      benchmark {
        group
        display
      }
      ranking {
        rank
        of
        tied
        basis
      }
      earlierRanking {
        rank
        of
        tied
        basis
      }
      earlierThisYear {
        id
        display
        period {
          label
          end
        }
      }
      series(last: 12) {
        id
        value
        display
        period {
          label
        }
      }
      commentary {
        id
        data
        review
        action
        writtenAt
        author {
          id
          name
          jobTitle
        }
      }
      printed {
        code
        title
        comments
      }
      rating {
        ...RatingFields
      }
      progress {
        comparison
        basis
      }
      forecast {
        value
        basis
      }
    }
  `,
  [figureFields, ratingFields],
);

export const DashboardQuery = graphql(
  `
    query Dashboard($organisation: String!, $period: String!, $asAt: DateTime) {
      viewer {
        user {
          id
        }
        canWriteMetrics(organisation: $organisation)
        canJudgeRatings(organisation: $organisation)
      }
      dashboard(organisation: $organisation, period: $period, asAt: $asAt) {
        title
        scheme
        asAt
        reportedOn
        columns
        organisation {
          id
          code
          name
        }
        period {
          code
          label
          kind
          start
          end
        }
        source {
          key
          title
          committee
          meetingDate
          doubts
        }
        summary {
          rows
          judged
          sentence
          counts {
            key
            label
            count
          }
        }
        groups {
          layer {
            id
            title
          }
          outcome {
            id
            title
          }
          supportingOutcome {
            id
            title
          }
          rows {
            ...RowFields
          }
        }
      }
    }
  `,
  [rowFields],
);
