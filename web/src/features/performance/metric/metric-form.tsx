import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { type DateParts, joinDate, splitDate, todayInLondon } from "../../../ui/format/dates.ts";
import { Select } from "../../../ui/select.tsx";
import type { Metric } from "../words.ts";
import { type MetricQuestion, MOST_BESIDE, writeQuestion } from "./question.ts";
import type { Series } from "./series.ts";

interface Chosen {
  organisation: string;
  /** One more to set beside it; empty: none. */
  beside: string;
  series: string;
  asAt: DateParts;
}

const AS_AT = "as-at";

const chosenOf = (question: MetricQuestion, series: Series | null): Chosen => ({
  organisation: question.organisation ?? "",
  beside: "",
  series: series?.key ?? "",
  asAt: splitDate(question.asAt),
});

/** The day that was written, or what is wrong with it. */
const readDay = (parts: DateParts): { day: string | null; problem: string | null } => {
  const { date, problem } = joinDate(parts);
  if (problem !== null) return { day: null, problem };
  if (date !== null && date > todayInLondon())
    return { day: null, problem: "The day must be today or in the past" };
  return { day: date, problem: null };
};

const NONE: readonly FieldError[] = [];

/** What the form holds, and what is wrong with it. Nothing on the page changes until the button is pressed. */
export const useMetricForm = (question: MetricQuestion, series: Series | null) => {
  const [, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(chosenOf(question, series));
  const [errors, setErrors] = useState<readonly FieldError[]>(NONE);
  const [answered, setAnswered] = useState(question);
  if (answered !== question) {
    // The page shows something else now, by this form or by a link: the form says what.
    setAnswered(question);
    setChosen(chosenOf(question, series));
    setErrors(NONE);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { day, problem: found } = readDay(chosen.asAt);
    // The same list until the next try: a new one would take the focus from whoever mends the day.
    setErrors(found === null ? NONE : [{ field: AS_AT, message: found }]);
    if (found !== null) return;
    const sameBody = chosen.organisation === question.organisation;
    const beside = [...question.beside, chosen.beside].filter((code) => code && code !== chosen.organisation);
    const next: MetricQuestion = {
      ...question,
      organisation: chosen.organisation,
      beside,
      asAt: day,
      series: chosen.series || null,
      // A period of another series, or of another body, would be out of place.
      period: sameBody && chosen.series === series?.key ? question.period : null,
      breakdown: sameBody ? question.breakdown : null,
    };
    setSearch(new URLSearchParams(writeQuestion(next)), { preventScrollReset: true });
  };
  return { chosen, choose: (change: Partial<Chosen>) => setChosen({ ...chosen, ...change }), errors, submit };
};

interface MetricFormProps {
  form: ReturnType<typeof useMetricForm>;
  question: MetricQuestion;
  organisations: Metric["organisations"];
  all: readonly Series[];
}

const seriesLabel = ({ label, values }: Series): string =>
  `${label} (${values === 1 ? "1 figure" : `${values} figures`})`;

const SetBeside = ({ form, question, organisations }: Omit<MetricFormProps, "all">) => {
  const taken = [form.chosen.organisation, ...question.beside];
  const others = organisations.filter(({ code }) => !taken.includes(code));
  if (others.length === 0) return null;
  return question.beside.length < MOST_BESIDE ? (
    <Select
      id="beside"
      label="Set beside it"
      hint={`Up to ${MOST_BESIDE} others`}
      options={[
        { value: "", label: "Nobody else" },
        ...others.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      value={form.chosen.beside}
      onChange={(beside) => form.choose({ beside })}
    />
  ) : null;
};

/** Whose figures, beside whose, over which periods, and as at which day. */
export const MetricForm = ({ form, question, organisations, all }: MetricFormProps) => {
  const { chosen, choose, errors, submit } = form;
  return (
    <form className="app-filters" onSubmit={submit} noValidate>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
      {organisations.length > 1 ? (
        <Select
          id="organisation"
          label="Organisation"
          options={organisations.map(({ code, name }) => ({ value: code, label: name }))}
          value={chosen.organisation}
          onChange={(organisation) => choose({ organisation, series: "" })}
        />
      ) : null}
      <SetBeside form={form} question={question} organisations={organisations} />
      {all.length > 1 && chosen.organisation === question.organisation ? (
        <Select
          id="series"
          label="Periods"
          hint="Like is set beside like"
          options={all.map((series) => ({ value: series.key, label: seriesLabel(series) }))}
          value={chosen.series}
          onChange={(series) => choose({ series })}
        />
      ) : null}
      <DateInput
        id={AS_AT}
        legend="As known on (optional)"
        hint="Empty: as known today"
        error={errors[0]?.message}
        value={chosen.asAt}
        onChange={(asAt) => choose({ asAt })}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
};
