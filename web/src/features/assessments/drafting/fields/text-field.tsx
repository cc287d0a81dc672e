import { TextInput } from "../../../../ui/text-input.tsx";
import { AnswerFrame } from "../answer-frame.tsx";
import { useDraft } from "../draft-context.ts";
import { SavedNote } from "../../../../ui/saving/saved-note.tsx";
import { useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId } from "./field.ts";

/** Set when the assessment was started, and not changed by writing: who may read it hangs on it. */
const FIXED = "DEPARTMENT";

const FixedText = ({ question, label }: FieldProps) => {
  const { content } = useDraft();
  const answer = content.answers.find((each) => each.question === question.key);
  return (
    <>
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">{label}</h2>
      <p className="govuk-body">{answer?.text ?? content.department.name}</p>
    </>
  );
};

const WrittenText = ({ question, label }: FieldProps) => {
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

/** One line. */
export const TextField = (props: FieldProps) =>
  props.question.meaning === FIXED ? <FixedText {...props} /> : <WrittenText {...props} />;
