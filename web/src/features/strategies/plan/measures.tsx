import { AppLink } from "../../../ui/app-link.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { NOT_RATED, RATING_MARKS } from "../../../ui/rating-marks.ts";
import { Table } from "../../../ui/table.tsx";
import { metricAddress } from "../words.ts";
import type { Element, RatedRow } from "./types.ts";

interface MeasuresProps {
  element: Element;
  rows: readonly RatedRow[];
  others: Element["metrics"];
  organisation: string | undefined;
}

const ratingOf = ({ rating }: RatedRow) => (rating.effective && RATING_MARKS[rating.effective]) || NOT_RATED;

/** The measures that hang under an element itself: those on the dashboard with their ratings, then those of other years. */
export const Measures = ({ element, rows, others, organisation }: MeasuresProps) => (
  <>
    {rows.length > 0 ? (
      <Table
        caption={`Measures of ${element.title}`}
        captionHidden
        rows={rows}
        rowKey={({ position }) => `${position}`}
        columns={[
          {
            key: "measure",
            heading: "Measure",
            rowHeading: true,
            cell: ({ title, metric }) => (
              <>
                <AppLink to={metricAddress(metric.code, organisation)}>{title}</AppLink>{" "}
                <span className="app-code">{metric.code}</span>
              </>
            ),
          },
          { key: "rating", heading: "Rating", cell: (row) => <Mark {...ratingOf(row)} /> },
          {
            key: "current",
            heading: "Figure",
            cell: ({ current }) => current?.display ?? <span className="app-quiet">No figure</span>,
          },
        ]}
      />
    ) : null}
    {others.length > 0 ? (
      <>
        <p className="govuk-body govuk-!-margin-bottom-1">
          {element.ratings ? "Under it in other years, and not on this dashboard:" : "Measures under it:"}
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {others.map((metric) => (
            <li key={metric.id}>
              <AppLink to={metricAddress(metric.code, organisation)}>{metric.title}</AppLink>{" "}
              <span className="app-code">{metric.code}</span>
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </>
);
