import { Fieldset, Hint } from "../../../../ui/form-group.tsx";
import { Radios } from "../../../../ui/radios.tsx";
import { Textarea } from "../../../../ui/textarea.tsx";
import type { Part, Question } from "../../types.ts";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../../../../ui/saving/saved-note.tsx";
import { placeOf, useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId, wordLimit } from "./field.ts";

interface RowProps {
  question: Question;
  part: Part;
  withText: boolean;
}

const Row = ({ question, part, withText }: RowProps) => {
  const answer = useAnswer(question, part.key);
  const note = <SavedNote {...answer} />;
  return (
    <div className="app-part">
      <AnswerFrame answer={answer} options={question.options}>
        <Radios
          id={fieldId(answer.place)}
          legend={part.label}
          hint={part.hint}
          error={answer.message ?? undefined}
          options={question.options}
          inline
          small
          value={answer.value.choice}
          onChange={(choice) => answer.edit({ ...answer.value, choice })}
          onBlur={answer.flush}
          after={withText ? null : note}
        />
        {withText ? (
          <Textarea
            id={`${fieldId(answer.place)}-text`}
            label={
              <>
                {part.textLabel ?? "Explain"}
                <span className="govuk-visually-hidden"> {part.label}</span>
              </>
            }
            rows={4}
            limit={wordLimit(question)}
            value={answer.value.text ?? ""}
            onChange={(text) => answer.edit({ ...answer.value, text })}
            onBlur={answer.flush}
            after={note}
          />
        ) : null}
      </AnswerFrame>
    </div>
  );
};

const matrix = (withText: boolean) => {
  const Matrix = ({ question, label }: FieldProps) => {
    const id = fieldId(question.key);
    return (
      <Fieldset legend={label} size="s" describedBy={question.hint ? `${id}-hint` : undefined}>
        {question.hint ? <Hint id={`${id}-hint`}>{question.hint}</Hint> : null}
        {question.parts.map((part) => (
          <Row key={placeOf(question.key, part.key)} question={question} part={part} withText={withText} />
        ))}
      </Fieldset>
    );
  };
  return Matrix;
};

/** A choice for each part. */
export const MatrixField = matrix(false);
/** A choice for each part, each explained in words. */
export const TextMatrixField = matrix(true);
