import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Select } from "../../../ui/select.tsx";
import type { Dashboard } from "../words.ts";
import { type Edition, editionsOf, organisationsOf } from "./editions.ts";

const editionLabel = ({ period, reportedOn }: Edition): string =>
  `${period.label} (${reportedOn ? `reported ${formatDate(reportedOn)}` : "being prepared"})`;

interface FormProps {
  editions: readonly Edition[];
  dashboard: Dashboard;
}

/** Whose dashboard, and of when. Nothing changes until the button is pressed; what was filtered is another's. */
export const EditionForm = ({ editions, dashboard }: FormProps) => {
  const [, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState({
    organisation: dashboard.organisation.code,
    period: dashboard.period.code,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(new URLSearchParams(chosen), { preventScrollReset: true });
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose a dashboard</h2>
      <Select
        id="organisation"
        label="Organisation"
        options={organisationsOf(editions).map(({ code, name }) => ({ value: code, label: name }))}
        value={chosen.organisation}
        onChange={(organisation) =>
          setChosen({ organisation, period: editionsOf(editions, organisation)[0]?.period.code ?? "" })
        }
      />
      <Select
        id="period"
        label="Reported period"
        options={editionsOf(editions, chosen.organisation).map((edition) => ({
          value: edition.period.code,
          label: editionLabel(edition),
        }))}
        value={chosen.period}
        onChange={(period) => setChosen({ ...chosen, period })}
      />
      <Button variant="secondary" hiddenText="this dashboard">
        Show
      </Button>
    </form>
  );
};
