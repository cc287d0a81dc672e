import type { Condition, FormQuestion, FormTemplate } from "@due-regard/domain/ehria/form/template";
import { type RadioOption, Radios } from "../../../ui/radios.tsx";
import { ConditionEditor, firstCondition } from "./condition-field.tsx";

interface WhenProps {
  id: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  template: FormTemplate;
  before: readonly FormQuestion[];
}

const NO_CHOICES = "No question before this one has answers to choose from";

/** The option that reveals a condition, closed where nothing could be asked. */
const whenOption = (
  { id, template, before }: WhenProps,
  condition: Condition | null,
  onChange: (condition: Condition) => void,
): RadioOption => ({
  value: "WHEN",
  label: "Only when …",
  hint: condition === null && firstCondition(before) === null ? NO_CHOICES : undefined,
  reveals:
    condition === null ? null : (
      <ConditionEditor
        id={id}
        condition={condition}
        template={template}
        before={before}
        onChange={onChange}
      />
    ),
});

interface AskedProps extends WhenProps {
  /** What it is when there is no condition: "Always". */
  always: string;
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
}

/** Whether something is asked always, or on a condition. */
export const AskedField = (props: AskedProps) => {
  const { id, legend, hint, error, before, condition, always, onChange } = props;
  return (
    <Radios
      id={id}
      legend={legend}
      legendSize="s"
      hint={hint}
      error={error}
      options={[{ value: "ALWAYS", label: always }, whenOption(props, condition, onChange)]}
      value={condition === null ? "ALWAYS" : "WHEN"}
      onChange={(value) => onChange(value === "ALWAYS" ? null : firstCondition(before))}
    />
  );
};

interface RequiredProps extends WhenProps {
  required: boolean | Condition;
  onChange: (required: boolean | Condition) => void;
}

/** Whether a question must be answered once it is asked. */
export const RequiredField = (props: RequiredProps) => {
  const { id, legend, error, before, required, onChange } = props;
  const condition = typeof required === "boolean" ? null : required;
  return (
    <Radios
      id={id}
      legend={legend}
      legendSize="s"
      error={error}
      options={[
        { value: "YES", label: "Yes" },
        { value: "NO", label: "No" },
        whenOption(props, condition, onChange),
      ]}
      value={condition !== null ? "WHEN" : required === true ? "YES" : "NO"}
      onChange={(value) => onChange(value === "WHEN" ? (firstCondition(before) ?? true) : value === "YES")}
    />
  );
};
