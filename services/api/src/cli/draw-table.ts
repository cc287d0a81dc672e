const WIDEST = 60;

/** Columns under their headers for a terminal: each as wide as it needs, long cells cut with a sign that they go on. */
export function drawTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const cut = [headers, ...rows].map((row) => row.map(cutCell));
  const widths = headers.map((_header, column) => Math.max(...cut.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = cut;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** Control characters would move the cursor: a file could draw what it likes. */
function cutCell(cell: string): string {
  const plain = cell.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain;
}
