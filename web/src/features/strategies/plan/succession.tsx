import { useState } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { Expander } from "../../../ui/expander.tsx";
import { Table } from "../../../ui/table.tsx";
import { metricAddress } from "../words.ts";
import { formatYears } from "../years.ts";
import type { Strategy } from "./types.ts";

type Plan = Strategy["succession"][number];

const measures = (count: number): string => (count === 1 ? "1 measure" : `${count} measures`);

const titles = (elements: readonly { title: string }[]): string =>
  elements.map(({ title }) => title).join("; ");

/** What one plan took over: how much of both, and each measure with where it hung and hangs. */
const CarriedOver = ({ plan, index }: { plan: Plan; index: number }) => {
  const [open, setOpen] = useState(false);
  const { carriedOver, supersedes, metricCount } = plan;
  if (supersedes === null) return null;
  const count = carriedOver.length;
  const sentence = `${count} of the ${measures(supersedes.metricCount)} before were carried over; ${measures(metricCount - count)} came in`;
  if (count === 0) return <p className="govuk-body">{sentence}.</p>;
  return (
    <Expander
      id={`carried-${index}`}
      level={4}
      heading={`What was carried over into ${plan.title}`}
      always={<p className="govuk-body">{sentence}.</p>}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Table
        caption={`Measures carried over into ${plan.title}`}
        captionHidden
        rows={carriedOver}
        rowKey={({ metric }) => metric.id}
        columns={[
          {
            key: "metric",
            heading: "Measure",
            rowHeading: true,
            cell: ({ metric }) => (
              <>
                <AppLink to={metricAddress(metric.code)}>{metric.title}</AppLink>{" "}
                <span className="app-code">{metric.code}</span>
              </>
            ),
          },
          { key: "before", heading: "In the plan before", cell: ({ before }) => titles(before) },
          { key: "now", heading: `In ${plan.title}`, cell: ({ now }) => titles(now) },
        ]}
      />
    </Expander>
  );
};

/** The line of plans, oldest first, with what each took over from the one before. */
export const Succession = ({ strategy }: { strategy: Strategy }) => {
  const { succession } = strategy;
  if (succession.length < 2)
    return <p className="govuk-body">No plan is known to come before or after this one.</p>;
  return (
    <ol className="app-succession">
      {succession.map((plan, index) => (
        <li key={plan.id} className="app-succession__plan">
          <h3 className="govuk-heading-s">
            {plan.id === strategy.id ? (
              <span aria-current="page">{plan.title} (this plan)</span>
            ) : (
              <AppLink to={`/strategies/${plan.slug}`}>{plan.title}</AppLink>
            )}
            <span className="app-measure__facts">
              {formatYears(plan.startsOn, plan.endsOn)}, {measures(plan.metricCount)}
            </span>
          </h3>
          <CarriedOver plan={plan} index={index} />
        </li>
      ))}
    </ol>
  );
};
