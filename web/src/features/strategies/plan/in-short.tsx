import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Mark } from "../../../ui/mark.tsx";
import { NOT_RATED, RATING_MARKS } from "../../../ui/rating-marks.ts";
import { Table } from "../../../ui/table.tsx";
import { RatingCounts } from "../rating-counts.tsx";
import type { Strategy } from "./types.ts";

type Ratings = NonNullable<Strategy["ratings"]>;

const dashboardAddress = ({ organisation, period }: Ratings["edition"]): string =>
  `/performance?${new URLSearchParams({ organisation: organisation.code, period: period.code })}`;

/** The same measures by the department's layers: which of its plans they belong to, the dashboard knows. */
const Layers = ({ layers, slug }: { layers: Ratings["layers"]; slug: string }) => {
  const [first] = layers;
  // A department's own plan has its layers in the tree.
  if (first === undefined || first.layer.strategy.slug === slug) return null;
  return (
    <>
      <Table
        caption="The same measures by the department’s layers"
        rows={layers}
        rowKey={({ layer }) => layer.id}
        columns={[
          { key: "layer", heading: "Layer", rowHeading: true, cell: ({ layer }) => layer.title },
          {
            key: "ratings",
            heading: "Ratings",
            cell: ({ summary }) => <RatingCounts summary={summary} />,
          },
        ]}
      />
      <p className="govuk-body">
        The layers are those of{" "}
        <AppLink to={`/strategies/${first.layer.strategy.slug}`}>{first.layer.strategy.title}</AppLink>.
      </p>
    </>
  );
};

/** How the plan's measures are rated, in counts that add up to the rows of the tree. */
export const InShort = ({ strategy }: { strategy: Strategy }) => {
  const { ratings } = strategy;
  if (strategy.metricCount === 0)
    return <p className="govuk-body">No measure hangs under this plan, so there is nothing to rate.</p>;
  if (ratings === null)
    return (
      <p className="govuk-body">
        No dashboard was reported in this plan&rsquo;s years, so there are no ratings to show.
      </p>
    );
  const { edition, summary, layers } = ratings;
  const reported = edition.reportedOn ? `, as reported on ${formatDate(edition.reportedOn)}` : "";
  return (
    <>
      {summary.rows > 0 ? (
        <dl className="app-counts">
          {summary.counts.map(({ key, label, count }) => (
            <div className="app-counts__item" key={key}>
              <dt className="app-counts__label">
                <Mark {...(RATING_MARKS[key] ?? NOT_RATED)} words={label} />
              </dt>
              <dd className="app-counts__number">{count}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="govuk-body">
        {summary.rows > 0 ? `${summary.sentence}. ` : "None of its measures stands on this dashboard. "}
        From the dashboard of {edition.organisation.name} for{" "}
        <AppLink to={dashboardAddress(edition)}>{edition.period.label}</AppLink>
        {reported}.
      </p>
      <Layers layers={layers} slug={strategy.slug} />
    </>
  );
};
