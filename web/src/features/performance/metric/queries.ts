import { graphql } from "gql.tada";

/** Whose figures there are, for an address that names nobody; whose reader this is; and any organisation at all. */
import { comparedFields, figureFields, paperFields, saidFields, targetFields } from "./fragments.ts";

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
    dashboardEditions {
      organisation {
        id
        code
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
        equalityActionCounts(organisation: $organisation) {
          open
          overdue
        }
        equalityActions(organisation: $organisation, open: true, first: 10) {
          id
          objective
          action
          dueInForce
          status
          overdue
          owner {
            id
            name
          }
          officer
          assessment {
            id
            reference
            title
          }
        }
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
