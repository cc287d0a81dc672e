import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import type { Column } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { RatingCounts } from "../rating-counts.tsx";
import { describeParts } from "../words.ts";
import { formatYears } from "../years.ts";
import { gapSentences } from "./gap-sentences.ts";
import type { ListedStrategy } from "./queries.ts";

const Neighbour = ({ words, plan }: { words: string; plan: { slug: string; title: string } | null }) =>
  plan ? (
    <span className="app-measure__facts">
      {words} <AppLink to={`/strategies/${plan.slug}`}>{plan.title}</AppLink>
    </span>
  ) : null;

const Name = ({ plan }: { plan: ListedStrategy }) => (
  <>
    <AppLink to={`/strategies/${plan.slug}`}>{plan.title}</AppLink>
    {plan.isDraft ? (
      <>
        {" "}
        <Tag colour="grey">Draft plan</Tag>
      </>
    ) : null}
    <Neighbour words="Follows" plan={plan.supersedes} />
    <Neighbour words="Followed by" plan={plan.supersededBy} />
  </>
);

/** A department's plan has layers alone, and their names say more than their number. */
const Parts = ({ plan }: { plan: ListedStrategy }) => {
  const layers = plan.elements.filter(({ kind }) => kind === "LAYER");
  return (
    <>
      {describeParts(plan.elements)}
      {layers.length > 0 ? `: ${layers.map(({ title }) => title.toLowerCase()).join(", ")}` : ""}
      <span className="app-measure__facts">
        {plan.metricCount === 1 ? "1 measure" : `${plan.metricCount} measures`} in all its years
      </span>
    </>
  );
};

const Ratings = ({ plan }: { plan: ListedStrategy }) =>
  plan.ratings === null ? (
    <span className="app-quiet">No dashboard in its years</span>
  ) : plan.ratings.summary.rows === 0 ? (
    <span className="app-quiet">No measure of it on a dashboard</span>
  ) : (
    <>
      <RatingCounts summary={plan.ratings.summary} />
      <span className="app-measure__facts">
        {plan.ratings.edition.organisation.name}, {plan.ratings.edition.period.label}
      </span>
    </>
  );

const Gaps = ({ plan }: { plan: ListedStrategy }) => {
  const sentences = gapSentences(plan.gaps);
  return sentences.length === 0 ? (
    <span className="app-quiet">None</span>
  ) : (
    <ul className="app-gap-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};

export const COLUMNS: readonly Column<ListedStrategy>[] = [
  { key: "title", heading: "Strategy", rowHeading: true, cell: (plan) => <Name plan={plan} /> },
  {
    key: "years",
    heading: "Years",
    cell: (plan) => (
      <>
        {formatYears(plan.startsOn, plan.endsOn)}
        <span className="app-measure__facts">until {formatDate(plan.endsOn)}</span>
      </>
    ),
  },
  {
    key: "whose",
    heading: "Whose",
    cell: (plan) => plan.organisations.map(({ name }) => name).join(", "),
  },
  { key: "parts", heading: "Made up of", cell: (plan) => <Parts plan={plan} /> },
  { key: "ratings", heading: "Ratings", cell: (plan) => <Ratings plan={plan} /> },
  { key: "gaps", heading: "Gaps", cell: (plan) => <Gaps plan={plan} /> },
];
