import { Textarea } from "../../../../ui/textarea.tsx";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../../../../ui/saving/saved-note.tsx";
import { useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId, wordLimit } from "./field.ts";

/** Running text with its word count. */
export const LongTextField = ({ question, label }: FieldProps) => {
  const answer = useAnswer(question);
  return (
    <AnswerFrame answer={answer}>
      <Textarea
        id={fieldId(answer.place)}
        label={label}
        labelSize="s"
        hint={question.hint}
        error={answer.message ?? undefined}
        rows={10}
        limit={wordLimit(question)}
        value={answer.value.text ?? ""}
        onChange={(text) => answer.edit({ choice: null, text })}
        onBlur={answer.flush}
        after={<SavedNote {...answer} />}
      />
    </AnswerFrame>
  );
};
