import type { Workbook } from "../../../downloads/sheet.ts";
import { aboutSheet } from "./about-sheet.ts";
import type { DashboardContent } from "./dashboard-content.ts";
import { dashboardFigureColumns, figuresOfDashboard } from "./dashboard-figures.ts";
import { DASHBOARD_COLUMNS, dashboardSheet, dashboardTitle, knownWords } from "./dashboard-sheet.ts";
import { figuresSheet, spreadsheetColumns } from "./figures-sheet.ts";
import { instantWords } from "./words.ts";

const IMPORT =
  "The sheet Figures is in the format that Due Regard imports, from CSV and XLSX files (save an OpenDocument file as XLSX first). As long as nobody has changed a figure here or there, importing it changes nothing. Figures as reported long ago would be recorded anew where they have been revised since: the import says so before it writes.";

/** A dashboard to read, its figures to use again, and what the file is. */
export const dashboardWorkbook = (content: DashboardContent): Workbook => {
  const columns = spreadsheetColumns(dashboardFigureColumns);
  const title = dashboardTitle(content);
  const about = aboutSheet({
    title: `About this file`,
    facts: [
      ["What", `${title}. ${content.dashboard.title}`],
      ["As at", knownWords(content)],
      ["Downloaded", instantWords(content.madeAt)],
      ["Measures", `${content.dashboard.rows.length}`],
      ["Importing it again", IMPORT],
    ],
    sources: content.sources,
    keys: [
      { sheet: "Dashboard", columns: DASHBOARD_COLUMNS },
      { sheet: "Figures", columns },
    ],
  });
  const figures = figuresSheet(columns, figuresOfDashboard(content));
  return { title, madeAt: content.madeAt, sheets: [dashboardSheet(content), figures, about] };
};
