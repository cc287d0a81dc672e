import { PROTECTED_CHARACTERISTICS } from "@due-regard/domain/ehria/vocabulary";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { ACTION_STATUS } from "../../ui/status-words.ts";
import { TextInput } from "../../ui/text-input.tsx";
import { SHOWN } from "./action-filter.ts";

const CHOSEN = ["show", "status", "department", "characteristic", "text"] as const;
type Chosen = Record<(typeof CHOSEN)[number], string>;

const inWords = (name: string): string => {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const STATUS_OPTIONS = [
  { value: "", label: "Any status" },
  ...Object.entries(ACTION_STATUS).map(([value, { words }]) => ({ value, label: words })),
];
const CHARACTERISTIC_OPTIONS = [
  { value: "", label: "Any characteristic" },
  ...PROTECTED_CHARACTERISTICS.map((value) => ({ value, label: inWords(value) })),
];

/** What is listed stands in the address: it can be kept and sent on. What it names besides (a measure, say) stays. */
export const FilterForm = ({ departments }: { departments: readonly { id: string; name: string }[] }) => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(
    () => Object.fromEntries(CHOSEN.map((name) => [name, search.get(name) ?? ""])) as Chosen,
  );
  const selects = [
    { name: "show", label: "Show", options: SHOWN.map(({ value, label }) => ({ value, label })) },
    { name: "status", label: "Status", options: STATUS_OPTIONS },
    {
      name: "department",
      label: "Department",
      options: [
        { value: "", label: "Any department" },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    { name: "characteristic", label: "People affected", options: CHARACTERISTIC_OPTIONS },
  ] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = new URLSearchParams(search);
    next.delete("after");
    for (const [name, value] of Object.entries(chosen)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    setSearch(next);
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
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
        id="text"
        label="Words in it"
        type="search"
        value={chosen.text}
        onChange={(text) => setChosen({ ...chosen, text })}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
};
