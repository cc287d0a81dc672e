import { type ReactNode, useState } from "react";
import { DateInput } from "../../../../ui/date-input.tsx";
import { type DateParts, joinDate, splitDate } from "../../../../ui/format/dates.ts";
import { Radios } from "../../../../ui/radios.tsx";
import { TO_BE_CONFIRMED } from "../../words.ts";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../saved-note.tsx";
import { type AnswerHandle, useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId } from "./field.ts";

interface DayProps {
  id: string;
  answer: AnswerHandle;
  legend: ReactNode;
  hint?: ReactNode;
}

/** Three boxes. A date is saved once it is a day of the calendar; until then the boxes say what is missing. */
const Day = ({ id, answer, legend, hint }: DayProps) => {
  const stored = answer.value.text === TO_BE_CONFIRMED ? null : answer.value.text;
  const [typed, setTyped] = useState<DateParts | null>(null);
  const [left, setLeft] = useState(false);
  const { problem } = joinDate(typed ?? splitDate(stored));
  const change = (parts: DateParts) => {
    const joined = joinDate(parts);
    setLeft(false);
    setTyped(joined.date ? null : parts);
    if (joined.problem === null) answer.edit({ choice: null, text: joined.date });
  };
  return (
    <DateInput
      id={id}
      legend={legend}
      legendSize="s"
      hint={hint}
      error={answer.message ?? (left && problem ? problem : undefined)}
      value={typed ?? splitDate(stored)}
      onChange={change}
      onBlur={() => {
        setLeft(true);
        answer.flush();
      }}
      after={<SavedNote {...answer} />}
    />
  );
};

const EXAMPLE = "For example, 20 1 2020";

/** A date. */
export const DateField = ({ question, label }: FieldProps) => {
  const answer = useAnswer(question);
  const hint = question.hint ? `${question.hint} ${EXAMPLE}` : EXAMPLE;
  return (
    <AnswerFrame answer={answer}>
      <Day id={fieldId(answer.place)} answer={answer} legend={label} hint={hint} />
    </AnswerFrame>
  );
};

/** A date, or "to be confirmed" while drafting. */
export const DateOrTbcField = ({ question, label }: FieldProps) => {
  const answer = useAnswer(question);
  const { text } = answer.value;
  const [dated, setDated] = useState(text !== null && text !== TO_BE_CONFIRMED);
  const way = text === TO_BE_CONFIRMED ? TO_BE_CONFIRMED : dated || text !== null ? "DATE" : null;
  const choose = (value: string) => {
    setDated(value === "DATE");
    answer.edit({ choice: null, text: value === TO_BE_CONFIRMED ? TO_BE_CONFIRMED : null });
  };
  return (
    <AnswerFrame answer={answer}>
      <Radios
        id={fieldId(answer.place)}
        legend={label}
        legendSize="s"
        hint={question.hint}
        value={way}
        onChange={choose}
        options={[
          {
            value: "DATE",
            label: "On a date",
            reveals: (
              <Day id={`${fieldId(answer.place)}-date`} answer={answer} legend="Date" hint={EXAMPLE} />
            ),
          },
          { value: TO_BE_CONFIRMED, label: "To be confirmed" },
        ]}
      />
    </AnswerFrame>
  );
};
