import "./schema/scalars.ts";
import "./features/organisations/organisation.graphql.ts";
import "./features/people/user.graphql.ts";
import "./features/performance/metric.graphql.ts";
import "./features/performance/metric-queries.graphql.ts";
import "./features/performance/dashboard.graphql.ts";
import "./features/performance/breakdown.graphql.ts";
import "./features/performance/definitions.graphql.ts";
import "./features/performance/mutations.graphql.ts";
import "./features/strategies/strategy.graphql.ts";
import "./features/strategies/gaps.graphql.ts";
import "./features/strategies/succession.graphql.ts";
import "./features/strategies/element-ratings.graphql.ts";
import "./features/strategies/mutations.graphql.ts";
import "./features/strategies/strategy-element.graphql.ts";
import "./features/templates/form.graphql.ts";
import "./features/templates/mutations.graphql.ts";
import "./features/assessments/assessment.graphql.ts";
import "./features/assessments/assessment-queries.graphql.ts";
import "./features/assessments/citing.graphql.ts";
import "./features/assessments/form-preview.graphql.ts";
import "./features/assessments/mutations.graphql.ts";
import { builder } from "./schema/builder.ts";

/** The whole API. This file only gathers: each type stands with its noun under features/. */
export const schema = builder.toSchema();
