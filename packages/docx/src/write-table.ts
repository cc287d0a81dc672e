import type { Cell, CellText, Column, Row, Table as TableBlock } from "@due-regard/document/document";
import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { HEADING_ROW, markOf, QUIET, RULE, SIZES } from "./style.ts";
import { runsOf } from "./text.ts";

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;
const BORDERS = {
  top: BORDER,
  bottom: BORDER,
  left: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
} as const;
const MARGINS = { top: 60, bottom: 60, left: 90, right: 90 } as const;

/** Its caption, then the table. The row of headings is marked as such, and repeats where a page turns. */
export const writeTable = (table: TableBlock, width: number): (Paragraph | Table)[] => {
  const widths = divide(table.columns, width);
  return [
    new Paragraph({ style: "Caption", keepNext: true, children: runsOf(table.caption) }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      borders: BORDERS,
      margins: MARGINS,
      tableLook: {
        firstRow: true,
        firstColumn: table.columns[0]?.rowHeading ?? false,
        noHBand: true,
        noVBand: true,
      },
      rows: [
        headingRow(table, widths),
        ...table.rows.map((row, index) => bodyRow(table, row, index, widths)),
      ],
    }),
    // Word sets what follows a table close to it.
    new Paragraph({ style: "AfterTable" }),
  ];
};

/** Widths by shares, in whole units. */
const divide = (columns: readonly Column[], width: number): number[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => Math.floor((share * width) / shares));
};

const headingRow = ({ columns }: TableBlock, widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, index) =>
      cellOf([{ text: heading, weight: "bold" }], widths[index] ?? 0, {
        ground: HEADING_ROW,
        keepNext: true,
      }),
    ),
  });

/** A table that should not be divided keeps each of its rows with the next. */
const bodyRow = (table: TableBlock, row: Row, index: number, widths: readonly number[]): TableRow =>
  new TableRow({
    cantSplit: true,
    children: row.cells.map((cell, column) =>
      cellOf(row.total || table.columns[column]?.rowHeading ? bold(cell) : cell, widths[column] ?? 0, {
        keepNext: (table.whole ?? false) && index < table.rows.length - 1,
      }),
    ),
  });

const bold = (cell: Cell): Cell => cell.map((text) => (text.quiet ? text : { ...text, weight: "bold" }));

interface CellLook {
  ground?: string;
  keepNext?: boolean;
}

const cellOf = (cell: Cell, width: number, { ground, keepNext = false }: CellLook): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(ground ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: ground } } : {}),
    // A cell without a paragraph is one that Word can't open.
    children: (cell.length > 0 ? cell : [{ text: "" }]).map((text) => cellParagraph(text, keepNext)),
  });

const cellParagraph = ({ text, weight, quiet = false, mark }: CellText, keepNext: boolean): Paragraph => {
  const sign = mark && markOf(mark);
  return new Paragraph({
    style: "TableText",
    keepNext,
    children: [
      ...(sign ? [new TextRun({ text: `${sign.sign} `, color: sign.colour })] : []),
      ...runsOf(text, {
        bold: weight === "bold",
        ...(quiet ? { size: SIZES.cellQuiet, color: QUIET } : {}),
      }),
    ],
  });
};
