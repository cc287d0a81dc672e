import { graphql } from "gql.tada";
import { ratingFields } from "../fragments.ts";

/** Whose figures there are, for an address that names nobody; whose reader this is; and any organisation at all. */
export const MetricOrganisationsQuery = graphql(`
  query MetricOrganisations($code: String!) {
    metric(code: $code) {
      id
      organisations {
        id
        code
        kind
      }
    }
    viewer {
      department {
        id
        organisation {
          id
          code
        }
      }
    }
    organisations(first: 1) {
      edges {
        node {
          id
          code
        }
      }
    }
  }
`);

/** Whether this reader may change the organisation's figures or judge them: the same for every measure. */
export const EditingRightsQuery = graphql(`
  query EditingRights($organisation: String!) {
    viewer {
      canWriteMetrics(organisation: $organisation)
      canJudgeRatings(organisation: $organisation)
    }
  }
`);

const paperFields = graphql(`
  fragment PaperFields on Source @_unmask {
    key
    title
    committee
    meetingDate
  }
`);

const periodFields = graphql(`
  fragment PeriodFields on Period @_unmask {
    code
    label
    kind
    start
    end
  }
`);

const figureFields = graphql(
  `
    fragment SeriesFigure on Observation @_unmask {
      id
      display
      status
      unit
      value
      noValueReason
      note
      doubts
      recordedAt
      period {
        ...PeriodFields
      }
      source {
        ...PaperFields
      }
      revisions {
        id
        display
        recordedAt
        supersededAt
        source {
          ...PaperFields
        }
      }
    }
  `,
  [paperFields, periodFields],
);

const targetFields = graphql(
  `
    fragment TargetFields on Target @_unmask {
      kind
      operator
      low
      high
      display
      note
      recordedAt
      supersededAt
      period {
        ...PeriodFields
      }
      source {
        ...PaperFields
      }
      revisions {
        display
        recordedAt
        supersededAt
        source {
          ...PaperFields
        }
      }
    }
  `,
  [paperFields, periodFields],
);

const comparedFields = graphql(
  `
    fragment ComparedFields on Metric @_unmask {
      benchmarks(asAt: $asAt) {
        group
        value
        display
        period {
          ...PeriodFields
        }
        source {
          ...PaperFields
        }
      }
      reportedStandings(organisation: $organisation, asAt: $asAt) {
        group
        rank
        of
        tied
        quartile
        display
        doubts
        period {
          ...PeriodFields
        }
        source {
          ...PaperFields
        }
      }
      breakdowns(organisation: $organisation, period: $breakdownPeriod, asAt: $asAt) {
        characteristic
        period {
          ...PeriodFields
        }
        periods {
          code
          label
        }
        observations {
          id
          display
          status
          value
          unit
          noValueReason
          note
          doubts
          breakdown {
            category
          }
        }
        disparities {
          category
          reference
          ratio
          low
          high
          couldBeChance
          note
        }
      }
    }
  `,
  [paperFields, periodFields],
);

const saidFields = graphql(
  `
    fragment SaidFields on Metric @_unmask {
      commentary(organisation: $organisation, asAt: $asAt) {
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
        period {
          ...PeriodFields
        }
      }
      results(organisation: $organisation, asAt: $asAt) {
        position
        title
        ratingPeriod {
          code
          label
        }
        edition {
          title
          reportedOn
          period {
            code
            label
          }
          source {
            ...PaperFields
          }
        }
        current {
          id
          display
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
      }
    }
  `,
  [paperFields, periodFields, ratingFields],
);

/**
 * All that the page shows but the ranks, in one prepared statement, and the assessments in another, which the policy
 * filters. docs/queries/metric-page.graphql is the same query, and a test of the API counts its statements.
 */
export const MetricQuery = graphql(
  `
    query Metric(
      $code: String!
      $organisation: String!
      $organisations: [String!]!
      $breakdownPeriod: String
      $asAt: DateTime
    ) {
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
        rankingGroups
        organisations {
          id
          code
          name
          kind
        }
        definitions {
          validFrom
          validTo
          text
          breakNote
          source {
            ...PaperFields
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
        sideBySide(organisations: $organisations, asAt: $asAt) {
          organisation {
            id
            code
            name
          }
          observations {
            ...SeriesFigure
          }
        }
        targets(organisation: $organisation, asAt: $asAt) {
          ...TargetFields
        }
        ...ComparedFields
        ...SaidFields
        assessments(first: 20) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              id
              reference
              title
              status
              startedOn
            }
          }
        }
      }
    }
  `,
  [paperFields, figureFields, targetFields, comparedFields, saidFields],
);

const standingFields = graphql(`
  fragment StandingFields on Standing @_unmask {
    organisation {
      id
      code
      name
    }
    value
    rank
    tied
    quartile
  }
`);

/**
 * Quarters and places over the periods that the page shows, and everybody's place in one of them: one prepared statement.
 * A query of its own, because only the figures tell which periods these are.
 */
export const MetricRanksQuery = graphql(
  `
    query MetricRanks(
      $code: String!
      $group: String!
      $periods: [String!]!
      $organisations: [String!]!
      $period: [String!]!
      $asAt: DateTime
    ) {
      metric(code: $code) {
        id
        series: groupRankings(group: $group, periods: $periods, organisations: $organisations, asAt: $asAt) {
          group
          of
          groupMedian
          period {
            code
            label
          }
          thresholds {
            top
            middle
            bottom
          }
          standings {
            ...StandingFields
          }
        }
        everybody: groupRankings(group: $group, periods: $period, asAt: $asAt) {
          group
          of
          groupMedian
          period {
            code
            label
          }
          thresholds {
            top
            middle
            bottom
          }
          standings {
            ...StandingFields
          }
        }
      }
    }
  `,
  [standingFields],
);
