import { graphql } from "gql.tada";

export const figureFields = graphql(`
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

export const ratingFields = graphql(`
  fragment RatingFields on Rating @_unmask {
    scheme
    judged
    suggested
    comparison
    suggestedComparison
    effective
    reason
    suggestedReason
    judgedAt
    judgedBy {
      id
      name
    }
  }
`);
