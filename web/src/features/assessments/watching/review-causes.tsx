import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import { Table } from "../../../ui/table.tsx";
import type { Overview } from "../types.ts";

type Cause = Overview["reviewCauses"][number];

const WHAT: Record<Cause["kind"], string> = {
  REVIEW_DATE: "The day of its review has come",
  WITHDRAWN: "Taken back",
  RESULT_PUBLISHED: "Published since",
  PAST_THRESHOLD: "Past what is watched for",
  RATING_WORSE: "Rated worse",
  DEFINITION_CHANGED: "Defined otherwise",
  REVISED: "Revised",
  WORDS_CHANGED: "Says something else",
};

const Title = ({ cause }: { cause: Cause }) => (
  <>
    {WHAT[cause.kind]}
    {cause.title ? (
      <span className="govuk-hint app-block govuk-!-margin-bottom-0">
        {cause.metric ? (
          <AppLink to={`/performance/metrics/${encodeURIComponent(cause.metric.code)}`}>
            {cause.title}
          </AppLink>
        ) : (
          cause.title
        )}
      </span>
    ) : null}
  </>
);

/** Why a signed assessment has to be looked at again: what was cited beside what stands now. */
export const ReviewCauses = ({ assessment }: { assessment: Overview }) => {
  const { status, reviewCauses: causes } = assessment;
  if (causes.length === 0 || !["REVIEW_DUE", "CHANGES_REQUESTED"].includes(status)) return null;
  return (
    <section>
      {status === "REVIEW_DUE" ? (
        <WarningText>
          This assessment is due for review: something under it has changed since it was signed.
        </WarningText>
      ) : null}
      <Table
        caption={
          status === "REVIEW_DUE" ? "Why it is due for review" : "What had changed when it was reopened"
        }
        rows={causes}
        rowKey={({ words }) => words}
        columns={[
          { key: "what", heading: "What", rowHeading: true, cell: (cause) => <Title cause={cause} /> },
          { key: "before", heading: "When cited", cell: ({ before }) => before ?? "—" },
          {
            key: "now",
            heading: "Now",
            cell: ({ now, kind }) =>
              kind === "REVIEW_DATE" ? formatDay(now ?? "") : (now ?? "It is there no longer"),
          },
          { key: "source", heading: "Source", cell: ({ source }) => source ?? "Recorded here" },
          { key: "found", heading: "Found", cell: ({ foundAt }) => formatDay(foundAt) },
        ]}
      />
    </section>
  );
};
