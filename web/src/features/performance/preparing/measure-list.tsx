import { useState } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { Table } from "../../../ui/table.tsx";
import type { ArrangeProps } from "./load-preparing.ts";
import { RemoveMutation } from "./queries.ts";

type Group = ArrangeProps["data"]["dashboard"]["groups"][number];

interface Measure {
  code: string;
  title: string;
  period: string;
  under: string;
}

const measuresOf = (groups: readonly Group[]): Measure[] =>
  groups.flatMap(({ layer, outcome, supportingOutcome, rows }) =>
    rows.map(({ title, metric, currentPeriod, currentIsForecast }) => ({
      code: metric.code,
      title,
      period: currentIsForecast ? `${currentPeriod.label} (forecast)` : currentPeriod.label,
      under: [layer, outcome, supportingOutcome].flatMap((element) => element?.title ?? []).join(": "),
    })),
  );

/** The measures that are on it, each with a way off it again. Its figures stay. */
export const MeasureList = ({ data: { dashboard }, onDone, onErrors }: ArrangeProps) => {
  const client = useClient();
  const { send, busy } = useSend(() => null, onErrors);
  const [asked, setAsked] = useState<string | null>(null);
  const measures = measuresOf(dashboard.groups);
  const remove = ({ code, title }: Measure) =>
    send(
      async () => {
        const { organisation, period } = dashboard;
        const input = { organisation: organisation.code, period: period.code, metric: code };
        const { data, error } = await client.mutation(RemoveMutation, { input }).toPromise();
        return outcomeOf(data?.removeFromDashboard, error);
      },
      () => {
        setAsked(null);
        onDone(`${title} is no longer on this dashboard. Its figures are kept.`);
      },
    );
  return (
    <section aria-labelledby="measures">
      <h2 className="govuk-heading-m" id="measures">
        Measures
      </h2>
      {measures.length === 0 ? (
        <p className="govuk-body">This dashboard shows no measure yet.</p>
      ) : (
        <Table
          caption="Measures"
          captionHidden
          rows={measures}
          rowKey={({ code }) => code}
          columns={[
            { key: "title", heading: "Measure", rowHeading: true, cell: ({ title }) => title },
            { key: "code", heading: "Code", cell: ({ code }) => <span className="app-code">{code}</span> },
            { key: "under", heading: "Under", cell: ({ under }) => under || "Nothing" },
            { key: "period", heading: "Current figure is for", cell: ({ period }) => period },
            {
              key: "remove",
              heading: "Remove",
              cell: (measure) =>
                asked === measure.code ? (
                  <ButtonGroup>
                    <Button type="button" variant="warning" busy={busy} onClick={() => void remove(measure)}>
                      Remove it
                    </Button>
                    <LinkButton onClick={() => setAsked(null)}>Keep it</LinkButton>
                  </ButtonGroup>
                ) : (
                  <LinkButton hiddenText={measure.title} onClick={() => setAsked(measure.code)}>
                    Remove
                  </LinkButton>
                ),
            },
          ]}
        />
      )}
    </section>
  );
};
