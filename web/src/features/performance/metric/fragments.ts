import { graphql } from "gql.tada";
import { ratingFields } from "../fragments.ts";

/** Whose figures there are, for an address that names nobody; whose reader this is; and any organisation at all. */

export const paperFields = graphql(`
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

export const figureFields = graphql(
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

export const targetFields = graphql(
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

export const comparedFields = graphql(
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

export const saidFields = graphql(
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
      judgements(organisation: $organisation, asAt: $asAt) {
        period {
          code
        }
        judged
        comparison
        reason
        judgedAt
        judgedBy {
          id
          name
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
