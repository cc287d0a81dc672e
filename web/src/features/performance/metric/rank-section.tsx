import { formatDecimal } from "@due-regard/domain/metrics/format-value";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { Details } from "../../../ui/details.tsx";
import { Select } from "../../../ui/select.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Metric } from "../words.ts";
import type { Contender } from "./chart-model.ts";
import { paperWords } from "./paper-words.ts";
import { FEWEST_TO_RANK, printedPlace, quartileWords } from "./place-words.ts";
import { type MetricQuestion, writeQuestion } from "./question.ts";
import { ownStandings, rankStory, stripModel } from "./rank-model.ts";
import { RankStrip } from "./rank-strip.tsx";
import type { Series } from "./series.ts";
import type { GroupRanking, Ranks, Standing } from "./types.ts";

interface RankSectionProps {
  metric: Metric;
  contenders: readonly Contender[];
  question: MetricQuestion;
  series: Series | null;
  /** The period whose ranks are shown. Null: no figure has a value. */
  period: string | null;
  ranks: Ranks | null;
}

const RankForm = ({ metric, question, series, period }: Omit<RankSectionProps, "contenders" | "ranks">) => {
  const [, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState({ group: question.group, period: period ?? "" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(new URLSearchParams(writeQuestion({ ...question, ...chosen })), { preventScrollReset: true });
  };
  const periods = series?.periods.toReversed() ?? [];
  return (
    <form className="app-filters" onSubmit={submit}>
      <h3 className="govuk-visually-hidden">Choose whom to rank</h3>
      <Select
        id="group"
        label="Among"
        options={metric.rankingGroups.map((group) => ({ value: group, label: group }))}
        value={chosen.group}
        onChange={(group) => setChosen({ ...chosen, group })}
      />
      <Select
        id="period"
        label="Period"
        options={periods.map(({ code, label }) => ({ value: code, label }))}
        value={chosen.period}
        onChange={(next) => setChosen({ ...chosen, period: next })}
      />
      <Button variant="secondary">Show ranks</Button>
    </form>
  );
};

const standingColumns = (unit: Metric["unit"]): Column<Standing>[] => [
  { key: "name", heading: "Authority", rowHeading: true, cell: ({ organisation }) => organisation.name },
  { key: "rank", heading: "Rank", cell: ({ rank, tied }) => `${rank}${tied ? " (=)" : ""}` },
  { key: "value", heading: "Figure", cell: ({ value }) => formatDecimal(value, unit) },
  {
    key: "quartile",
    heading: "Quartile",
    cell: ({ quartile }) => quartileWords(quartile) ?? <span className="app-quiet">None</span>,
  },
];

interface StandingsProps {
  caption: string;
  standings: readonly Standing[];
  unit: Metric["unit"];
}

const Standings = ({ caption, standings, unit }: StandingsProps) => (
  <Table
    caption={caption}
    captionHidden
    rows={standings}
    rowKey={({ organisation }) => organisation.id}
    columns={standingColumns(unit)}
  />
);

/** Where a paper prints a place for the period: kept beside what is worked out here. */
const Printed = ({ metric, period }: { metric: Metric; period: string | null }) =>
  metric.reportedStandings
    .filter((standing) => standing.period.code === period)
    .map((standing) => (
      <p className="govuk-body" key={standing.group}>
        {standing.source ? "As printed" : "As entered here"} for {standing.group}, {standing.period.label}:{" "}
        <strong>{printedPlace(standing)}</strong>.{" "}
        {standing.source ? <span className="app-quiet">{paperWords(standing.source)}</span> : null}
      </p>
    ));

/** So many standings fit on the page as they are; more go one step away. */
const SHORT_LIST = 5;

const Ranked = ({
  ranking,
  name,
  metric,
  contenders,
}: {
  ranking: GroupRanking;
  name: string;
  metric: Metric;
  contenders: readonly Contender[];
}) => {
  const own = ownStandings(ranking, contenders);
  const all = (
    <Standings caption={`All standings, ${name}`} standings={ranking.standings} unit={metric.unit} />
  );
  return (
    <>
      <figure className="app-chart">
        <RankStrip
          model={stripModel(ranking, contenders, metric.aim)}
          unit={metric.unit}
          name={`Strip of ${name}: each authority's figure on one line. The table that follows holds the same figures.`}
        />
        <figcaption className="govuk-hint">
          Each stroke is one authority; the better end is at the right.
        </figcaption>
      </figure>
      {ranking.of <= SHORT_LIST ? (
        all
      ) : (
        <>
          <Standings caption={`Standings, ${name}`} standings={own} unit={metric.unit} />
          <Details summary={`All ${ranking.of} standings`}>{all}</Details>
        </>
      )}
    </>
  );
};

/** Where the organisation stands among authorities in one period: a strip, its table, and what papers print. */
export const RankSection = (props: RankSectionProps) => {
  const { metric, contenders, question, series, period, ranks } = props;
  const label = series?.periods.find(({ code }) => code === period)?.label ?? period ?? "";
  const ranking = ranks?.everybody[0];
  const { group } = question;
  const story = rankStory(ranking, { contenders, group, period: label, aim: metric.aim });
  return (
    <section aria-labelledby="rank">
      <h2 className="govuk-heading-m" id="rank">
        Rank among authorities
      </h2>
      {period === null ? (
        <p className="govuk-body">There is no figure to rank.</p>
      ) : (
        <>
          <RankForm
            key={`${group} ${period}`}
            metric={metric}
            question={question}
            series={series}
            period={period}
          />
          <p className="govuk-body">
            {story.reported} {story.places.join(" ")}
          </p>
          <Printed metric={metric} period={period} />
          {ranking && ranking.of >= FEWEST_TO_RANK ? (
            <Ranked ranking={ranking} name={`${group}, ${label}`} metric={metric} contenders={contenders} />
          ) : null}
        </>
      )}
    </section>
  );
};
