import { CONTENT_TYPES, type DownloadFormat } from "../../../downloads/download-format.ts";
import { odsOf } from "../../../downloads/spreadsheets/write-ods.ts";
import { xlsxOf } from "../../../downloads/spreadsheets/write-xlsx.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import type { MetricContent } from "./metric-content.ts";
import { figuresOfMetric, metricFigureColumns } from "./metric-figures.ts";
import { metricWorkbook } from "./metric-workbook.ts";

/** A spreadsheet of 5,000 figures keeps the server busy for about half a second, a CSV of 50,000 likewise. */
const MOST_FIGURES = { csv: 50_000, spreadsheet: 5_000 } as const;

/** The formats of /downloads/metric.…, by their ending: a new one is a row here. */
export const METRIC_FORMATS: Readonly<Record<string, DownloadFormat<MetricContent>>> = {
  csv: {
    contentType: CONTENT_TYPES.csv,
    mostFigures: MOST_FIGURES.csv,
    write: async (content) => csvOf(metricFigureColumns, figuresOfMetric(content)),
  },
  xlsx: {
    contentType: CONTENT_TYPES.xlsx,
    mostFigures: MOST_FIGURES.spreadsheet,
    write: (content) => xlsxOf(metricWorkbook(content)),
  },
  ods: {
    contentType: CONTENT_TYPES.ods,
    mostFigures: MOST_FIGURES.spreadsheet,
    write: (content) => odsOf(metricWorkbook(content)),
  },
};
