import { graphql } from "gql.tada";
import { figureFields, ratingFields } from "../fragments.ts";

export const MetricOrganisationsQuery = graphql(`
  query MetricOrganisations($code: String!) {
    metric(code: $code) {
      id
      organisations {
        id
        code
        name
      }
    }
  }
`);

export const MetricQuery = graphql(
  `
    query Metric($code: String!, $organisation: String!) {
      metric(code: $code) {
        id
        code
        officialCode
        title
        description
        framework
        aim
        unit
        accumulation
        numeratorLabel
        denominatorLabel
        organisations {
          id
          code
          name
        }
        definitions {
          validFrom
          validTo
          text
          breakNote
          source {
            key
            title
          }
        }
        strategyElements {
          id
          kind
          title
          strategy {
            id
            slug
            title
          }
        }
        observations(organisation: $organisation, first: 200) {
          totalCount
          edges {
            node {
              ...FigureFields
              value
              numerator
              denominator
              recordedAt
              source {
                key
                title
                committee
                meetingDate
              }
              period {
                kind
                start
                end
              }
              revisions {
                id
                display
                recordedAt
                supersededAt
                source {
                  key
                  title
                }
              }
            }
          }
        }
        targets(organisation: $organisation) {
          kind
          low
          high
          display
          note
          period {
            code
            label
            kind
            start
            end
          }
        }
        results(organisation: $organisation) {
          position
          title
          edition {
            title
            reportedOn
            period {
              code
              label
            }
          }
          current {
            ...FigureFields
          }
          target {
            display
          }
          benchmark {
            group
            display
          }
          rating {
            ...RatingFields
          }
          quartile
        }
      }
    }
  `,
  [figureFields, ratingFields],
);
