import { writePdf } from "@due-regard/pdf/write-pdf";
import { layOutAppendix } from "./appendix/appendix.ts";
import type { DashboardContent } from "./dashboard-content.ts";
import { dashboardFigureColumns, figuresOfDashboard } from "./dashboard-figures.ts";
import type { DownloadFormat } from "./download-format.ts";
import { csvOf } from "./write-csv.ts";

/** The formats of /downloads/dashboard.…, by their ending: a new one is a row here. */
export const DASHBOARD_FORMATS: Readonly<Record<string, DownloadFormat<DashboardContent>>> = {
  csv: {
    contentType: "text/csv; charset=utf-8; header=present",
    write: async (content) => csvOf(dashboardFigureColumns, figuresOfDashboard(content)),
  },
  /** The committee's appendix: a tagged PDF. */
  pdf: {
    contentType: "application/pdf",
    write: async (content) => await writePdf(layOutAppendix(content)),
  },
};
