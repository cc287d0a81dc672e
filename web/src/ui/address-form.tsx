import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "./button.tsx";
import { Select, type SelectOption } from "./select.tsx";
import { TextInput } from "./text-input.tsx";

/** A field of the form, under the name that its answer has in the address. Without options it takes words. */
export interface AddressField {
  name: string;
  label: string;
  options?: readonly SelectOption[];
  type?: "text" | "search";
}

interface AddressFormProps {
  /** For screen readers alone: "Choose what to show". */
  heading: string;
  fields: readonly AddressField[];
  /** What the button shows, for those who don't see what it stands under. */
  shows?: string;
  /** Names in the address that no field has, and that stay. Everything else goes, the place in a list included. */
  besides?: readonly string[];
}

/** Asks what a page is to show. The answers stand in the address, to be kept and sent on; nothing changes until the button is pressed. */
export const AddressForm = ({ heading, fields, shows, besides = [] }: AddressFormProps) => {
  const [search, setSearch] = useSearchParams();
  const inAddress = (name: string): [string, string] => [name, search.get(name) ?? ""];
  const [chosen, setChosen] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name }) => inAddress(name))),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answers = fields.map(({ name }): [string, string] => [name, chosen[name] ?? ""]);
    setSearch([...answers, ...besides.map(inAddress)].filter(([, value]) => value !== ""));
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">{heading}</h2>
      {fields.map(({ name, label, options, type }) => {
        const field = {
          id: name,
          label,
          value: chosen[name] ?? "",
          onChange: (value: string) => setChosen({ ...chosen, [name]: value }),
        };
        return options === undefined ? (
          <TextInput key={name} {...field} type={type} />
        ) : (
          <Select key={name} {...field} options={options} />
        );
      })}
      <Button variant="secondary" hiddenText={shows}>
        Show
      </Button>
    </form>
  );
};

/** Departments to choose from, or none of them. */
export const departmentField = (departments: readonly { id: string; name: string }[]): AddressField => ({
  name: "department",
  label: "Department",
  options: [
    { value: "", label: "Any department" },
    ...departments.map(({ id, name }) => ({ value: id, label: name })),
  ],
});
