import { type Decimal, readDecimal } from "../decimal.ts";
import { unescapeFormula } from "./formula-safety.ts";
import { problem, type RowProblem } from "./problems.ts";
import type { ImportField, ImportMapping } from "./vocabulary.ts";

/** What one row of a file says, field by field, with what was found wrong on the way. */
export interface RowReader {
  /** Ends trimmed; "" when the cell is blank or there is no such column. */
  text: (field: ImportField) => string;
  /** As it stands in the file, but for an apostrophe that keeps it from being a formula; null when it is blank. */
  verbatim: (field: ImportField) => string | null;
  problems: RowProblem[];
}

export function readerOf(cells: readonly string[], mapping: ImportMapping): RowReader {
  const { columns, constants } = mapping;
  const raw = (field: ImportField): string => {
    const column = columns[field];
    return unescapeFormula(column === undefined ? (constants[field] ?? "") : (cells[column - 1] ?? ""));
  };
  return {
    text: (field) => raw(field).trim(),
    verbatim: (field) => {
      const cell = raw(field);
      return cell.trim() === "" ? null : cell;
    },
    problems: [],
  };
}

/** As many digits as a figure of the API may have. */
const STORABLE = /^-?\d{1,30}(\.\d{1,15})?$/;

/** "1,373.0" → "1373.0"; null when it is no plain number, or has more digits than are kept. */
export function readAmount(text: string): Decimal | null {
  const amount = readDecimal(text);
  return amount !== null && STORABLE.test(amount) ? amount : null;
}

/** An amount that may be blank. One that can't be read is a problem, and null. */
export function amountIn(row: RowReader, field: ImportField): Decimal | null {
  const text = row.text(field);
  if (text === "") return null;
  const amount = readAmount(text);
  if (amount === null) row.problems.push(problem("UNREADABLE_VALUE", field, unreadableAmount(text)));
  return amount;
}

export function unreadableAmount(text: string): string {
  if (/^-?\d(\.\d+)?e[+-]?\d+$/i.test(text))
    return `“${text}” is a spreadsheet’s short form that has lost digits.`;
  if (/^-?\d{1,30},\d{1,15}$/.test(text))
    return `“${text}” can’t be read as a number: its comma groups no thousands. With a decimal point it would be ${text.replace(",", ".")}.`;
  return `“${text.slice(0, 100)}” can’t be read as a number.`;
}

/** A word of a list, however it is written: "not available" and "Not_Available" alike. Null: blank, or not of the list. */
export function wordIn<Word extends string>(
  row: RowReader,
  field: ImportField,
  words: readonly Word[],
): Word | null {
  const text = row.text(field);
  if (text === "") return null;
  const plain = text.toUpperCase().replace(/[\s-]+/g, "_");
  const word = words.find((each) => each === plain);
  if (word !== undefined) return word;
  const detail = `“${text.slice(0, 100)}” is none of ${words.join(", ")}.`;
  row.problems.push(problem("UNREADABLE_WORD", field, detail));
  return null;
}
