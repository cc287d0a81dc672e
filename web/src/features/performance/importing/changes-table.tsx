import { useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Table } from "../../../ui/table.tsx";
import type { FoundImport } from "./types.ts";
import { counted, OUTCOME } from "./words.ts";

const metricAddress = (code: string, organisation: string): string =>
  `/performance/metrics/${encodeURIComponent(code)}?organisation=${organisation}`;

/** What recording does to each figure: what stands there now, and what would stand there. */
export const ChangesTable = ({ found, title }: { found: Pick<FoundImport, "changes">; title: string }) => {
  const [search] = useSearchParams();
  const { edges, pageInfo, totalCount } = found.changes;
  if (totalCount === 0) return null;
  const more = new URLSearchParams(search);
  more.set("afterChange", pageInfo.endCursor ?? "");
  return (
    <section aria-labelledby="changes">
      <h2 className="govuk-heading-m" id="changes">
        {title}
      </h2>
      <p className="govuk-body">{counted(totalCount, "figure")}, in the order of the file.</p>
      <Table
        caption={title}
        captionHidden
        rows={edges.map(({ node }) => node)}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: "row", heading: "Row", cell: ({ row }) => row.toLocaleString("en-GB") },
          {
            key: "metric",
            heading: "Measure",
            rowHeading: true,
            cell: ({ metric, organisation, period, group }) => (
              <>
                <AppLink to={metricAddress(metric.code, organisation.code)}>{metric.title}</AppLink>
                <span className="govuk-hint app-block govuk-!-margin-bottom-0">
                  {[metric.code, organisation.name, period.label, group].filter(Boolean).join(", ")}
                </span>
              </>
            ),
          },
          { key: "before", heading: "Before", cell: ({ before }) => before ?? "No figure" },
          { key: "after", heading: "After", cell: ({ after }) => after },
          { key: "outcome", heading: "What it does", cell: ({ outcome }) => OUTCOME[outcome] },
        ]}
      />
      {pageInfo.hasNextPage ? (
        <p className="govuk-body">
          <AppLink to={`?${more}#changes`}>More figures</AppLink>
        </p>
      ) : null}
    </section>
  );
};
