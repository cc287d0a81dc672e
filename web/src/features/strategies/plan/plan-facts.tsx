import { Details } from "../../../ui/details.tsx";
import { EqualityActionsLink } from "../../../ui/equality-actions.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { SummaryList, type SummaryRow } from "../../../ui/summary-list.tsx";
import { describeParts } from "../words.ts";
import type { Strategy } from "./types.ts";

const rowsOf = (strategy: Strategy): SummaryRow[] => {
  const { source, metricCount, equalityActionCounts: counts } = strategy;
  const measures = metricCount === 1 ? "1 measure" : `${metricCount} measures`;
  return [
    {
      key: "years",
      label: "Runs",
      value: `${formatDate(strategy.startsOn)} to ${formatDate(strategy.endsOn)}`,
    },
    { key: "whose", label: "Belongs to", value: strategy.organisations.map(({ name }) => name).join(", ") },
    {
      key: "parts",
      label: "Made up of",
      value: [describeParts(strategy.elements), `${measures} in all its years`].filter(Boolean).join("; "),
    },
    ...(counts?.open
      ? [
          {
            key: "equality",
            label: "Equality actions",
            value: (
              <>
                <EqualityActionsLink
                  counts={counts}
                  of={{ plan: strategy.slug }}
                  hiddenText="that are part of this plan"
                />
                , part of its delivery actions
              </>
            ),
          },
        ]
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

/** What the plan is, and what a careful reader doubted about its paper. */
export const PlanFacts = ({ strategy }: { strategy: Strategy }) => (
  <>
    {strategy.fullTitle && strategy.fullTitle !== strategy.title ? (
      <p className="govuk-body-l">{strategy.fullTitle}</p>
    ) : null}
    {strategy.summary ? <p className="govuk-body">{strategy.summary}</p> : null}
    <SummaryList rows={rowsOf(strategy)} />
    {strategy.doubts.length > 0 ? (
      <Details summary="Doubts about the source">
        <ul className="govuk-list govuk-list--bullet">
          {strategy.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      </Details>
    ) : null}
  </>
);
