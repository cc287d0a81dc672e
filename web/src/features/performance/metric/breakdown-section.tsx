import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { Table } from "../../../ui/table.tsx";
import type { Metric } from "../words.ts";
import { FigureBars, RatioBars } from "./breakdown-chart.tsx";
import { chanceWords, characteristicName, groupBars } from "./breakdown-model.ts";
import { type MetricQuestion, writeQuestion } from "./question.ts";
import type { Breakdown } from "./types.ts";

const PeriodForm = ({ periods, question }: { periods: Breakdown["periods"]; question: MetricQuestion }) => {
  const [, setSearch] = useSearchParams();
  const [breakdown, setBreakdown] = useState(question.breakdown ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(new URLSearchParams(writeQuestion({ ...question, breakdown: breakdown || null })), {
      preventScrollReset: true,
    });
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <Select
        id="breakdown"
        label="Period of the breakdowns"
        options={[
          { value: "", label: "The newest of each" },
          ...periods.map(({ code, label }) => ({ value: code, label })),
        ]}
        value={breakdown}
        onChange={setBreakdown}
      />
      <Button variant="secondary">Show breakdowns</Button>
    </form>
  );
};

const BreakdownTable = ({ breakdown, caption }: { breakdown: Breakdown; caption: string }) => (
  <Table
    caption={caption}
    captionHidden
    rows={groupBars(breakdown)}
    rowKey={({ category }) => category}
    columns={[
      { key: "group", heading: "Group", rowHeading: true, cell: ({ category }) => category },
      {
        key: "figure",
        heading: "Figure",
        cell: ({ words, value }) => (value === null ? <span className="app-quiet">{words}</span> : words),
      },
      {
        key: "ratio",
        heading: "Ratio to everybody else",
        cell: ({ ratioWords, note, couldBeChance }) => (
          <>
            {ratioWords}
            {couldBeChance === null ? null : (
              <span className="govuk-hint app-block">{chanceWords(couldBeChance)}</span>
            )}
            {note ? <span className="govuk-hint app-block">{note}</span> : null}
          </>
        ),
      },
    ]}
  />
);

const OneBreakdown = ({ breakdown, metric }: { breakdown: Breakdown; metric: Metric }) => {
  const title = `${characteristicName(breakdown.characteristic)}, ${breakdown.period.label}`;
  const bars = groupBars(breakdown);
  const unit = breakdown.observations[0]?.unit ?? metric.unit;
  return (
    <section aria-label={title}>
      <h3 className="govuk-heading-s">{title}</h3>
      <div className="app-breakdown">
        <figure className="app-chart">
          <FigureBars
            bars={bars}
            unit={unit}
            name={`Bars of each group's figure by ${title}. The table that follows holds the same figures.`}
          />
          <figcaption className="govuk-hint">Each group&rsquo;s figure</figcaption>
        </figure>
        {bars.some(({ ratio }) => ratio !== null) ? (
          <figure className="app-chart">
            <RatioBars
              bars={bars}
              name={`Bars of each group's ratio to everybody else by ${title}. The table that follows holds the same figures.`}
            />
            <figcaption className="govuk-hint">
              Ratio to everybody else: at 1 a group fares as the others do. The line across a bar&rsquo;s end
              is the 95% interval.
            </figcaption>
          </figure>
        ) : (
          <p className="govuk-body">No group can be compared with the others: the table says why.</p>
        )}
      </div>
      <BreakdownTable breakdown={breakdown} caption={title} />
    </section>
  );
};

/** Whether the measure falls on groups alike, under disclosure control for all but analysts. */
export const BreakdownSection = ({ metric, question }: { metric: Metric; question: MetricQuestion }) => {
  const { breakdowns } = metric;
  const periods = [
    ...new Map(
      breakdowns.flatMap((breakdown) => breakdown.periods).map((each) => [each.code, each]),
    ).values(),
  ];
  return (
    <section aria-labelledby="breakdowns">
      <h2 className="govuk-heading-m" id="breakdowns">
        By protected characteristic
      </h2>
      {periods.length > 1 || question.breakdown ? (
        <PeriodForm key={question.breakdown ?? ""} periods={periods} question={question} />
      ) : null}
      {breakdowns.length === 0 ? (
        <p className="govuk-body">
          No figures by protected characteristic are recorded
          {question.breakdown ? " for this period" : ""}.
        </p>
      ) : (
        <p className="govuk-body">
          Counts under five are hidden, with a second group where the first could be worked out, and the rest
          rounded to five. Only analysts see what was recorded.
        </p>
      )}
      {breakdowns.map((breakdown) => (
        <OneBreakdown
          key={`${breakdown.characteristic} ${breakdown.period.code}`}
          breakdown={breakdown}
          metric={metric}
        />
      ))}
    </section>
  );
};
