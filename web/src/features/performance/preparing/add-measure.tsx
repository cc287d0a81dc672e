import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Select } from "../../../ui/select.tsx";
import { Table } from "../../../ui/table.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import type { ArrangeProps } from "./load-preparing.ts";
import { layersOf, outcomesOf } from "./places.ts";
import { AddMutation } from "./queries.ts";
import { type FoundMetric, useFindMetrics } from "./use-find-metrics.ts";

interface Placing {
  layer: string;
  place: string;
  betterCareFund: boolean;
  currentIsForecast: boolean;
}

const NOWHERE: Placing = { layer: "", place: "", betterCareFund: false, currentIsForecast: false };
const NOT_UNDER = { value: "", label: "Under nothing" };

interface PlacingFieldsProps {
  data: ArrangeProps["data"];
  placing: Placing;
  onChange: (placing: Placing) => void;
}

const PlacingFields = ({ data, placing, onChange }: PlacingFieldsProps) => {
  const strategies = data.strategies.edges.map(({ node }) => node);
  return (
    <>
      <Select
        id="layer"
        label="Layer (optional)"
        options={[NOT_UNDER, ...layersOf(strategies)]}
        value={placing.layer}
        onChange={(layer) => onChange({ ...placing, layer })}
      />
      <Select
        id="place"
        label="Outcome (optional)"
        options={[NOT_UNDER, ...outcomesOf(strategies)]}
        value={placing.place}
        onChange={(place) => onChange({ ...placing, place })}
      />
      <Checkbox
        id="betterCareFund"
        label="It is a Better Care Fund measure"
        small
        checked={placing.betterCareFund}
        onChange={(betterCareFund) => onChange({ ...placing, betterCareFund })}
      />
      <Checkbox
        id="currentIsForecast"
        label="Show the forecast for its period in place of the figure so far"
        small
        checked={placing.currentIsForecast}
        onChange={(currentIsForecast) => onChange({ ...placing, currentIsForecast })}
      />
    </>
  );
};

interface FoundProps {
  found: { metrics: readonly FoundMetric[]; total: number };
  taken: ReadonlySet<string>;
  busy: boolean;
  onAdd: (metric: FoundMetric) => void;
}

const Found = ({ found: { metrics, total }, taken, busy, onAdd }: FoundProps) => (
  <>
    <p className="govuk-body" role="status">
      {total > metrics.length
        ? `Showing the first ${metrics.length} of ${total} metrics that fit. Use more words to see fewer.`
        : total === 1
          ? "1 metric fits"
          : `${total} metrics fit`}
    </p>
    {metrics.length > 0 ? (
      <Table
        caption="Metrics that fit"
        captionHidden
        rows={metrics}
        rowKey={({ id }) => id}
        columns={[
          { key: "title", heading: "Metric", rowHeading: true, cell: ({ title }) => title },
          { key: "code", heading: "Code", cell: ({ code }) => <span className="app-code">{code}</span> },
          {
            key: "add",
            heading: "Add",
            cell: (metric) =>
              taken.has(metric.code) ? (
                "Already there"
              ) : (
                <Button
                  type="button"
                  variant="secondary"
                  busy={busy}
                  hiddenText={metric.title}
                  onClick={() => onAdd(metric)}
                >
                  Add
                </Button>
              ),
          },
        ]}
      />
    ) : null}
  </>
);

const SEARCH = "search";

/** Finds a metric and puts it on the dashboard, after what is there. */
export const AddMeasure = ({ data, onDone, onErrors }: ArrangeProps) => {
  const client = useClient();
  const { send, busy, setErrors, errorFor } = useSend(() => null, onErrors);
  const { find, found, finding } = useFindMetrics();
  const [search, setSearch] = useState("");
  const [placing, setPlacing] = useState(NOWHERE);
  const { organisation, period, groups } = data.dashboard;
  const taken = new Set(groups.flatMap(({ rows }) => rows.map(({ metric }) => metric.code)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (search.trim() === "") return setErrors([{ field: SEARCH, message: "Enter words or a code to find" }]);
    const failed = await find(search.trim());
    setErrors(failed === null ? [] : [{ field: null, message: explain(failed) }]);
  };
  const add = (metric: FoundMetric) => {
    const chosen = outcomesOf(data.strategies.edges.map(({ node }) => node)).find(
      ({ value }) => value === placing.place,
    );
    const { layer, betterCareFund, currentIsForecast } = placing;
    const row = {
      metric: metric.code,
      layer: layer || null,
      outcome: chosen?.outcome ?? null,
      supportingOutcome: chosen?.supportingOutcome ?? null,
      betterCareFund,
      currentIsForecast,
    };
    void send(
      async (idempotencyKey) => {
        const input = { organisation: organisation.code, period: period.code, rows: [row], idempotencyKey };
        const { data: answer, error } = await client.mutation(AddMutation, { input }).toPromise();
        return outcomeOf(answer?.addToDashboard, error);
      },
      () => onDone(`${metric.title} is on this dashboard.`),
    );
  };
  return (
    <section aria-labelledby="add">
      <h2 className="govuk-heading-m" id="add">
        Add a measure
      </h2>
      <PlacingFields data={data} placing={placing} onChange={setPlacing} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          id={SEARCH}
          label="Which metric?"
          hint="Words of its name, or its code"
          type="search"
          width="20"
          error={errorFor(SEARCH)}
          value={search}
          onChange={setSearch}
        />
        <Button variant="secondary" busy={finding}>
          Find
        </Button>
      </form>
      {found ? <Found found={found} taken={taken} busy={busy} onAdd={add} /> : null}
    </section>
  );
};
