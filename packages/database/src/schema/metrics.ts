import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { decimal, id, instant } from "./columns.ts";
import {
  accumulation,
  aim,
  comparison,
  forecastMethod,
  noValueReason,
  observationStatus,
  quartile,
  ragRating,
  ratingScheme,
  targetKind,
  targetOperator,
  unit,
} from "./enums.ts";
import { organisations } from "./organisations.ts";
import { users } from "./people.ts";
import { recordColumns } from "./record-columns.ts";
import { codeKey, metricWords } from "./search-words.ts";
import { sources } from "./sources.ts";

/** A measure. Identity is (framework, official code): ASCOF re-used codes in April 2023. `code` is the stable public name. */
export const metrics = pgTable(
  "metrics",
  {
    id: id(),
    code: text("code").notNull().unique(),
    framework: text("framework").notNull(),
    officialCode: text("official_code").notNull(),
    title: text("title").notNull(),
    description: text("description"),
    aim: aim("aim").notNull(),
    unit: unit("unit").notNull(),
    accumulation: accumulation("accumulation").notNull(),
    tags: text("tags").array().notNull().default([]),
    numeratorLabel: text("numerator_label"),
    denominatorLabel: text("denominator_label"),
    /** Change within this many units counts as similar (progress, benchmark scheme). */
    similarWithin: decimal("similar_within"),
  },
  (table) => [
    unique().on(table.framework, table.officialCode),
    index("metrics_by_words").using("gin", metricWords(table)),
    index("metrics_by_spelling").using("gin", table.title.op("gin_trgm_ops")),
    index("metrics_by_code_key").on(codeKey(table.code)),
    index("metrics_by_official_code_key").on(codeKey(table.officialCode)),
  ],
);

/** What the metric meant between two dates. A second row is a break in the series. */
export const metricDefinitions = pgTable(
  "metric_definitions",
  {
    id: id(),
    metricId: uuid("metric_id")
      .notNull()
      .references(() => metrics.id),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    text: text("text").notNull(),
    /** Why the definition changed; null for the first. */
    breakNote: text("break_note"),
    sourceId: uuid("source_id").references(() => sources.id),
    /** When it was recorded here. Null: before that was kept. */
    recordedAt: instant("recorded_at").defaultNow(),
  },
  (table) => [
    unique().on(table.metricId, table.validFrom),
    check(
      "metric_definitions_dates",
      sql`${table.validTo} is null or ${table.validFrom} is null or ${table.validFrom} < ${table.validTo}`,
    ),
  ],
);

/** What every figure is about: one metric, one organisation, one period. */
const figureColumns = () => ({
  id: id(),
  metricId: uuid("metric_id")
    .notNull()
    .references(() => metrics.id),
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisations.id),
  period: text("period").notNull(),
  periodStart: date("period_start").notNull(),
  periodEnd: date("period_end").notNull(),
});

/**
 * A value, or a typed reason why there is none. Rows are never changed: a new one supersedes the old. What they refer to is
 * held by triggers for whole statements (the migration import_metrics_references), not by foreign keys: those are asked row
 * by row, which took more than half of the time in which a million rows are imported (docs/adr/0014).
 */
export const observations = pgTable(
  "observations",
  {
    ...figureColumns(),
    metricId: uuid("metric_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    /** Breakdown by protected characteristic and category; both null for the total. */
    breakdownCharacteristic: text("breakdown_characteristic"),
    breakdownCategory: text("breakdown_category"),
    status: observationStatus("status").notNull(),
    /** This observation's own unit: a re-defined measure may change it. */
    unit: unit("unit").notNull(),
    value: decimal("value"),
    numerator: decimal("numerator"),
    denominator: decimal("denominator"),
    /** A count printed beside a rate: 33 admissions. */
    count: decimal("count"),
    countOf: text("count_of"),
    /** As printed in the source, or formatted when recorded by hand. */
    display: text("display").notNull(),
    noValueReason: noValueReason("no_value_reason"),
    expectedOn: text("expected_on"),
    note: text("note"),
    /** Of a forecast: how it was made and what it rests on. Its author is who recorded it. Null: not said, or no forecast. */
    forecastMethod: forecastMethod("forecast_method"),
    forecastBasis: text("forecast_basis"),
    ...recordColumns(),
    sourceId: uuid("source_id"),
    recordedById: uuid("recorded_by_id"),
    /** The import that recorded it. Null: it was not imported. */
    importId: uuid("import_id"),
  },
  (table) => [
    // What stands is one for each figure; what does not is kept apart by when it ended. Period before organisation, so that the
    // figures of all who reported a metric for a period lie beside each other, whatever instant they are asked for: rankings
    // need no index of their own. Each index more is a sixth of the time that an import takes (docs/adr/0014).
    uniqueIndex("observations_one_current").on(
      table.metricId,
      table.period,
      table.organisationId,
      sql`coalesce(${table.breakdownCharacteristic}, '')`,
      sql`coalesce(${table.breakdownCategory}, '')`,
      sql`(${table.status} = 'FORECAST')`,
      sql`coalesce(${table.supersededAt}, 'infinity')`,
    ),
    index("observations_by_figure").on(table.metricId, table.organisationId, table.periodStart),
    // An import's figures lie together: where, is all that need be kept.
    index("observations_by_import").using("brin", table.importId).with({ autosummarize: true }),
    index("observations_groups")
      .on(table.metricId, table.organisationId, table.breakdownCategory)
      .where(sql`${table.breakdownCategory} is not null and ${table.supersededAt} is null`),
    // A dashboard asks for the forecasts of each of its measures, which are few among many figures.
    index("observations_forecasts")
      .on(table.metricId, table.organisationId)
      .where(sql`${table.status} = 'FORECAST'`),
    // Reminders ask for the results that are awaited: few among many figures.
    index("observations_awaited")
      .on(table.organisationId)
      .where(sql`${table.noValueReason} = 'RESULTS_DUE' and ${table.supersededAt} is null`),
    check(
      "observations_value_or_reason",
      sql`(${table.value} is not null) = (${table.noValueReason} is null)`,
    ),
    check("observations_not_available", sql`(${table.status} = 'NOT_AVAILABLE') = (${table.value} is null)`),
    check(
      "observations_breakdown_whole",
      sql`(${table.breakdownCharacteristic} is null) = (${table.breakdownCategory} is null)`,
    ),
    check(
      "observations_forecast_whole",
      sql`(${table.forecastMethod} is null) = (${table.forecastBasis} is null)`,
    ),
    check(
      "observations_forecast_alone",
      sql`${table.forecastMethod} is null or ${table.status} = 'FORECAST'`,
    ),
    check("observations_period_order", sql`${table.periodStart} <= ${table.periodEnd}`),
  ],
);

/** A target in force for a period. Re-setting one makes a new revision; both stay. */
export const targets = pgTable(
  "targets",
  {
    ...figureColumns(),
    kind: targetKind("kind").notNull(),
    operator: targetOperator("operator").notNull(),
    low: decimal("low"),
    high: decimal("high"),
    count: decimal("count"),
    unit: unit("unit"),
    display: text("display").notNull(),
    /** Half-width of Amber, or of "similar": absolute units or a share of the target, never a blanket rule. */
    toleranceKind: text("tolerance_kind").$type<"ABSOLUTE" | "RELATIVE">(),
    tolerance: decimal("tolerance"),
    /** For a benchmark used as the yardstick: whose figure, of which period. */
    benchmarkGroup: text("benchmark_group"),
    benchmarkPeriod: text("benchmark_period"),
    note: text("note"),
    ...recordColumns(),
  },
  (table) => [
    // Also what is superseded is looked up: the index of what stands does not hold it.
    index("targets_by_figure").on(table.metricId, table.organisationId, table.period),
    uniqueIndex("targets_one_current")
      .on(table.metricId, table.organisationId, table.period)
      .where(sql`${table.supersededAt} is null`),
    check("targets_tolerance_whole", sql`(${table.toleranceKind} is null) = (${table.tolerance} is null)`),
    check("targets_tolerance_kind", sql`${table.toleranceKind} in ('ABSOLUTE', 'RELATIVE')`),
  ],
);

/** An officer's judgement, kept beside what the software suggests. Null judgement: none was printed or legible. */
export const ratings = pgTable(
  "ratings",
  {
    ...figureColumns(),
    scheme: ratingScheme("scheme").notNull(),
    judged: ragRating("judged"),
    comparison: comparison("comparison"),
    reason: text("reason").notNull(),
    judgedById: uuid("judged_by_id").references(() => users.id),
    ...recordColumns(),
  },
  (table) => [
    // Also what is superseded is looked up: the index of what stands does not hold it.
    index("ratings_by_figure").on(table.metricId, table.organisationId, table.period),
    uniqueIndex("ratings_one_current")
      .on(table.metricId, table.organisationId, table.period)
      .where(sql`${table.supersededAt} is null`),
  ],
);

/** Three short texts: what the data show, what the review found, what action follows. */
export const commentary = pgTable(
  "commentary",
  {
    ...figureColumns(),
    data: text("data"),
    review: text("review"),
    action: text("action"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    ...recordColumns(),
  },
  (table) => [
    index("commentary_by_figure").on(table.metricId, table.organisationId, table.period),
    uniqueIndex("commentary_one_current")
      .on(table.metricId, table.organisationId, table.period, table.authorId)
      .where(sql`${table.supersededAt} is null`),
  ],
);

/** Where a paper says the organisation stood among authorities; computed ranks never overwrite it. */
export const reportedStandings = pgTable(
  "reported_standings",
  {
    ...figureColumns(),
    group: text("group").notNull(),
    quartile: quartile("quartile"),
    rank: integer("rank"),
    of: integer("of"),
    tied: boolean("tied"),
    display: text("display").notNull(),
    ...recordColumns(),
  },
  (table) => [
    // Also what is superseded is looked up: the index of what stands does not hold it.
    index("reported_standings_by_figure").on(table.metricId, table.organisationId, table.period),
    uniqueIndex("reported_standings_one_current")
      .on(table.metricId, table.organisationId, table.period, table.group)
      .where(sql`${table.supersededAt} is null`),
  ],
);
