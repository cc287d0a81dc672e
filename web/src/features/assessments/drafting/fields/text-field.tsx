import { TextInput } from "../../../../ui/text-input.tsx";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../saved-note.tsx";
import { useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId } from "./field.ts";

/** One line. */
export const TextField = ({ question, label }: FieldProps) => {
  const answer = useAnswer(question);
  return (
    <AnswerFrame answer={answer}>
      <TextInput
        id={fieldId(answer.place)}
        label={label}
        labelSize="s"
        hint={question.hint}
        error={answer.message ?? undefined}
        value={answer.value.text ?? ""}
        onChange={(text) => answer.edit({ choice: null, text })}
        onBlur={answer.flush}
        after={<SavedNote {...answer} />}
      />
    </AnswerFrame>
  );
};
