import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import { Details } from "../../../ui/details.tsx";
import { formatDate, joinDate, splitDate, todayInLondon } from "../../../ui/format/dates.ts";
import type { Dashboard } from "../words.ts";
import { type KnownOn, LATEST } from "./load-dashboard.ts";

const withFigures = (search: URLSearchParams, figures: string | null): string => {
  const next = new URLSearchParams(search);
  next.delete("change");
  if (figures) next.set("figures", figures);
  else next.delete("figures");
  return `?${next}`;
};

const DAY = "known-on";

interface FiguresKnownOnProps {
  dashboard: Dashboard;
  knownOn: KnownOn;
  /** Whether the day that was asked for can't be shown: the page's title says so. */
  onErrors: (some: boolean) => void;
}

/** Any day of the past: what was known when it ended. */
const DayForm = ({ knownOn, onErrors }: Pick<FiguresKnownOnProps, "knownOn" | "onErrors">) => {
  const [search, setSearch] = useSearchParams();
  const [parts, setParts] = useState(splitDate(typeof knownOn === "object" ? knownOn.day : null));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { date, problem } = joinDate(parts);
    const found = problem ?? (date === null ? "Enter a day" : null) ?? (isLater(date) ? FUTURE : null);
    setError(found ?? undefined);
    onErrors(found !== null);
    if (found === null && date !== null) {
      setSearch(new URLSearchParams(withFigures(search, date)), { preventScrollReset: true });
      return;
    }
    document.getElementById(DAY)?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <DateInput
        id={DAY}
        legend="Show the figures as they were known at the end of"
        hint="For example, 18 1 2021"
        error={error}
        value={parts}
        onChange={setParts}
      />
      <Button variant="secondary" hiddenText="the figures as known that day">
        Show
      </Button>
    </form>
  );
};

const FUTURE = "The day must be today or in the past";
const isLater = (date: string | null): boolean => date !== null && date > todayInLondon();

const Said = ({ dashboard, knownOn }: { dashboard: Dashboard; knownOn: KnownOn }) => {
  const { reportedOn, source } = dashboard;
  if (typeof knownOn === "object")
    return <>Figures as they were known at the end of {formatDate(knownOn.day)}.</>;
  if (reportedOn === null)
    return <>This dashboard is being prepared. No committee has seen it; its figures are today's.</>;
  if (knownOn === "LATEST") return <>Figures as they are known today.</>;
  return (
    <>
      Figures as reported on {formatDate(reportedOn)}
      {source?.committee ? ` to the ${source.committee}` : ""}.
    </>
  );
};

/** Says which day's knowledge the figures show, and offers the others. */
export const FiguresKnownOn = ({ dashboard, knownOn, onErrors }: FiguresKnownOnProps) => {
  const [search] = useSearchParams();
  const { reportedOn } = dashboard;
  const known = dashboard.groups.some(({ rows }) => rows.some(({ current }) => current !== null));
  const isReported = reportedOn !== null && knownOn === "REPORTED";
  const isLatest = reportedOn === null ? typeof knownOn !== "object" : knownOn === "LATEST";
  return (
    <div className="app-as-reported">
      <p className="govuk-body">
        <Said dashboard={dashboard} knownOn={knownOn} />{" "}
        {typeof knownOn === "object" && !known ? "No figure of this dashboard was known by then. " : null}
        {isReported || reportedOn === null ? null : (
          <>
            <AppLink to={withFigures(search, null)} staysHere>
              See them as reported on {formatDate(reportedOn)}
            </AppLink>{" "}
          </>
        )}
        {isLatest ? null : (
          <AppLink to={withFigures(search, reportedOn === null ? null : LATEST)} staysHere>
            See the latest figures
          </AppLink>
        )}
      </p>
      <Details summary="See the figures as known on another day" open={typeof knownOn === "object"}>
        <DayForm key={JSON.stringify(knownOn)} knownOn={knownOn} onErrors={onErrors} />
      </Details>
    </div>
  );
};
