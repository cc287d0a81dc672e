import { periodOf } from "@due-regard/domain/metrics/period";
import type { Catalogue } from "./catalogue.ts";
import type { CarersPaper } from "./papers.ts";
import { type CellPlace, observe, readCell, recorded, recordedOn } from "./record-cells.ts";
import type { BenchmarkRecord, Finding, ObservationRecord } from "./records.ts";

const ENGLAND = "E92000001";

interface Built {
  observations: ObservationRecord[];
  benchmarks: BenchmarkRecord[];
  findings: Finding[];
}

/**
 * The carers' survey for three councils and England over three surveys. England's figures are both: what England
 * reported, and a benchmark for the others. A missing percent sign changes nothing: the measure has one unit.
 */
export function buildCarersRecords(paper: CarersPaper, meetingDate: string, catalogue: Catalogue): Built {
  const built: Built = { observations: [], benchmarks: [], findings: [] };
  for (const row of paper.rows) {
    const place: CellPlace = {
      sourceKey: paper.sourceKey,
      organisationCode: row.organisation,
      metric: catalogue.metric(row.metric),
      recordedAt: recordedOn(meetingDate),
    };
    for (const [year, printed] of Object.entries(row.cells)) {
      const cell = readCell(printed);
      const observation = observe(place, periodOf(year), cell);
      if (observation) built.observations.push(observation);
      if (row.organisation === ENGLAND && cell.read.value !== null)
        built.benchmarks.push(benchmark(place, year, cell));
      for (const doubt of cell.read.doubts) {
        const where = { sourceKey: paper.sourceKey, row: `${row.metric} ${row.organisation}`, cell: year };
        built.findings.push({ ...where, text: doubt.text });
      }
    }
  }
  return built;
}

function benchmark(
  place: CellPlace,
  period: string,
  { display, read }: ReturnType<typeof readCell>,
): BenchmarkRecord {
  const figure = {
    metricCode: place.metric.code,
    group: "England",
    period,
    value: read.value ?? "",
    display,
  };
  return { ...figure, sourceKey: place.sourceKey, doubts: [], ...recorded(place) };
}
