import { graphql } from "gql.tada";

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

const figureFields = graphql(`
  fragment FigureFields on Observation @_unmask {
    id
    display
    status
    noValueReason
    expectedOn
    note
    doubts
    period {
      code
      label
    }
  }
`);

const ratingFields = graphql(`
  fragment RatingFields on Rating @_unmask {
    scheme
    judged
    suggested
    comparison
    suggestedComparison
    effective
    reason
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
