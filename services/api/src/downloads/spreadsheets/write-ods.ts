import { strToU8, zipSync } from "fflate";
import { CONTENT_TYPES } from "../download-format.ts";
import { type Cell, heightOf, type Sheet, type SheetRow, type Workbook } from "../sheet.ts";
import { ODS_NAMESPACES, odsManifest, odsMeta, odsSettings, odsStyles } from "./ods-parts.ts";
import { escapeXml, odsText } from "./ods-text.ts";

/**
 * OpenDocument spreadsheets. No kept library writes them without loss: see docs/adr/0015-downloads.md.
 */

const cellXml = (cell: Cell, style: string): string => {
  if (cell === null || cell === "") return `<table:table-cell table:style-name="${style}"/>`;
  if (typeof cell === "string") {
    return `<table:table-cell table:style-name="${style}" office:value-type="string" calcext:value-type="string">${odsText(cell)}</table:table-cell>`;
  }
  const { number } = cell;
  return `<table:table-cell table:style-name="NUMBER" office:value-type="float" office:value="${number}" calcext:value-type="float"><text:p>${number}</text:p></table:table-cell>`;
};

const heightName = (points: number): string => `height-${points}`.replace(".", "-");

const rowXml = ({ style, cells }: SheetRow, points: number): string =>
  `<table:table-row table:style-name="${heightName(points)}">${cells.map((cell) => cellXml(cell, style)).join("")}</table:table-row>`;

const rowsXml = ({ rows, widths, headerRow }: Sheet): string =>
  rows
    .map((row, index) => {
      const xml = rowXml(row, heightOf(row, widths));
      return index === headerRow ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml;
    })
    .join("");

const sheetXml = (sheet: Sheet, position: number): string =>
  [
    `<table:table table:name="${escapeXml(sheet.name)}" table:style-name="${sheet.landscape ? "landscape" : "portrait"}">`,
    ...sheet.widths.map(
      (_, column) => `<table:table-column table:style-name="width-${position}-${column}"/>`,
    ),
    rowsXml(sheet),
    "</table:table>",
  ].join("");

/** About the width of a figure in the font of a spreadsheet. */
const CM_PER_CHARACTER = 0.2;

const widthStyles = (sheet: Sheet, position: number): string =>
  sheet.widths
    .map(
      (width, column) =>
        `<style:style style:name="width-${position}-${column}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CM_PER_CHARACTER).toFixed(2)}cm"/></style:style>`,
    )
    .join("");

const BORDER = 'fo:border-bottom="0.5pt solid #b1b4b6"';
const cellStyle = (name: string, cell: string, text: string, extra = ""): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${extra}><style:table-cell-properties ${cell}/><style:text-properties ${text}/></style:style>`;

/** Body text is of the format “text”, so that what somebody types into it stays as typed. */
const CELL_STYLES = [
  '<number:text-style style:name="text"><number:text-content/></number:text-style>',
  cellStyle("TITLE", 'fo:wrap-option="no-wrap"', 'fo:font-size="16pt" fo:font-weight="bold"'),
  cellStyle("HEADING", 'fo:wrap-option="no-wrap"', 'fo:font-size="14pt" fo:font-weight="bold"'),
  cellStyle("SUBHEADING", 'fo:wrap-option="no-wrap"', 'fo:font-size="12pt" fo:font-weight="bold"'),
  cellStyle(
    "HEADER",
    'fo:wrap-option="wrap" style:vertical-align="bottom" fo:border-bottom="1pt solid #000000"',
    'fo:font-weight="bold"',
  ),
  cellStyle(
    "BODY",
    `fo:wrap-option="wrap" style:vertical-align="top" ${BORDER}`,
    'fo:font-weight="normal"',
    ' style:data-style-name="text"',
  ),
  cellStyle("NUMBER", `style:vertical-align="top" ${BORDER}`, 'fo:font-weight="normal"'),
].join("");

const heightStyles = (sheets: readonly Sheet[]): string =>
  [...new Set(sheets.flatMap(({ rows, widths }) => rows.map((row) => heightOf(row, widths))))]
    .map(
      (points) =>
        `<style:style style:name="${heightName(points)}" style:family="table-row"><style:table-row-properties style:row-height="${points}pt" style:use-optimal-row-height="false"/></style:style>`,
    )
    .join("");

const tableStyle = (name: string): string =>
  `<style:style style:name="${name}" style:family="table" style:master-page-name="${name}"><style:table-properties table:display="true"/></style:style>`;

const contentXml = ({ sheets }: Workbook): string =>
  [
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODS_NAMESPACES} office:version="1.3">`,
    "<office:automatic-styles>",
    tableStyle("landscape"),
    tableStyle("portrait"),
    heightStyles(sheets),
    CELL_STYLES,
    ...sheets.map(widthStyles),
    "</office:automatic-styles><office:body><office:spreadsheet>",
    ...sheets.map(sheetXml),
    "</office:spreadsheet></office:body></office:document-content>",
  ].join("");

export const odsOf = async (workbook: Workbook): Promise<Uint8Array> =>
  zipSync(
    {
      // First and uncompressed, so that programs know the file by its first bytes.
      mimetype: [strToU8(CONTENT_TYPES.ods), { level: 0 }],
      "content.xml": strToU8(contentXml(workbook)),
      "styles.xml": strToU8(odsStyles()),
      "settings.xml": strToU8(odsSettings(workbook.sheets)),
      "meta.xml": strToU8(odsMeta(workbook)),
      "META-INF/manifest.xml": strToU8(odsManifest(CONTENT_TYPES.ods)),
    },
    { mtime: workbook.madeAt },
  );
