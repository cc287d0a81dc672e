import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { formatDate, todayInLondon } from "../../../ui/format/dates.ts";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { yearOptions } from "../impact-address.ts";
import { editionKey, PACK_CHOSEN, packChosenIn } from "./pack-address.ts";
import type { PackQuery } from "./queries.ts";

type Choices = Pick<ResultOf<typeof PackQuery>, "departments" | "strategies" | "dashboardEditions">;

const optionsOf = ({ departments, strategies, dashboardEditions }: Choices) =>
  [
    {
      name: "strategy",
      label: "Plan that they cite",
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
    {
      name: "dashboard",
      label: "Dashboard as an appendix",
      options: [
        { value: "", label: "None" },
        ...dashboardEditions.map((edition) => ({
          value: editionKey(edition),
          label: `${edition.organisation.name}, ${edition.period.label}${edition.reportedOn ? ` (reported ${formatDate(edition.reportedOn)})` : ""}`,
        })),
      ],
    },
  ] as const;

/** Which assessments, and which dashboard. Nothing changes until the button is pressed. */
export const PackForm = (choices: Choices) => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(() => packChosenIn(search));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(
      PACK_CHOSEN.map((name) => [name, chosen[name]] as [string, string]).filter(([, value]) => value !== ""),
    );
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose what the report is about</h2>
      <TextInput
        id="references"
        label="References of assessments, with commas between"
        value={chosen.references}
        onChange={(references) => setChosen({ ...chosen, references })}
      />
      {optionsOf(choices).map(({ name, label, options }) => (
        <Select
          key={name}
          id={name}
          label={label}
          options={options}
          value={chosen[name]}
          onChange={(value) => setChosen({ ...chosen, [name]: value })}
        />
      ))}
      <Button variant="secondary" hiddenText="what the report would say">
        Show
      </Button>
    </form>
  );
};
