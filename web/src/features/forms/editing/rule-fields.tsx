import { choiceWords } from "@due-regard/domain/ehria/form/choice-words";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type {
  Condition,
  ForcedChoice,
  FormQuestion,
  FormTemplate,
  Obligation,
} from "@due-regard/domain/ehria/form/template";
import type { ReactNode } from "react";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { ConditionEditor, firstCondition } from "./condition-field.tsx";
import type { ErrorFor } from "./part-fields.tsx";

interface RuleListProps<Rule> {
  id: string;
  heading: string;
  about: string;
  add: string;
  rules: readonly Rule[];
  error: string | undefined;
  /** A rule for somebody to change. Null: nothing could bring it about. */
  fresh: () => Rule | null;
  onChange: (rules: readonly Rule[]) => void;
  children: (rule: Rule, index: number, change: (rule: Rule) => void) => ReactNode;
}

const RuleList = <Rule,>(props: RuleListProps<Rule>) => {
  const { id, heading, about, add, rules, error, fresh, onChange, children } = props;
  return (
    <section id={id} tabIndex={-1} aria-label={heading}>
      <h3 className="govuk-heading-s">{heading}</h3>
      <p className="govuk-hint">{about}</p>
      {error ? <p className="govuk-error-message">{error}</p> : null}
      {rules.map((rule, index) => (
        <div className="app-part" key={index}>
          {children(rule, index, (changed) => onChange(rules.with(index, changed)))}
          <LinkButton
            onClick={() => onChange(rules.toSpliced(index, 1))}
            hiddenText={`rule ${index + 1} of: ${heading}`}
          >
            Remove this rule
          </LinkButton>
        </div>
      ))}
      <Button
        type="button"
        variant="secondary"
        onClick={() => {
          const rule = fresh();
          if (rule !== null) onChange([...rules, rule]);
        }}
      >
        {add}
      </Button>
    </section>
  );
};

interface RuleFieldsProps<Rule> {
  question: FormQuestion;
  template: FormTemplate;
  before: readonly FormQuestion[];
  rules: readonly Rule[];
  errorFor: ErrorFor;
  onChange: (rules: readonly Rule[]) => void;
}

/** Questions that are answered as a whole by a choice can be answered by a rule. */
export const canBeForced = (question: FormQuestion): boolean =>
  kindOf(question).cells(question).includes(null) && kindOf(question).choices(question).length > 0;

/** Questions whose answers can ask for an action. */
export const canOblige = (question: FormQuestion): boolean =>
  kindOf(question).storedIn === "ANSWERS" && kindOf(question).choices(question).length > 0;

const withWhen = <Rule extends { when: Condition }>(when: Condition | null, rest: Omit<Rule, "when">) =>
  when === null ? null : ({ when, ...rest } as Rule);

/** Answers that follow from other answers, whatever is ticked. */
export const ForcedFields = ({
  question,
  template,
  before,
  rules,
  errorFor,
  onChange,
}: RuleFieldsProps<ForcedChoice>) => {
  const choices = kindOf(question).choices(question);
  return (
    <RuleList
      id="forced"
      heading="Answered by rule"
      about="Earlier answers may settle this one. Officers then see the answer with its reason and can’t change it."
      add="Add a rule"
      rules={rules}
      error={errorFor("forced")}
      fresh={() => withWhen<ForcedChoice>(firstCondition(before), { choice: choices[0] ?? "", because: "" })}
      onChange={onChange}
    >
      {(rule, index, change) => (
        <>
          <ConditionEditor
            id={`forced-${index}`}
            condition={rule.when}
            template={template}
            before={before}
            onChange={(when) => change({ ...rule, when })}
          />
          <Select
            id={`forced-${index}-choice`}
            label="Then the answer is"
            options={choices.map((choice) => ({ value: choice, label: choiceWords(question, choice) }))}
            value={rule.choice}
            onChange={(choice) => change({ ...rule, choice })}
          />
          <Textarea
            id={`forced-${index}-because`}
            label="Because"
            hint="Shown beside the answer"
            rows={2}
            value={rule.because}
            onChange={(because) => change({ ...rule, because })}
          />
        </>
      )}
    </RuleList>
  );
};

/** Answers that make an action in the improvement plan necessary. */
export const ObligationFields = ({
  question,
  template,
  before,
  rules,
  errorFor,
  onChange,
}: RuleFieldsProps<Obligation>) => (
  <RuleList
    id="obligations"
    heading="Asks for an action"
    about="An answer may make an action in the improvement plan necessary before the assessment can be submitted."
    add="Add an action that is asked for"
    rules={rules}
    error={errorFor("obligations")}
    fresh={() =>
      withWhen<Obligation>(firstCondition([...before, question]), {
        needs: "IMPROVEMENT_ACTION",
        message: "",
      })
    }
    onChange={onChange}
  >
    {(rule, index, change) => (
      <>
        <ConditionEditor
          id={`obligations-${index}`}
          condition={rule.when}
          template={template}
          before={[...before, question]}
          onChange={(when) => change({ ...rule, when })}
        />
        <Textarea
          id={`obligations-${index}-message`}
          label="What to do"
          hint="For example, Add an action that sets up monitoring"
          rows={2}
          value={rule.message}
          onChange={(message) => change({ ...rule, message })}
        />
      </>
    )}
  </RuleList>
);
