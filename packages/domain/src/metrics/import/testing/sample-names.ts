import { type KnownMetric, prepareNames } from "../names.ts";
import { columnsNamed } from "../suggest-mapping.ts";
import type { ImportFormat, ImportMapping } from "../vocabulary.ts";

const metric = (code: string, framework: string, more: Partial<KnownMetric> = {}): KnownMetric => ({
  id: `id of ${framework} ${code}`,
  code,
  framework,
  officialCode: code,
  unit: "PERCENT",
  accumulation: "PERIOD",
  ...more,
});

/** Metrics and organisations for tests of the import. */
export const SAMPLE_NAMES = prepareNames(
  [
    metric("1A", "ASCOF-2014", { unit: "SCORE" }),
    metric("1C pt 1a", "ASCOF-2014"),
    metric("1C pt 2a", "ASCOF-2014"),
    metric("1I pt 1", "ASCOF-2014"),
    metric("2A pt 1", "ASCOF-2014", { unit: "RATE_PER_100K", accumulation: "CUMULATIVE" }),
    metric("2A 2023", "ASCOF-2023", { officialCode: "2A" }),
    metric("visits", "LOCAL", { unit: "COUNT", accumulation: "CUMULATIVE" }),
    metric("spend", "LOCAL", { unit: "CURRENCY" }),
    metric("delays", "LOCAL", { unit: "DAYS" }),
  ],
  [
    { id: "county", code: "E10000018", name: "Leicestershire", writable: true },
    { id: "england", code: "E92000001", name: "England", writable: true },
    { id: "rutland", code: "E06000017", name: "Rutland", writable: false },
  ],
);

/** A mapping of these headers, in their order. */
export const mappingOf = (
  headers: readonly string[],
  format: ImportFormat,
  more: Partial<ImportMapping> = {},
): ImportMapping => ({
  format,
  sheet: null,
  headerRow: 1,
  columns: columnsNamed(headers, format),
  constants: {},
  leaveOutUnknownMetrics: false,
  leaveOutUnknownOrganisations: false,
  ...more,
});
