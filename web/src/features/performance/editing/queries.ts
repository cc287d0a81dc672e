import { graphql } from "gql.tada";
import { figureFields, ratingFields } from "../fragments.ts";

/** A row as it stands now, with all that its forms start from, whatever a committee saw. */
export const EditableRowQuery = graphql(
  `
    query EditableRow($metric: String!, $organisation: String!, $asAt: DateTime!) {
      viewer {
        user {
          id
        }
        canWriteMetrics(organisation: $organisation)
        canJudgeRatings(organisation: $organisation)
      }
      metric(code: $metric) {
        id
        code
        aim
        unit
        numeratorLabel
        denominatorLabel
        results(organisation: $organisation, asAt: $asAt) {
          title
          currentIsForecast
          edition {
            scheme
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
          }
          currentPeriod {
            code
            label
          }
          targetPeriod {
            code
            label
          }
          ratingPeriod {
            code
            label
          }
          current {
            ...FigureFields
            value
            numerator
            denominator
            count
            countOf
            recordedAt
          }
          target {
            kind
            operator
            low
            high
            display
            tolerance
            toleranceKind
            benchmarkGroup
            benchmarkPeriod {
              code
            }
            note
            recordedAt
          }
          rating {
            ...RatingFields
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
            }
          }
        }
      }
    }
  `,
  [figureFields, ratingFields],
);
