import { Fragment } from "react";
import type { Dashboard } from "../words.ts";
import { columnKey } from "./column-headings.ts";

/** What the columns mean, as the committee's appendix has it at its end. */
export const ColumnKey = ({ dashboard }: { dashboard: Dashboard }) => (
  <section className="app-key" aria-labelledby="key-to-columns">
    <h2 className="govuk-heading-m" id="key-to-columns" tabIndex={-1}>
      Key to columns
    </h2>
    <table className="govuk-table app-key__table">
      <caption className="govuk-visually-hidden">Key to columns</caption>
      <thead className="govuk-visually-hidden">
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Word</th>
          <th scope="col">What it means</th>
        </tr>
      </thead>
      <tbody>
        {columnKey(dashboard).map(({ heading, terms }) => (
          <Fragment key={heading}>
            {terms.map(([term, meaning], index) => (
              <tr key={term}>
                {index === 0 ? (
                  <th className="govuk-table__header" scope="rowgroup" rowSpan={terms.length}>
                    {heading}
                  </th>
                ) : null}
                <td className="govuk-table__cell">
                  <strong>{term}</strong>
                </td>
                <td className="govuk-table__cell">{meaning}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  </section>
);
