import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { MONTH_OPTIONS, type PeriodChoice, periodChosen, yearOptions } from "./period-choice.ts";

const QUARTERS = ["1", "2", "3", "4"].map((quarter) => ({ value: quarter, label: `Quarter ${quarter}` }));

interface PeriodFieldsProps {
  today: string;
  choice: PeriodChoice;
  onChange: (choice: PeriodChoice) => void;
  error: string | undefined;
}

/** Which period a dashboard is about, without anybody having to know its code. */
export const PeriodFields = ({ today, choice, onChange, error }: PeriodFieldsProps) => (
  <>
    <Radios
      id="period"
      legend="What stretch of time is it about?"
      legendSize="s"
      error={error}
      value={choice.kind}
      onChange={(kind) => onChange({ ...choice, kind: kind as PeriodChoice["kind"] })}
      options={[
        { value: "YEAR_TO_DATE", label: "The financial year up to a month" },
        { value: "QUARTER", label: "A quarter" },
        { value: "FINANCIAL_YEAR", label: "A whole financial year" },
      ]}
    />
    <div className="app-edit__row">
      <Select
        id="year"
        label="Financial year"
        options={yearOptions(today)}
        value={choice.year}
        onChange={(year) => onChange({ ...choice, year })}
      />
      {choice.kind === "YEAR_TO_DATE" ? (
        <Select
          id="month"
          label="Up to the end of"
          options={MONTH_OPTIONS}
          value={choice.month}
          onChange={(month) => onChange({ ...choice, month })}
        />
      ) : null}
      {choice.kind === "QUARTER" ? (
        <Select
          id="quarter"
          label="Quarter"
          options={QUARTERS}
          value={choice.quarter}
          onChange={(quarter) => onChange({ ...choice, quarter })}
        />
      ) : null}
    </div>
    <p className="govuk-body">
      It will be the dashboard for <strong>{periodChosen(choice).label}</strong>.
    </p>
  </>
);
