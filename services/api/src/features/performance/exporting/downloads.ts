import { dashboardFileName, readDashboardContent } from "./dashboard-content.ts";
import { DASHBOARD_FORMATS } from "./dashboard-formats.ts";
import { type AnyDownload, downloadOf } from "./download-format.ts";
import { importProblems } from "./import-problems.ts";
import { metricFileName, readMetricContent } from "./metric-content.ts";
import { METRIC_FORMATS } from "./metric-formats.ts";

/** What can be downloaded, by the name in the address: /downloads/dashboard.csv. */
export const DOWNLOADS: Readonly<Record<string, AnyDownload>> = {
  dashboard: downloadOf({
    read: readDashboardContent,
    fileName: dashboardFileName,
    formats: DASHBOARD_FORMATS,
  }),
  "import-problems": downloadOf(importProblems),
  metric: downloadOf({ read: readMetricContent, fileName: metricFileName, formats: METRIC_FORMATS }),
};
