import { InsetText } from "../../../../ui/banners.tsx";
import { Radios } from "../../../../ui/radios.tsx";
import { Textarea } from "../../../../ui/textarea.tsx";
import type { Question } from "../../types.ts";
import { choiceWords } from "../../words.ts";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../../../../ui/saving/saved-note.tsx";
import { useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId, wordLimit } from "./field.ts";

/** An answer that follows from others leaves nothing to choose: it is shown with its reason. */
const Forced = ({ question, label }: FieldProps) => (
  <>
    <h2 className="govuk-heading-s">{label}</h2>
    <InsetText>
      <p className="govuk-body">
        <strong>{choiceWords(question.forcedChoice, question.options)}</strong>, because of your other answers
      </p>
      <p className="govuk-body">{question.forcedBecause}</p>
    </InsetText>
  </>
);

const Reasons = ({ question, answer }: { question: Question; answer: ReturnType<typeof useAnswer> }) => (
  <Textarea
    id={`${fieldId(answer.place)}-text`}
    label={question.textLabel}
    limit={wordLimit(question)}
    value={answer.value.text ?? ""}
    onChange={(text) => answer.edit({ ...answer.value, text })}
    onBlur={answer.flush}
  />
);

const Choice = ({ question, label }: FieldProps) => {
  const answer = useAnswer(question);
  return (
    <AnswerFrame answer={answer} options={question.options}>
      <Radios
        id={fieldId(answer.place)}
        legend={label}
        legendSize="s"
        hint={question.hint}
        error={answer.message ?? undefined}
        options={question.options}
        inline={question.options.length === 2}
        value={answer.value.choice}
        onChange={(choice) => answer.edit({ ...answer.value, choice })}
        onBlur={answer.flush}
        after={<SavedNote {...answer} />}
      />
      {question.textLabel ? <Reasons question={question} answer={answer} /> : null}
    </AnswerFrame>
  );
};

/** Yes or No, or one of the question's options, with reasons in words where it asks for them. */
export const ChoiceField = (props: FieldProps) =>
  props.question.forcedChoice ? <Forced {...props} /> : <Choice {...props} />;
