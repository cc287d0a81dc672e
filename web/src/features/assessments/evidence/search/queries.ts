import { graphql } from "gql.tada";

const foundFigure = graphql(`
  fragment FoundFigure on Observation @_unmask {
    __typename
    id
    display
    breakdown {
      characteristic
      category
    }
    period {
      code
      label
    }
    organisation {
      id
      code
      name
    }
    metric {
      id
      code
      title
    }
  }
`);

/** One search for each kind of thing, under a name of its own: each shows how many there are. */
export const EvidenceSearchQuery = graphql(
  `
    query EvidenceSearch($text: String!, $first: Int!) {
      figures: search(text: $text, kinds: [OBSERVATION], groups: false, first: $first) {
        totalCount
        edges {
          node {
            ...FoundFigure
          }
        }
      }
      groups: search(text: $text, kinds: [OBSERVATION], groups: true, first: $first) {
        totalCount
        edges {
          node {
            ...FoundFigure
          }
        }
      }
      elements: search(text: $text, kinds: [STRATEGY_ELEMENT], first: $first) {
        totalCount
        edges {
          node {
            ... on StrategyElement {
              __typename
              id
              kind
              title
              strategy {
                id
                title
              }
            }
          }
        }
      }
      actions: search(text: $text, kinds: [DELIVERY_ACTION], first: $first) {
        totalCount
        edges {
          node {
            ... on DeliveryAction {
              __typename
              id
              reference
              title
              status
              strategy {
                id
                title
              }
            }
          }
        }
      }
    }
  `,
  [foundFigure],
);

/** How one organisation's figures of a measure were rated, on its dashboards and since. */
export const FigureRatingsQuery = graphql(`
  query FigureRatings($code: String!, $organisation: String!) {
    metric(code: $code) {
      id
      results(organisation: $organisation) {
        ratingPeriod {
          code
        }
        current {
          id
        }
        rating {
          effective
          reason
          suggestedReason
        }
        target {
          display
        }
        benchmark {
          group
          display
        }
      }
      judgements(organisation: $organisation) {
        period {
          code
        }
        judged
        comparison
        reason
      }
    }
  }
`);

/** A figure with all that helps to read it: target, benchmark, groups, and the plans that its measure serves. */
export const FigureQuery = graphql(`
  query EvidenceFigure($id: ID!, $code: String!, $organisation: String!, $period: String!) {
    node(id: $id) {
      ... on Observation {
        __typename
        id
        display
        status
        note
        doubts
        recordedAt
        breakdown {
          characteristic
          category
        }
        period {
          code
          label
        }
        organisation {
          id
          code
          name
        }
        source {
          key
          title
          meetingDate
        }
        metric {
          id
          code
          title
        }
      }
    }
    metric(code: $code) {
      id
      aim
      targets(organisation: $organisation) {
        display
        note
        supersededAt
        period {
          code
        }
      }
      benchmarks(from: $period, to: $period) {
        group
        display
      }
      breakdowns(organisation: $organisation, period: $period) {
        characteristic
        observations {
          id
          display
          breakdown {
            category
          }
        }
        disparities {
          category
          ratio
          low
          high
          couldBeChance
          note
        }
      }
      strategyElements {
        id
        title
        strategy {
          id
          title
        }
      }
    }
  }
`);

export const ElementQuery = graphql(`
  query EvidenceElement($id: ID!) {
    node(id: $id) {
      ... on StrategyElement {
        __typename
        id
        kind
        title
        text
        found
        willDo
        howWeWillKnow
        doubts
        strategy {
          id
          slug
          title
          startsOn
          endsOn
          actions(first: 100) {
            edges {
              node {
                id
                title
                responsible
                status
                duePrinted
                element {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const DeliveryActionQuery = graphql(`
  query EvidenceDeliveryAction($id: ID!) {
    node(id: $id) {
      ... on DeliveryAction {
        __typename
        id
        reference
        title
        responsible
        duePrinted
        status
        doubts
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
          recordedAt
        }
        strategy {
          id
          slug
          title
          startsOn
          endsOn
        }
      }
    }
  }
`);
