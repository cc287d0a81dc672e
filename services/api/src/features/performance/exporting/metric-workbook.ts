import type { Workbook } from "../../../downloads/sheet.ts";
import { aboutSheet } from "./about-sheet.ts";
import { figuresSheet, spreadsheetColumns } from "./figures-sheet.ts";
import type { MetricContent } from "./metric-content.ts";
import { figuresOfMetric, metricFigureColumns } from "./metric-figures.ts";
import { AIM_WORDS, instantWords, UNIT_WORDS } from "./words.ts";

const IMPORT =
  "The sheet Figures is in the format that Due Regard imports, from CSV and XLSX files (save an OpenDocument file as XLSX first). As long as nobody has changed a figure here or there, importing it changes nothing.";
const PROTECTED =
  "Groups’ figures in this file are protected: small counts are hidden and the others rounded, so that nobody can be made out. They are not the figures as recorded, so their status is PROTECTED and they can’t be imported.";

const periodWords = ({ question: { from, to } }: MetricContent): string => {
  if (from === null && to === null) return "All that are recorded";
  return [from && `From ${from.label}`, to && `to ${to.label}`].filter(Boolean).join(" ");
};

const breakdownWords = ({ question: { characteristics }, protectedBreakdowns }: MetricContent): string => {
  if (characteristics.length === 0) return "None: everybody together";
  const names = characteristics.join(", ");
  return protectedBreakdowns
    ? `${names}. ${PROTECTED}`
    : `${names}, as recorded. Small groups are not hidden: keep this file as safe as the records`;
};

/** A metric's figures to use again, and what the file is. */
export const metricWorkbook = (content: MetricContent): Workbook => {
  const { metric, question } = content;
  const columns = spreadsheetColumns(metricFigureColumns);
  const about = aboutSheet({
    title: "About this file",
    facts: [
      ["What", `${metric.title} (${metric.framework} ${metric.officialCode})`],
      ["Description", metric.description ?? ""],
      ["Aim", AIM_WORDS[metric.aim]],
      ["Unit", UNIT_WORDS[metric.unit]],
      ["Organisations", content.organisations.map(({ name }) => name).join(", ") || "None has a figure"],
      ["Periods", periodWords(content)],
      ["Groups of people", breakdownWords(content)],
      ["As at", instantWords(question.asAt ?? content.madeAt)],
      ["Downloaded", instantWords(content.madeAt)],
      ["Figures", `${content.figures.length}`],
      ["Importing it again", IMPORT],
    ],
    sources: content.sources,
    keys: [{ sheet: "Figures", columns }],
  });
  const figures = figuresSheet(columns, figuresOfMetric(content));
  return { title: metric.title, madeAt: content.madeAt, sheets: [figures, about] };
};
