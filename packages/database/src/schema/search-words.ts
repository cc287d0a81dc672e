import { type Column, type SQL, sql } from "drizzle-orm";

/**
 * The words by which each noun is found, as expressions of the functions of the migration search_words: the indexes and the
 * statements that search must say the same.
 */

export const metricWords = (metric: {
  code: Column;
  officialCode: Column;
  title: Column;
  description: Column;
  tags: Column;
  numeratorLabel: Column;
  denominatorLabel: Column;
}): SQL =>
  sql`metric_words(${metric.code}, ${metric.officialCode}, ${metric.title}, ${metric.description}, joined(${metric.tags}) || ' ' || coalesce(${metric.numeratorLabel}, '') || ' ' || coalesce(${metric.denominatorLabel}, ''))`;

export const planWords = (plan: { title: Column; fullTitle: Column; summary: Column }): SQL =>
  sql`plan_words(${plan.title}, ${plan.fullTitle}, ${plan.summary})`;

export const elementWords = (element: {
  title: Column;
  text: Column;
  found: Column;
  willDo: Column;
  howWeWillKnow: Column;
}): SQL =>
  sql`plan_words(${element.title}, ${element.text}, joined(${element.found}) || ' ' || joined(${element.willDo}) || ' ' || joined(${element.howWeWillKnow}))`;

export const deliveryActionWords = (action: { title: Column; responsible: Column; reference: Column }): SQL =>
  sql`plan_words(${action.title}, ${action.responsible}, ${action.reference})`;

export const organisationWords = ({ name }: { name: Column }): SQL => sql`plan_words(${name}, null, null)`;

/** Of an assessment its title: what it says is found on its own pages. The indexes are those of the migration index_assessments. */
export const assessmentWords = ({ title }: { title: Column }): SQL => sql`to_tsvector('english', ${title})`;

/** A code as whoever types it may write it. */
export const codeKey = (code: Column): SQL => sql`code_key(${code})`;
