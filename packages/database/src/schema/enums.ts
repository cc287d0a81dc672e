import {
  ASSESSMENT_STATUSES,
  IMPACT_DIRECTIONS,
  PROTECTED_CHARACTERISTICS,
  RIGHT_KINDS,
  RIGHT_PARTS,
  STAGES,
} from "@due-regard/domain/ehria/vocabulary";
import {
  ACCUMULATIONS,
  AIMS,
  COMPARISONS,
  FORECAST_METHODS,
  NO_VALUE_REASONS,
  OBSERVATION_STATUSES,
  QUARTILES,
  RAG_RATINGS,
  RATING_SCHEMES,
  TARGET_KINDS,
  TARGET_OPERATORS,
  UNITS,
} from "@due-regard/domain/metrics/vocabulary";
import { ACTION_STATUSES, STRATEGY_ELEMENT_KINDS } from "@due-regard/domain/strategies/vocabulary";
import { pgEnum } from "drizzle-orm/pg-core";

/** The domain's vocabularies as Postgres types: the domain package is where a word is added or removed. */

export const aim = pgEnum("aim", AIMS);
export const unit = pgEnum("unit", UNITS);
export const accumulation = pgEnum("accumulation", ACCUMULATIONS);
export const observationStatus = pgEnum("observation_status", OBSERVATION_STATUSES);
export const noValueReason = pgEnum("no_value_reason", NO_VALUE_REASONS);
export const forecastMethod = pgEnum("forecast_method", FORECAST_METHODS);
export const ratingScheme = pgEnum("rating_scheme", RATING_SCHEMES);
export const ragRating = pgEnum("rag_rating", RAG_RATINGS);
export const comparison = pgEnum("comparison", COMPARISONS);
export const quartile = pgEnum("quartile", QUARTILES);
export const targetKind = pgEnum("target_kind", TARGET_KINDS);
export const targetOperator = pgEnum("target_operator", TARGET_OPERATORS);
export const strategyElementKind = pgEnum("strategy_element_kind", STRATEGY_ELEMENT_KINDS);
export const actionStatus = pgEnum("action_status", ACTION_STATUSES);
export const assessmentStatus = pgEnum("assessment_status", ASSESSMENT_STATUSES);
export const stage = pgEnum("stage", STAGES);
export const protectedCharacteristic = pgEnum("protected_characteristic", PROTECTED_CHARACTERISTICS);
export const impactDirection = pgEnum("impact_direction", IMPACT_DIRECTIONS);
export const rightKind = pgEnum("right_kind", RIGHT_KINDS);
export const rightPart = pgEnum("right_part", RIGHT_PARTS);
export const assessmentPersonRole = pgEnum("assessment_person_role", ["LEAD", "CONTRIBUTOR"]);
export const signatoryRole = pgEnum("signatory_role", ["LEAD_OFFICER", "DEG_CHAIR"]);
