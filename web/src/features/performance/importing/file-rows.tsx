import type { FileColumns } from "./types.ts";

interface FileRowsProps {
  rows: FileColumns["firstRows"];
  headerRow: number;
  fileName: string;
}

const SHOWN = 6;

/** The top of the file as it stands, so that people see what they give names to. It scrolls, and takes the keyboard for that. */
export const FileRows = ({ rows, headerRow, fileName }: FileRowsProps) => {
  const shown = rows.filter(({ row }) => row >= headerRow).slice(0, SHOWN);
  const width = Math.max(0, ...shown.map(({ cells }) => cells.length));
  const positions = Array.from({ length: width }, (_, index) => index + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="app-file-rows" aria-label="The first rows of the file" tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--s">
          The first rows of {fileName}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Row
            </th>
            {positions.map((position) => (
              <th scope="col" className="govuk-table__header" key={position}>
                Column {position}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {shown.map(({ row, cells }) => (
            <tr className="govuk-table__row" key={row}>
              <th scope="row" className="govuk-table__header">
                {row}
              </th>
              {positions.map((position) => (
                <td className="govuk-table__cell" key={position}>
                  {cells[position - 1]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
