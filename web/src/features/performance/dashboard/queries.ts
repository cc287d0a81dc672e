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
      metric {
        id
        code
        officialCode
        aim
        unit
        framework
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
        display
        note
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
      dashboard(organisation: $organisation, period: $period, asAt: $asAt) {
        title
        scheme
        asAt
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
        source {
          key
          title
          committee
          meetingDate
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
