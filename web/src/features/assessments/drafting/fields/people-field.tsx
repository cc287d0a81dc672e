import { readPeople } from "@due-regard/domain/ehria/form/kinds/people";
import { useState } from "react";
import { Button, LinkButton } from "../../../../ui/button.tsx";
import { ErrorMessage, Fieldset, FormGroup, Hint } from "../../../../ui/form-group.tsx";
import { TextInput } from "../../../../ui/text-input.tsx";
import { AnswerFrame } from "../answer-frame.tsx";
import { SavedNote } from "../saved-note.tsx";
import { useAnswer } from "../use-answer.ts";
import { type FieldProps, fieldId } from "./field.ts";

/** The lines as typed: what is stored leaves empty ones out, so a line that was only begun is known here alone. */
const useLines = (stored: string | null) => {
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const people = readPeople(stored);
  const isSame = typed !== null && readPeople(typed.join("\n")).join("\n") === people.join("\n");
  const lines = isSame && typed.length > 0 ? typed : people.length > 0 ? people : [""];
  return { lines, setTyped };
};

/** People by job title, each in a box of their own. */
export const PeopleField = ({ question, label }: FieldProps) => {
  const answer = useAnswer(question);
  const { lines, setTyped } = useLines(answer.value.text);
  const id = fieldId(answer.place);
  const change = (next: readonly string[]) => {
    setTyped(next);
    answer.edit({ choice: null, text: readPeople(next.join("\n")).join("\n") || null });
  };
  const boxId = (index: number) => (index === 0 ? id : `${id}-${index + 1}`);
  const add = () => {
    setTyped([...lines, ""]);
    // The new box stands once React has drawn it.
    requestAnimationFrame(() => document.getElementById(boxId(lines.length))?.focus());
  };
  const remove = (index: number) => {
    change(lines.toSpliced(index, 1));
    answer.flush();
    document.getElementById(boxId(Math.max(index - 1, 0)))?.focus();
  };
  return (
    <AnswerFrame answer={answer}>
      <FormGroup error={answer.message ?? undefined}>
        <Fieldset legend={label} size="s" describedBy={question.hint ? `${id}-hint` : undefined}>
          {question.hint ? <Hint id={`${id}-hint`}>{question.hint}</Hint> : null}
          {answer.message ? <ErrorMessage id={`${id}-error`}>{answer.message}</ErrorMessage> : null}
          {lines.map((line, index) => (
            <TextInput
              key={boxId(index)}
              id={boxId(index)}
              label={`Job title ${index + 1}`}
              value={line}
              onChange={(text) => change(lines.with(index, text))}
              onBlur={answer.flush}
              after={
                lines.length > 1 ? (
                  <LinkButton onClick={() => remove(index)} hiddenText={line || `job title ${index + 1}`}>
                    Remove
                  </LinkButton>
                ) : null
              }
            />
          ))}
          <Button type="button" variant="secondary" onClick={add}>
            Add another person
          </Button>
        </Fieldset>
        <SavedNote {...answer} />
      </FormGroup>
    </AnswerFrame>
  );
};
