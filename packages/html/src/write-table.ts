import type { Cell, CellText, Column, Row, Shape, Table } from "@due-regard/document/document";
import { escapeHtml, escapeLines } from "./escape.ts";

/**
 * A table with its caption and the scope of each heading. A page may set its rows as stacks on a narrow screen: the roles keep it a
 * table for screen readers then, and each cell carries the heading of its column for the eye (`data-label`).
 */
export const writeTable = ({ caption, columns, rows }: Table): string =>
  [
    '<table class="govuk-table app-document__table" role="table">',
    `<caption class="govuk-table__caption govuk-table__caption--s">${escapeLines(caption)}</caption>`,
    `<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">${columns.map(writeColumn).join("")}</tr></thead>`,
    '<tbody class="govuk-table__body" role="rowgroup">',
    ...rows.map((row) => writeRow(columns, row)),
    "</tbody>",
    "</table>",
  ].join("\n");

const writeColumn = ({ heading }: Column): string =>
  `<th scope="col" role="columnheader" class="govuk-table__header">${escapeLines(heading)}</th>`;

const writeRow = (columns: readonly Column[], { cells, total = false }: Row): string => {
  const written = cells.map((cell, index) => {
    const { heading = "", rowHeading = false } = columns[index] ?? {};
    const label = ` data-label="${escapeHtml(heading)}"`;
    return rowHeading
      ? `<th scope="row" role="rowheader" class="govuk-table__header"${label}>${writeCell(cell, false)}</th>`
      : `<td role="cell" class="govuk-table__cell"${label}>${writeCell(cell, total)}</td>`;
  });
  return `<tr class="govuk-table__row" role="row">${written.join("")}</tr>`;
};

const writeCell = (cell: Cell, bold: boolean): string =>
  cell
    .map((text) => `<p class="${looksOf(text, bold)}">${markOf(text)}${escapeLines(text.text)}</p>`)
    .join("");

const looksOf = ({ quiet, weight }: CellText, bold: boolean): string =>
  [
    quiet ? "govuk-body-s" : "govuk-body",
    ...(weight === "bold" || (bold && !quiet) ? ["govuk-!-font-weight-bold"] : []),
  ].join(" ");

const SIGNS: Record<Shape, string> = {
  circle: "●",
  diamond: "◆",
  triangle: "▲",
  dash: "–",
  up: "▲",
  level: "◆",
  down: "▼",
};

/** The text says the same: who listens need not hear it twice. */
const markOf = ({ mark }: CellText): string =>
  mark === undefined ? "" : `<span aria-hidden="true">${SIGNS[mark.shape]} </span>`;
