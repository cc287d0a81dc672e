import { writePdf } from "@due-regard/pdf/write-pdf";
import { CONTENT_TYPES, type DownloadFormat } from "../../../downloads/download-format.ts";
import { odsOf } from "../../../downloads/spreadsheets/write-ods.ts";
import { xlsxOf } from "../../../downloads/spreadsheets/write-xlsx.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import { layOutAppendix } from "./appendix/appendix.ts";
import type { DashboardContent } from "./dashboard-content.ts";
import { dashboardFigureColumns, figuresOfDashboard } from "./dashboard-figures.ts";
import { dashboardWorkbook } from "./dashboard-workbook.ts";

/** The formats of /downloads/dashboard.…, by their ending: a new one is a row here. */
export const DASHBOARD_FORMATS: Readonly<Record<string, DownloadFormat<DashboardContent>>> = {
  csv: {
    contentType: CONTENT_TYPES.csv,
    write: async (content) => csvOf(dashboardFigureColumns, figuresOfDashboard(content)),
  },
  xlsx: { contentType: CONTENT_TYPES.xlsx, write: (content) => xlsxOf(dashboardWorkbook(content)) },
  ods: { contentType: CONTENT_TYPES.ods, write: (content) => odsOf(dashboardWorkbook(content)) },
  /** The committee's appendix: a tagged PDF. */
  pdf: {
    contentType: CONTENT_TYPES.pdf,
    write: async (content) => await writePdf(layOutAppendix(content)),
  },
};
