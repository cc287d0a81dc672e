import type { DownloadFormat } from "./download-format.ts";
import type { MetricContent } from "./metric-content.ts";
import { figuresOfMetric, metricFigureColumns } from "./metric-figures.ts";
import { csvOf } from "./write-csv.ts";

/** The formats of /downloads/metric.…, by their ending: a new one is a row here. */
export const METRIC_FORMATS: Readonly<Record<string, DownloadFormat<MetricContent>>> = {
  csv: {
    contentType: "text/csv; charset=utf-8; header=present",
    write: async (content) => csvOf(metricFigureColumns, figuresOfMetric(content)),
  },
};
