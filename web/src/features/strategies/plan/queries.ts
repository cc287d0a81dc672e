import { graphql } from "gql.tada";
import { summaryFields } from "../fragments.ts";

const elementFields = graphql(
  `
    fragment ElementFields on StrategyElement @_unmask {
      id
      kind
      number
      title
      text
      found
      willDo
      howWeWillKnow
      doubts
      parent {
        id
      }
      metrics {
        id
        code
        title
      }
      ratings(organisation: $organisation, period: $period) {
        summary {
          ...SummaryFields
        }
        rows {
          position
          title
          metric {
            id
            code
          }
          current {
            id
            display
          }
          rating {
            effective
          }
        }
      }
    }
  `,
  [summaryFields],
);

const actionFields = graphql(`
  fragment ActionFields on DeliveryAction @_unmask {
    id
    reference
    title
    responsible
    duePrinted
    dueBy
    status
    doubts
    overdue(on: $on)
    equalityActionCounts {
      open
      overdue
    }
    element {
      id
      kind
      title
    }
    metric {
      id
      code
      title
    }
    progress {
      number
      text
      status
      recordedAt
      author {
        id
        name
      }
    }
  }
`);

const gapFields = graphql(`
  fragment GapFields on StrategyGaps @_unmask {
    on
    outcomeCount
    outcomesWithoutMetric {
      id
      title
    }
    priorityCount
    prioritiesWithoutMetric {
      id
      title
    }
    toBeReachedCount
    elementsWithoutAssessment {
      id
      title
    }
    assessmentCount
    actionsWithoutAssessment {
      id
      reference
      title
    }
    harmsWithoutAction {
      characteristic
      label
      direction
      kind
      openActions
      assessment {
        id
        reference
        title
      }
    }
    actionCount
    openActionCount
    overdueActions {
      id
      reference
      title
      duePrinted
      dueBy
    }
  }
`);

const ratingsFields = graphql(
  `
    fragment RatingsFields on ElementRatings @_unmask {
      edition {
        title
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
      summary {
        ...SummaryFields
      }
      layers {
        layer {
          id
          title
          strategy {
            id
            slug
            title
          }
        }
        summary {
          ...SummaryFields
        }
      }
    }
  `,
  [summaryFields],
);

export const StrategyQuery = graphql(
  `
    query Strategy($slug: String!, $organisation: String, $period: String, $on: Date) {
      viewer {
        user {
          id
        }
      }
      strategy(slug: $slug) {
        id
        slug
        title
        fullTitle
        summary
        isDraft
        startsOn
        endsOn
        doubts
        canRecordProgress
        metricCount
        equalityActionCounts {
          open
          overdue
        }
        organisations {
          id
          name
        }
        source {
          key
          title
          committee
          meetingDate
        }
        dashboardEditions {
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
        succession {
          id
          slug
          title
          startsOn
          endsOn
          metricCount
          supersedes {
            id
            metricCount
          }
          carriedOver {
            metric {
              id
              code
              title
            }
            before {
              id
              title
            }
            now {
              id
              title
            }
          }
        }
        ratings(organisation: $organisation, period: $period) {
          ...RatingsFields
        }
        elements {
          ...ElementFields
        }
        gaps(on: $on) {
          ...GapFields
        }
        actions(first: 200) {
          totalCount
          edges {
            node {
              ...ActionFields
            }
          }
        }
      }
    }
  `,
  [elementFields, actionFields, gapFields, ratingsFields],
);
