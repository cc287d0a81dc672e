import { CONTENT_TYPES, type DownloadFormat } from "./download-format.ts";
import type { MetricContent } from "./metric-content.ts";
import { figuresOfMetric, metricFigureColumns } from "./metric-figures.ts";
import { metricWorkbook } from "./metric-workbook.ts";
import { csvOf } from "./write-csv.ts";
import { odsOf } from "./write-ods.ts";
import { xlsxOf } from "./write-xlsx.ts";

/** The formats of /downloads/metric.…, by their ending: a new one is a row here. */
export const METRIC_FORMATS: Readonly<Record<string, DownloadFormat<MetricContent>>> = {
  csv: {
    contentType: CONTENT_TYPES.csv,
    write: async (content) => csvOf(metricFigureColumns, figuresOfMetric(content)),
  },
  xlsx: { contentType: CONTENT_TYPES.xlsx, write: (content) => xlsxOf(metricWorkbook(content)) },
  ods: { contentType: CONTENT_TYPES.ods, write: (content) => odsOf(metricWorkbook(content)) },
};
