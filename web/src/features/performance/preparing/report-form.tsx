import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import { formatDate, joinDate, splitDate, todayInLondon } from "../../../ui/format/dates.ts";
import type { ArrangeProps } from "./load-preparing.ts";
import { ReportMutation } from "./queries.ts";

const FIELD = "reportedOn";

/** The end of its preparation: from then on the dashboard shows what its committee saw. */
export const ReportForm = ({ data: { dashboard }, onDone, onErrors }: ArrangeProps) => {
  const client = useClient();
  const { send, busy, setErrors, errorFor } = useSend((path) => (path === FIELD ? FIELD : null), onErrors);
  const [parts, setParts] = useState(splitDate(todayInLondon()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { date, problem } = joinDate(parts);
    if (date === null)
      return setErrors([{ field: FIELD, message: problem ?? "Enter the day of the meeting" }]);
    const { organisation, period } = dashboard;
    void send(
      async () => {
        const input = { organisation: organisation.code, period: period.code, reportedOn: date };
        const { data, error } = await client.mutation(ReportMutation, { input }).toPromise();
        return outcomeOf(data?.reportDashboard, error);
      },
      () => onDone(`This dashboard is marked as reported on ${formatDate(date)}.`),
    );
  };
  return (
    <section aria-labelledby="report">
      <h2 className="govuk-heading-m" id="report">
        Mark it as reported
      </h2>
      <WarningText>
        This can't be undone. From then on the dashboard shows its figures as they were known at the end of
        that day, and its measures stay as they are. Later corrections show as the latest figures.
      </WarningText>
      <form onSubmit={submit} noValidate>
        <DateInput
          id={FIELD}
          legend="On which day did the committee see it?"
          error={errorFor(FIELD)}
          value={parts}
          onChange={setParts}
        />
        <Button variant="warning" busy={busy}>
          Mark as reported
        </Button>
      </form>
    </section>
  );
};
