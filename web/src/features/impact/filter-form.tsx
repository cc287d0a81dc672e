import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../ui/button.tsx";
import { todayInLondon } from "../../ui/format/dates.ts";
import { Select } from "../../ui/select.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { TextInput } from "../../ui/text-input.tsx";
import { CHOSEN, chosenIn, STANDING_TOO, yearOptions } from "./impact-address.ts";
import type { Impact } from "./types.ts";

const COUNTED = [
  { value: "", label: "Signed off and in force" },
  { value: STANDING_TOO, label: "Also what is being written or reviewed" },
  ...Object.entries(ASSESSMENT_STATUS).map(([value, { words }]) => ({ value, label: `Only: ${words}` })),
];

/** Over which assessments. Nothing changes until the button is pressed. */
export const FilterForm = ({ departments, strategies }: Pick<Impact, "departments" | "strategies">) => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(() => chosenIn(search));
  const selects = [
    {
      name: "strategy",
      label: "Plan",
      options: [
        { value: "", label: "Any plan, or none" },
        ...strategies.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
      ],
    },
    {
      name: "year",
      label: "Decided in the year",
      options: [{ value: "", label: "Any year" }, ...yearOptions(todayInLondon())],
    },
    {
      name: "department",
      label: "Department",
      options: [
        { value: "", label: "Any department" },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    { name: "status", label: "What counts", options: COUNTED },
  ] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(
      CHOSEN.map((name) => [name, chosen[name]] as [string, string]).filter(([, value]) => value !== ""),
    );
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose which assessments count</h2>
      {selects.map(({ name, label, options }) => (
        <Select
          key={name}
          id={name}
          label={label}
          options={options}
          value={chosen[name]}
          onChange={(value) => setChosen({ ...chosen, [name]: value })}
        />
      ))}
      <TextInput
        id="references"
        label="References, with commas between"
        value={chosen.references}
        onChange={(references) => setChosen({ ...chosen, references })}
      />
      <Button variant="secondary" hiddenText="these assessments">
        Show
      </Button>
    </form>
  );
};
