/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and a formula can send data away
 * (design/security.md). White space before it does not help; full-width signs count as well.
 */
const COULD_BE_FORMULA = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** A negative number begins with a sign and is still only a number. */
const PLAIN_NUMBER = /^-\d+(\.\d+)?$/;

/** Puts an apostrophe before text that a spreadsheet could take for a formula. {@link unescapeFormula} takes it off again. */
export function escapeFormula(cell: string): string {
  return COULD_BE_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe of {@link escapeFormula}. Text that was never escaped stays as it is. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && COULD_BE_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
