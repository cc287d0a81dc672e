import { FAILURE } from "./home-care.ts";

/** The operations that write figures and plans, as tests send them. */

export const COUNTY = "E10000018";
export const LEICESTER = "E06000016";
export const RUTLAND = "E06000017";

export const RECORD = `
  mutation ($input: RecordObservationsInput!) {
    recordObservations(input: $input) {
      __typename
      ... on ObservationsRecorded {
        recorded
        observations {
          id status unit value numerator denominator display noValueReason note doubts recordedAt supersededAt
          metric { code } organisation { code } period { code } source { key }
          breakdown { characteristic category }
        }
      }
      ${FAILURE}
    }
  }
`;

export const FORECAST = `
  mutation ($input: RecordForecastInput!) {
    recordForecast(input: $input) {
      __typename
      ... on ForecastRecorded {
        forecast {
          value method basis period { code } author { name } recordedAt supersededAt source { key }
          revisions { value method basis author { name } supersededAt }
        }
      }
      ${FAILURE}
    }
  }
`;

export const SET_TARGET = `
  mutation ($input: SetTargetInput!) {
    setTarget(input: $input) {
      __typename
      ... on TargetSet {
        target {
          kind operator low high display tolerance toleranceKind benchmarkGroup recordedAt
          revisions { display supersededAt }
        }
      }
      ${FAILURE}
    }
  }
`;

export const JUDGE = `
  mutation ($input: JudgeRatingInput!) {
    judgeRating(input: $input) {
      __typename
      ... on RatingJudged {
        rating { suggested suggestedComparison judged comparison effective reason judgedBy { name } judgedAt }
        result { metric { code } ratingPeriod { code } }
      }
      ${FAILURE}
    }
  }
`;

export const COMMENT = `
  mutation ($input: WriteCommentaryInput!) {
    writeCommentary(input: $input) {
      __typename
      ... on CommentaryWritten { commentary { id data review action author { name } writtenAt supersededAt period { code } } }
      ${FAILURE}
    }
  }
`;

export const DEFINE = `
  mutation ($input: DefineMetricInput!) {
    defineMetric(input: $input) {
      __typename
      ... on MetricDefined { metric { code title aim unit officialCode definitions { text validFrom } } }
      ${FAILURE}
    }
  }
`;

const CHANGED = `
  __typename
  ... on DashboardChanged {
    dashboard {
      title reportedOn period { code }
      groups { outcome { title } rows { position title metric { code } currentPeriod { code } targetPeriod { code } } }
    }
  }
  ${FAILURE}
`;

export const PREPARE = `mutation ($input: PrepareDashboardInput!) { prepareDashboard(input: $input) { ${CHANGED} } }`;
export const ADD_TO = `mutation ($input: AddToDashboardInput!) { addToDashboard(input: $input) { ${CHANGED} } }`;
export const REMOVE_FROM = `mutation ($input: RemoveFromDashboardInput!) { removeFromDashboard(input: $input) { ${CHANGED} } }`;
export const REPORT = `mutation ($input: ReportDashboardInput!) { reportDashboard(input: $input) { ${CHANGED} } }`;

export const PROGRESS = `
  mutation ($input: RecordDeliveryProgressInput!) {
    recordDeliveryProgress(input: $input) {
      __typename
      ... on DeliveryProgressRecorded { action { status progress { number text status author { name } } } }
      ${FAILURE}
    }
  }
`;

/** One dashboard row as a page would ask for it, for one metric. */
export const DASHBOARD = `
  query ($organisation: String!, $period: String!, $asAt: DateTime) {
    dashboard(organisation: $organisation, period: $period, asAt: $asAt) {
      scheme reportedOn
      summary { sentence }
      groups {
        rows {
          metric { code }
          current { value display }
          previous { display }
          target { display }
          rating { suggested suggestedComparison judged comparison effective reason judgedBy { name } judgedAt }
          commentary { data review action author { name } }
          ranking { rank of tied basis }
          revisedSince { value }
        }
      }
    }
  }
`;
