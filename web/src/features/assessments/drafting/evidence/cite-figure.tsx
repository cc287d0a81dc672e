import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { Button } from "../../../../ui/button.tsx";
import { TextInput } from "../../../../ui/text-input.tsx";
import type { CitablePlace } from "./citable-place.ts";
import { FigureChoice } from "./figure-choice.tsx";
import { type FoundMetric, MetricList } from "./metric-list.tsx";
import { MetricSearchQuery } from "./queries.ts";

interface CiteFigureProps {
  places: readonly CitablePlace[];
  onCited: (title: string) => void;
}

/** Search, choose a measure, see its figures, cite one. */
export const CiteFigure = ({ places, onCited }: CiteFigureProps) => {
  const [words, setWords] = useState("");
  const [sought, setSought] = useState("");
  const [empty, setEmpty] = useState(false);
  const [metric, setMetric] = useState<FoundMetric | null>(null);
  const [{ data, fetching, error }] = useQuery({
    query: MetricSearchQuery,
    variables: { search: sought },
    pause: sought === "",
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    setMetric(null);
    setEmpty(words.trim() === "");
    setSought(words.trim());
  };
  const found = sought === "" ? null : (data?.metrics ?? null);
  return (
    <>
      <form onSubmit={search}>
        <TextInput
          id="evidence-search"
          label="Search measures"
          hint="Words of the title or a code, for example “carers” or “1C pt 2a”"
          error={empty ? "Enter what to search for" : undefined}
          type="search"
          width="20"
          value={words}
          onChange={setWords}
        />
        <Button variant="secondary">Search</Button>
      </form>
      <div role="status" className="govuk-body">
        {fetching ? "Searching…" : ""}
        {error ? "The search did not work. Try again." : ""}
        {found && !fetching
          ? `${found.totalCount} ${found.totalCount === 1 ? "measure" : "measures"} found`
          : ""}
      </div>
      {found && !metric ? (
        <MetricList metrics={found.edges.map((edge) => edge.node)} onChoose={setMetric} />
      ) : null}
      {metric ? (
        <FigureChoice metric={metric} places={places} onCited={onCited} onBack={() => setMetric(null)} />
      ) : null}
    </>
  );
};
