import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Details } from "../../ui/details.tsx";
import { formatDate } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { SummaryList, type SummaryRow } from "../../ui/summary-list.tsx";
import { DeliveryActions } from "./delivery-actions.tsx";
import { OutcomeTree } from "./outcome-tree.tsx";
import { StrategyQuery } from "./queries.ts";
import { growTree } from "./tree.ts";
import type { Strategy } from "./types.ts";

const link = (other: { slug: string; title: string }) => (
  <AppLink to={`/strategies/${other.slug}`}>{other.title}</AppLink>
);

const facts = (strategy: Strategy): SummaryRow[] => {
  const { source } = strategy;
  return [
    {
      key: "years",
      label: "Runs",
      value: `${formatDate(strategy.startsOn)} to ${formatDate(strategy.endsOn)}`,
    },
    { key: "whose", label: "Belongs to", value: strategy.organisations.map(({ name }) => name).join(", ") },
    ...(strategy.supersedes ? [{ key: "before", label: "Follows", value: link(strategy.supersedes) }] : []),
    ...(strategy.supersededBy
      ? [{ key: "after", label: "Followed by", value: link(strategy.supersededBy) }]
      : []),
    ...(source
      ? [
          {
            key: "source",
            label: "Source",
            value: [source.title, source.committee, source.meetingDate && formatDate(source.meetingDate)]
              .filter(Boolean)
              .join(", "),
          },
        ]
      : []),
  ];
};

export const StrategyPage = () => {
  const { slug = "" } = useParams();
  const { strategy } = useLiveData(StrategyQuery, { slug });
  if (!strategy) return null;
  const tree = growTree(strategy.elements);
  return (
    <Page
      title={strategy.title}
      caption={strategy.isDraft ? "Strategy, draft plan" : "Strategy"}
      crumbs={[
        { to: "/", words: "Home" },
        { to: "/strategies", words: "Strategies" },
      ]}
    >
      {strategy.fullTitle && strategy.fullTitle !== strategy.title ? (
        <p className="govuk-body-l">{strategy.fullTitle}</p>
      ) : null}
      {strategy.summary ? <p className="govuk-body">{strategy.summary}</p> : null}
      <SummaryList rows={facts(strategy)} />
      {strategy.doubts.length > 0 ? (
        <Details summary="Doubts about the source">
          <ul className="govuk-list govuk-list--bullet">
            {strategy.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      <h2 className="govuk-heading-m">Outcomes and the figures under them</h2>
      {tree.length > 0 ? (
        <OutcomeTree branches={tree} depth={0} />
      ) : (
        <p className="govuk-body">No outcomes have been recorded for this plan.</p>
      )}
      <DeliveryActions actions={strategy.actions.edges.map((edge) => edge.node)} />
    </Page>
  );
};
