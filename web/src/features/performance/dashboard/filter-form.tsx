import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Select, type SelectOption } from "../../../ui/select.tsx";
import { type Dashboard, frameworkWords, judgementOf } from "../words.ts";
import { type Choice, choicesIn, type Filters, NO_FILTERS, NOT_RATED_KEY, withFilters } from "./filters.ts";

const sameWords = (value: string): string => value;

const ratingWords = (key: string): string => judgementOf(key === NOT_RATED_KEY ? null : key).words;

const optionsOf = (all: string, choices: readonly Choice[], wordsFor = sameWords): SelectOption[] => [
  { value: "", label: all },
  ...choices.map(({ value, count }) => ({ value, label: `${wordsFor(value)} (${count})` })),
];

/** What was filtered, in words: above the table, and on paper in the filters' place. */
export const describeFilters = ({ rating, layer, framework, betterCareFund }: Filters): string[] => [
  ...(rating ? [`rating ${ratingWords(rating)}`] : []),
  ...(layer ? [`layer ${layer}`] : []),
  ...(framework ? [`framework ${frameworkWords(framework)}`] : []),
  ...(betterCareFund ? ["Better Care Fund only"] : []),
];

interface FilterFormProps {
  groups: Dashboard["groups"];
  filters: Filters;
}

/** Which rows. Each choice says how many it leaves with the others as they are now set. */
export const FilterForm = ({ groups, filters }: FilterFormProps) => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(filters);
  const choices = choicesIn(groups, chosen);
  const choose = (change: Partial<Filters>) => setChosen({ ...chosen, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(withFilters(search, chosen), { preventScrollReset: true });
  };
  const isFiltered = describeFilters(filters).length > 0;
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Filter the measures</h2>
      <Select
        id="rating"
        label="Rating"
        options={optionsOf("All ratings", choices.ratings, ratingWords)}
        value={chosen.rating ?? ""}
        onChange={(rating) => choose({ rating: rating || null })}
      />
      {choices.layers.length > 1 ? (
        <Select
          id="layer"
          label="Layer"
          options={optionsOf("All layers", choices.layers)}
          value={chosen.layer ?? ""}
          onChange={(layer) => choose({ layer: layer || null })}
        />
      ) : null}
      <Select
        id="framework"
        label="Framework"
        options={optionsOf("All frameworks", choices.frameworks, frameworkWords)}
        value={chosen.framework ?? ""}
        onChange={(framework) => choose({ framework: framework || null })}
      />
      {choices.betterCareFund === null ? null : (
        <Checkbox
          id="bcf"
          label={`Better Care Fund only (${choices.betterCareFund})`}
          checked={chosen.betterCareFund}
          onChange={(betterCareFund) => choose({ betterCareFund })}
          small
        />
      )}
      <Button variant="secondary" hiddenText="the measures that fit">
        Filter
      </Button>
      {isFiltered ? (
        <p className="govuk-body app-filters__clear">
          <AppLink to={`?${withFilters(search, NO_FILTERS)}`} staysHere>
            Clear filters
          </AppLink>
        </p>
      ) : null}
    </form>
  );
};
