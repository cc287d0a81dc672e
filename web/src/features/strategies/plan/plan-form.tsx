import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { formatDate, joinDate, splitDate } from "../../../ui/format/dates.ts";
import { Select, type SelectOption } from "../../../ui/select.tsx";
import { type PlanAddress, readPlanAddress, writePlanAddress } from "./plan-address.ts";
import type { Strategy } from "./types.ts";

type Edition = Strategy["dashboardEditions"][number];

export const DAY_FIELD = "on";
const JOIN = " ";

const nameOf = ({ organisation, period }: Pick<Edition, "organisation" | "period">): string =>
  [organisation.code, period.code].join(JOIN);

const optionsOf = (editions: readonly Edition[]): SelectOption[] => {
  const several = new Set(editions.map(({ organisation }) => organisation.code)).size > 1;
  return editions.map((edition) => ({
    value: nameOf(edition),
    label: [
      ...(several ? [edition.organisation.name] : []),
      `${edition.period.label}${edition.reportedOn ? ` (reported ${formatDate(edition.reportedOn)})` : ""}`,
    ].join(", "),
  }));
};

interface PlanFormProps {
  strategy: Strategy;
  error: string | undefined;
  onErrors: (errors: readonly FieldError[]) => void;
}

/** From which dashboard the ratings come, and when an action counts as late. Nothing changes until the button is pressed. */
export const PlanForm = ({ strategy, error, onErrors }: PlanFormProps) => {
  const { dashboardEditions: editions, ratings, gaps } = strategy;
  const [search, setSearch] = useSearchParams();
  const [edition, setEdition] = useState(ratings ? nameOf(ratings.edition) : "");
  const [day, setDay] = useState(() => splitDate(gaps.on));
  const options = optionsOf(editions);
  // An address may name a dashboard outside the plan's years: it stays to be chosen.
  const isListed = ratings === null || options.some(({ value }) => value === nameOf(ratings.edition));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { date, problem } = joinDate(day);
    if (problem !== null) return onErrors([{ field: DAY_FIELD, message: problem }]);
    onErrors([]);
    const [organisation = "", period = ""] = edition.split(JOIN);
    const chosen = edition === "" ? readPlanAddress(search) : { organisation, period };
    // The day that is shown anyway need not stand in the address: a link kept for later then follows the calendar.
    const on = date === gaps.on && search.get("on") === null ? null : date;
    const address: PlanAddress = { ...chosen, on };
    setSearch(writePlanAddress(address), { preventScrollReset: true });
  };
  return (
    <form className="app-filters" onSubmit={submit} noValidate>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
      {options.length > 0 && isListed && strategy.metricCount > 0 ? (
        <Select
          id="edition"
          label="Ratings as reported for"
          options={options}
          value={edition}
          onChange={setEdition}
        />
      ) : null}
      <DateInput id={DAY_FIELD} legend="Actions overdue as of" error={error} value={day} onChange={setDay} />
      <Button variant="secondary">Show</Button>
    </form>
  );
};
