import { graphql } from "gql.tada";

export const summaryFields = graphql(`
  fragment SummaryFields on DashboardSummary @_unmask {
    rows
    judged
    sentence
    counts {
      key
      label
      count
    }
  }
`);
