import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Select, type SelectOption } from "../../../ui/select.tsx";
import { type Dashboard, judgementOf } from "../words.ts";
import { type Edition, editionsOf, organisationsOf } from "./editions.ts";
import { choicesIn, NOT_RATED_KEY } from "./filters.ts";

const editionLabel = ({ period, reportedOn }: Edition): string =>
  reportedOn ? `${period.label} (reported ${formatDate(reportedOn)})` : period.label;

const anyOf = (
  label: string,
  values: readonly string[],
  wordsFor: (value: string) => string = (value) => value,
): SelectOption[] => [{ value: "", label }, ...values.map((value) => ({ value, label: wordsFor(value) }))];

const ratingWords = (key: string): string => judgementOf(key === NOT_RATED_KEY ? null : key).words;

interface Chosen {
  organisation: string;
  period: string;
  rating: string;
  layer: string;
  framework: string;
  bcf: string;
}

const toSearch = (chosen: Chosen, figures: string | null): URLSearchParams =>
  new URLSearchParams(
    Object.entries({ ...chosen, figures: figures ?? "" }).filter(([, value]) => value !== ""),
  );

interface FormProps {
  editions: readonly Edition[];
  dashboard: Dashboard;
}

/** Which edition, and which of its rows. Nothing changes until the button is pressed. */
export const DashboardForm = ({ editions, dashboard }: FormProps) => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen>({
    organisation: dashboard.organisation.code,
    period: dashboard.period.code,
    rating: search.get("rating") ?? "",
    layer: search.get("layer") ?? "",
    framework: search.get("framework") ?? "",
    bcf: search.get("bcf") ?? "",
  });
  const choose = (change: Partial<Chosen>) => setChosen({ ...chosen, ...change });
  const choices = choicesIn(dashboard.groups);
  const own = editionsOf(editions, chosen.organisation);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(toSearch(chosen, search.get("figures")), { preventScrollReset: true });
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
      <Select
        id="organisation"
        label="Organisation"
        options={organisationsOf(editions).map(({ code, name }) => ({ value: code, label: name }))}
        value={chosen.organisation}
        onChange={(organisation) =>
          choose({
            organisation,
            period: editionsOf(editions, organisation)[0]?.period.code ?? "",
            rating: "",
            layer: "",
            framework: "",
          })
        }
      />
      <Select
        id="period"
        label="Reported period"
        options={own.map((edition) => ({ value: edition.period.code, label: editionLabel(edition) }))}
        value={chosen.period}
        onChange={(period) => choose({ period, rating: "", layer: "", framework: "" })}
      />
      <Select
        id="rating"
        label="Rating"
        options={anyOf("All ratings", choices.ratings, ratingWords)}
        value={chosen.rating}
        onChange={(rating) => choose({ rating })}
      />
      {choices.layers.length > 1 ? (
        <Select
          id="layer"
          label="Layer"
          options={anyOf("All layers", choices.layers)}
          value={chosen.layer}
          onChange={(layer) => choose({ layer })}
        />
      ) : null}
      <Select
        id="framework"
        label="Framework"
        options={anyOf("All frameworks", choices.frameworks)}
        value={chosen.framework}
        onChange={(framework) => choose({ framework })}
      />
      {choices.betterCareFund ? (
        <Checkbox
          id="bcf"
          label="Better Care Fund only"
          checked={chosen.bcf === "yes"}
          onChange={(checked) => choose({ bcf: checked ? "yes" : "" })}
          small
        />
      ) : null}
      <Button variant="secondary">Show</Button>
    </form>
  );
};
