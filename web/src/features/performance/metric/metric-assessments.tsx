import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { ASSESSMENT_STATUS } from "../../../ui/status-words.ts";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Metric } from "../words.ts";

/** The assessments that cite a figure of this measure: those that this reader may see, and no hint of others. */
export const MetricAssessments = ({ assessments }: { assessments: Metric["assessments"] }) => (
  <section aria-labelledby="assessments">
    <h2 className="govuk-heading-m" id="assessments">
      Assessments that cite it
    </h2>
    {assessments.edges.length === 0 ? (
      <p className="govuk-body">No assessment that you may see cites one of its figures.</p>
    ) : (
      <Table
        caption="Assessments that cite it"
        captionHidden
        rows={assessments.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "title",
            heading: "Assessment",
            rowHeading: true,
            cell: ({ reference, title }) => (
              <AppLink to={`/assessments/${reference}`}>
                {title} ({reference})
              </AppLink>
            ),
          },
          {
            key: "status",
            heading: "Status",
            cell: ({ status }) => (
              <Tag colour={ASSESSMENT_STATUS[status].colour}>{ASSESSMENT_STATUS[status].words}</Tag>
            ),
          },
          { key: "started", heading: "Started", cell: ({ startedOn }) => formatDate(startedOn) },
        ]}
      />
    )}
    {assessments.pageInfo.hasNextPage ? (
      <p className="govuk-body">The newest {assessments.edges.length} are shown.</p>
    ) : null}
  </section>
);
