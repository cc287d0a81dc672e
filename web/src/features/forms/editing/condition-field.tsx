import { describeCondition } from "@due-regard/domain/ehria/form/describe-condition";
import { readSimpleCondition, writeSimpleCondition } from "@due-regard/domain/ehria/form/simple-condition";
import type { Condition, FormQuestion, FormTemplate } from "@due-regard/domain/ehria/form/template";
import { useState } from "react";
import { InsetText } from "../../../ui/banners.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { ConditionLines } from "./condition-lines.tsx";
import { choosable, lineAbout } from "./condition-model.ts";

interface ConditionEditorProps {
  id: string;
  condition: Condition;
  template: FormTemplate;
  /** Questions that stand before whatever hangs on this. */
  before: readonly FormQuestion[];
  onChange: (condition: Condition) => void;
}

const readJson = (text: string): Condition | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "op" in value ? (value as Condition) : null;
  } catch {
    return null;
  }
};

/** A condition inside conditions: too deep for lines, so it is read in words and written as it stands in the file. */
const NestedCondition = ({ id, condition, template, onChange }: ConditionEditorProps) => {
  const [text, setText] = useState(() => JSON.stringify(condition, null, 2));
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <InsetText>When {describeCondition(condition, template)}</InsetText>
      <Textarea
        id={`${id}-json`}
        label="The condition as the form's file has it"
        hint="It holds conditions inside conditions, which this page can't show line by line."
        error={wrong ? "Enter a condition in JSON, as an exported form has it" : undefined}
        rows={8}
        value={text}
        onChange={(typed) => {
          setText(typed);
          const read = readJson(typed);
          setWrong(read === null);
          if (read !== null) onChange(read);
        }}
      />
    </>
  );
};

/** The lines of a condition, and what they say as a sentence. */
export const ConditionEditor = (props: ConditionEditorProps) => {
  const { id, condition, template, before, onChange } = props;
  const simple = readSimpleCondition(condition);
  if (simple === null) return <NestedCondition {...props} />;
  return (
    <>
      <ConditionLines
        id={id}
        condition={simple}
        questions={choosable(before)}
        onChange={(changed) => {
          const written = writeSimpleCondition(changed);
          if (written !== null) onChange(written);
        }}
      />
      <p className="govuk-hint" role="status">
        When {describeCondition(condition, template)}
      </p>
    </>
  );
};

/** A first condition for somebody to change. Null: no question before this has answers to choose from. */
export const firstCondition = (before: readonly FormQuestion[]): Condition | null => {
  const last = choosable(before).at(-1);
  return last === undefined ? null : writeSimpleCondition({ join: "ALL_OF", lines: [lineAbout(last)] });
};
