import { buildCarersRecords } from "./build-carers-records.ts";
import { buildCityRecords } from "./build-city-records.ts";
import { buildCountyRecords } from "./build-county-records.ts";
import { indexCatalogue } from "./catalogue.ts";
import type { CatalogueMetric, Papers } from "./papers.ts";
import { reviseObservations, reviseTargets } from "./record-cells.ts";
import type { DefinitionRecord, MetricRecord, PerformanceRecords } from "./records.ts";
import { reviseByDate } from "./revisions.ts";
import { buildStrategyRecords, findElementsIn } from "./strategy-elements.ts";

/**
 * All that the papers say, as rows ready for insertion. Pure: the same files always give the same records. A metric,
 * strategy element or source that the files don't know is a bug in them and throws; a cell that can't be read doesn't,
 * and is in `findings`.
 */
export function buildPerformanceRecords(papers: Papers): PerformanceRecords {
  const catalogue = indexCatalogue(papers.metrics);
  const findElement = findElementsIn(papers.strategies);
  const meetingOf = meetingDates(papers);
  const county = papers.county.map((paper) =>
    buildCountyRecords(paper, meetingOf(paper.sourceKey), catalogue, findElement),
  );
  const city = buildCityRecords(papers.city, meetingOf(papers.city.sourceKey), catalogue);
  const carers = buildCarersRecords(papers.carers, meetingOf(papers.carers.sourceKey), catalogue);
  const dashboards = [...county, city];
  return {
    organisations: papers.organisations,
    sources: papers.sources,
    metrics: papers.metrics.map(metricRecord),
    definitions: papers.metrics.flatMap(definitionRecords),
    editions: dashboards.flatMap((built) => built.editions),
    rows: dashboards.flatMap((built) => built.rows),
    observations: reviseObservations([...dashboards, carers].flatMap((built) => built.observations)),
    targets: reviseTargets(dashboards.flatMap((built) => built.targets)),
    ratings: dashboards.flatMap((built) => built.ratings),
    standings: dashboards.flatMap((built) => built.standings),
    benchmarks: reviseByDate(
      [...dashboards, carers].flatMap((built) => built.benchmarks),
      (one) => [one.metricCode, one.group, one.period].join(" | "),
      (earlier, later) => earlier.value === later.value,
    ),
    ...buildStrategyRecords(papers.strategies),
    findings: [...dashboards, carers].flatMap((built) => built.findings),
  };
}

function meetingDates(papers: Papers): (sourceKey: string) => string {
  const dates = new Map(papers.sources.map((source) => [source.key, source.meetingDate]));
  return (sourceKey) => {
    const date = dates.get(sourceKey);
    if (!date) throw new Error(`No paper is called “${sourceKey}”`);
    return date;
  };
}

function metricRecord(metric: CatalogueMetric): MetricRecord {
  const { code, framework, officialCode, title, description, aim, unit, accumulation, tags } = metric;
  const { numeratorLabel, denominatorLabel, similarWithin } = metric;
  const labels = { numeratorLabel, denominatorLabel, similarWithin };
  return { code, framework, officialCode, title, description, aim, unit, accumulation, tags, ...labels };
}

function definitionRecords({ code, definitions }: CatalogueMetric): DefinitionRecord[] {
  return definitions.map((definition) => ({ metricCode: code, ...definition }));
}
