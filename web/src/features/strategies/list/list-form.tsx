import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { joinDate, splitDate } from "../../../ui/format/dates.ts";
import { Select } from "../../../ui/select.tsx";
import { readDay } from "../days.ts";

interface ListFormProps {
  organisations: readonly { code: string; name: string }[];
  error: string | undefined;
  onErrors: (errors: readonly FieldError[]) => void;
}

const DAY_FIELD = "on";

/** Whose plans, and which were in force on a day. Nothing changes until the button is pressed. */
export const ListForm = ({ organisations, error, onErrors }: ListFormProps) => {
  const [search, setSearch] = useSearchParams();
  const [organisation, setOrganisation] = useState(search.get("organisation") ?? "");
  const [day, setDay] = useState(() => splitDate(readDay(search.get("on"))));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { date, problem } = joinDate(day);
    if (problem !== null) return onErrors([{ field: DAY_FIELD, message: problem }]);
    onErrors([]);
    setSearch(Object.entries({ organisation, on: date ?? "" }).filter(([, value]) => value !== ""));
  };
  return (
    <form className="app-filters" onSubmit={submit} noValidate>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
      <Select
        id="organisation"
        label="Organisation"
        options={[
          { value: "", label: "All organisations" },
          ...organisations.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={organisation}
        onChange={setOrganisation}
      />
      <DateInput
        id={DAY_FIELD}
        legend="In force on"
        hint="For example, 20 1 2020. Leave empty for any day."
        error={error}
        value={day}
        onChange={setDay}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
};
