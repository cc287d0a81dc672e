import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const PrepareQuery = graphql(`
  query Prepare {
    viewer {
      canWriteMetrics
    }
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

export const ArrangeQuery = graphql(`
  query Arrange($organisation: String!, $period: String!) {
    viewer {
      canWriteMetrics(organisation: $organisation)
    }
    dashboard(organisation: $organisation, period: $period) {
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
          position
          title
          currentPeriod {
            label
          }
          currentIsForecast
          metric {
            id
            code
          }
        }
      }
    }
    strategies(first: 50, filter: { organisation: $organisation }) {
      edges {
        node {
          id
          title
          elements {
            id
            kind
            title
            parent {
              id
            }
          }
        }
      }
    }
  }
`);

export const FindMetricsQuery = graphql(`
  query FindMetrics($search: String!) {
    metrics(first: 20, filter: { search: $search }) {
      totalCount
      edges {
        node {
          id
          code
          title
          framework
          officialCode
        }
      }
    }
  }
`);

export const PrepareMutation = graphql(
  `
    mutation PrepareDashboard($input: PrepareDashboardInput!) {
      prepareDashboard(input: $input) {
        __typename
        ... on DashboardChanged {
          dashboard {
            title
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const AddMutation = graphql(
  `
    mutation AddToDashboard($input: AddToDashboardInput!) {
      addToDashboard(input: $input) {
        __typename
        ... on DashboardChanged {
          dashboard {
            title
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const RemoveMutation = graphql(
  `
    mutation RemoveFromDashboard($input: RemoveFromDashboardInput!) {
      removeFromDashboard(input: $input) {
        __typename
        ... on DashboardChanged {
          dashboard {
            title
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const ReportMutation = graphql(
  `
    mutation ReportDashboard($input: ReportDashboardInput!) {
      reportDashboard(input: $input) {
        __typename
        ... on DashboardChanged {
          dashboard {
            title
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const DefineMutation = graphql(
  `
    mutation DefineMetric($input: DefineMetricInput!) {
      defineMetric(input: $input) {
        __typename
        ... on MetricDefined {
          metric {
            id
            code
            title
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
