import { actionsDownload } from "../features/assessments/actions/actions-download.ts";
import { agendaDownload } from "../features/assessments/agenda/agenda-download.ts";
import { impactDownload } from "../features/assessments/cumulative/impact-download.ts";
import { assessmentDownload } from "../features/assessments/exporting/assessment-download.ts";
import { publicationDownload } from "../features/assessments/publication/publication-download.ts";
import {
  dashboardFileName,
  readDashboardContent,
} from "../features/performance/exporting/dashboard-content.ts";
import { DASHBOARD_FORMATS } from "../features/performance/exporting/dashboard-formats.ts";
import { importProblems } from "../features/performance/exporting/import-problems.ts";
import { metricFileName, readMetricContent } from "../features/performance/exporting/metric-content.ts";
import { METRIC_FORMATS } from "../features/performance/exporting/metric-formats.ts";
import { type AnyDownload, downloadOf } from "./download-format.ts";
import { packDownload } from "./pack/pack-download.ts";

/** What can be downloaded, by the name in the address: /downloads/dashboard.csv. */
export const DOWNLOADS: Readonly<Record<string, AnyDownload>> = {
  actions: downloadOf(actionsDownload),
  agenda: downloadOf(agendaDownload),
  assessment: downloadOf(assessmentDownload),
  dashboard: downloadOf({
    act: "performance.read",
    read: readDashboardContent,
    fileName: dashboardFileName,
    formats: DASHBOARD_FORMATS,
  }),
  impact: downloadOf(impactDownload),
  "import-problems": downloadOf(importProblems),
  publication: downloadOf(publicationDownload),
  metric: downloadOf({
    act: "performance.read",
    read: readMetricContent,
    fileName: metricFileName,
    formats: METRIC_FORMATS,
  }),
  pack: downloadOf(packDownload),
};
