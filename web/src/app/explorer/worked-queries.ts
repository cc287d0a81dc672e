import assessment from "../../../../docs/queries/assessment.graphql?raw";
import assessmentsByCharacteristic from "../../../../docs/queries/assessments-by-characteristic.graphql?raw";
import cumulativeImpact from "../../../../docs/queries/cumulative-impact.graphql?raw";
import dashboard from "../../../../docs/queries/dashboard.graphql?raw";
import dashboardAsAt from "../../../../docs/queries/dashboard-as-at.graphql?raw";
import forecast from "../../../../docs/queries/forecast.graphql?raw";
import metricOverYears from "../../../../docs/queries/metric-over-years.graphql?raw";
import metricInTwoCouncils from "../../../../docs/queries/metric-two-councils.graphql?raw";
import metricsWithoutStrategy from "../../../../docs/queries/metrics-without-strategy.graphql?raw";
import published from "../../../../docs/queries/published.graphql?raw";
import ranks from "../../../../docs/queries/ranks.graphql?raw";
import ratingsWithReasons from "../../../../docs/queries/ratings-with-reasons.graphql?raw";
import redMeasures from "../../../../docs/queries/red-measures.graphql?raw";
import strategy from "../../../../docs/queries/strategy.graphql?raw";
import strategyRatings from "../../../../docs/queries/strategy-ratings.graphql?raw";
import whoAmI from "../../../../docs/queries/who-am-i.graphql?raw";

/**
 * The explorer's first tabs: the documents' own queries, each with its variables' defaults in it. A test here holds them
 * against the checked-in schema, and one of the API runs them.
 */
export const WORKED_QUERIES: readonly string[] = [
  dashboard,
  metricOverYears,
  metricInTwoCouncils,
  redMeasures,
  ranks,
  dashboardAsAt,
  strategyRatings,
  metricsWithoutStrategy,
  ratingsWithReasons,
  forecast,
  strategy,
  assessmentsByCharacteristic,
  cumulativeImpact,
  assessment,
  published,
  whoAmI,
];
