import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { useWideScreen } from "../../../ui/use-wide-screen.ts";
import type { Metric } from "../words.ts";
import { type ChartModel, type Contender, chartModel } from "./chart-model.ts";
import { type MetricQuestion, writeQuestion } from "./question.ts";
import type { Series } from "./series.ts";
import { SeriesChart } from "./series-chart.tsx";
import { SeriesTable } from "./series-table.tsx";
import { tableRows } from "./table-rows.ts";
import type { Ranks } from "./types.ts";

interface SeriesSectionProps {
  metric: Metric;
  contenders: readonly Contender[];
  question: MetricQuestion;
  all: readonly Series[];
  series: Series | null;
  ranks: Ranks | null;
}

const Beside = ({ contenders, question }: Pick<SeriesSectionProps, "contenders" | "question">) =>
  contenders.length < 2 ? null : (
    <ul className="govuk-list app-beside">
      {contenders.slice(1).map(({ code, name }) => (
        <li key={code}>
          Beside it: {name}.{" "}
          <AppLink
            to={writeQuestion({ ...question, beside: question.beside.filter((each) => each !== code) })}
            hiddenText={name}
            staysHere
          >
            Take away
          </AppLink>
        </li>
      ))}
    </ul>
  );

/** Periods of the series without a figure of the page's own organisation: the chart has gaps there, never nought. */
const gapsOf = ({ points }: ChartModel, own: string): string[] =>
  points
    .filter(({ actual, forecast }) => actual[own]?.value == null && forecast[own]?.value == null)
    .map(({ label, actual }) => `${label} (${actual[own]?.display ?? "no figure recorded"})`);

const OtherSeries = ({ all, series, question }: Pick<SeriesSectionProps, "all" | "series" | "question">) => {
  const others = all.filter(({ key }) => key !== series?.key);
  if (others.length === 0) return null;
  return (
    <p className="govuk-body">
      There are figures of other periods too, kept apart so that like is set beside like:{" "}
      {others.map(({ key, label }, index) => (
        <span key={key}>
          {index > 0 ? ", " : ""}
          <AppLink to={writeQuestion({ ...question, series: key, period: null })} staysHere>
            {label}
          </AppLink>
        </span>
      ))}
      .
    </p>
  );
};

const Breaks = ({ model }: { model: ChartModel }) =>
  model.breaks.map(({ code, label, note }) => (
    <InsetText key={code}>
      New definition from {label}: {note} Figures before and after can&rsquo;t be compared directly.
    </InsetText>
  ));

/** The figures over the years: a chart, and the table that it never stands without. */
export const SeriesSection = (props: SeriesSectionProps) => {
  const { metric, contenders, question, all, series, ranks } = props;
  const named = useWideScreen();
  const own = contenders[0];
  if (!own || series === null) {
    const groups = metric.breakdowns.length > 0;
    return (
      <p className="govuk-body">
        {own?.name ?? "This organisation"} has no figures for this measure
        {groups ? ", but for groups of people: they stand below." : "."}
      </p>
    );
  }
  const model = chartModel({ series, contenders, metric, ranks });
  const name = `${metric.title}, ${contenders.map((each) => each.name).join(" beside ")}: ${series.label}`;
  const gaps = gapsOf(model, own.code);
  return (
    <>
      <Beside contenders={contenders} question={question} />
      {series.values > 0 ? (
        <SeriesChart
          model={model}
          contenders={contenders}
          unit={metric.unit}
          named={named}
          name={`Chart of ${name}. The table that follows holds the same figures.`}
        />
      ) : null}
      {gaps.length > 0 ? <p className="govuk-body">No value for {gaps.join("; ")}.</p> : null}
      <Breaks model={model} />
      <SeriesTable
        rows={tableRows({ series, contenders, metric, ranks })}
        contenders={contenders}
        name={name}
      />
      <OtherSeries all={all} series={series} question={question} />
    </>
  );
};
