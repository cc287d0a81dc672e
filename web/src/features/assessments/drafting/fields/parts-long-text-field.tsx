import { Fieldset, Hint } from "../../../../ui/form-group.tsx";
import { Textarea } from "../../../../ui/textarea.tsx";
import type { Part, Question } from "../../types.ts";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../../../../ui/saving/saved-note.tsx";
import { placeOf, useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId, wordLimit } from "./field.ts";

const PartText = ({ question, part }: { question: Question; part: Part }) => {
  const answer = useAnswer(question, part.key);
  return (
    <AnswerFrame answer={answer}>
      <Textarea
        id={fieldId(answer.place)}
        label={part.label}
        hint={part.hint}
        error={answer.message ?? undefined}
        limit={wordLimit(question)}
        value={answer.value.text ?? ""}
        onChange={(text) => answer.edit({ choice: null, text })}
        onBlur={answer.flush}
        after={<SavedNote {...answer} />}
      />
    </AnswerFrame>
  );
};

/** Running text for each part of a question. */
export const PartsLongTextField = ({ question, label }: FieldProps) => {
  const id = fieldId(question.key);
  return (
    <Fieldset legend={label} size="s" describedBy={question.hint ? `${id}-hint` : undefined}>
      {question.hint ? <Hint id={`${id}-hint`}>{question.hint}</Hint> : null}
      {question.parts.map((part) => (
        <PartText key={placeOf(question.key, part.key)} question={question} part={part} />
      ))}
    </Fieldset>
  );
};
