import { choiceWords } from "@due-regard/domain/ehria/form/choice-words";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { ConditionLine, SimpleCondition } from "@due-regard/domain/ehria/form/simple-condition";
import type { FormQuestion } from "@due-regard/domain/ehria/form/template";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { questionTitle } from "../reading/question-facts.ts";
import { lineAbout, partsToAsk, withChoice, withPart } from "./condition-model.ts";

interface LineProps {
  id: string;
  line: ConditionLine;
  questions: readonly FormQuestion[];
  onChange: (line: ConditionLine) => void;
  onRemove: (() => void) | null;
}

/** What the line looks at may be gone from the form: it stays to be seen, as the fault that it is. */
const questionOptions = (questions: readonly FormQuestion[], current: string) => [
  ...(questions.some(({ key }) => key === current)
    ? []
    : [{ value: current, label: `“${current}”: not asked before this` }]),
  ...questions.map((each) => ({ value: each.key, label: questionTitle(each) })),
];

const Line = ({ id, line, questions, onChange, onRemove }: LineProps) => {
  const { test } = line;
  const question = questions.find(({ key }) => key === test.question) ?? null;
  const parts = question ? partsToAsk(question) : [];
  const choices = question ? kindOf(question).choices(question) : [test.choice];
  return (
    <div className="app-condition-line">
      <Select
        id={`${id}-question`}
        label="Question"
        options={questionOptions(questions, test.question)}
        value={test.question}
        onChange={(key) => {
          const chosen = questions.find((each) => each.key === key);
          if (chosen) onChange({ ...lineAbout(chosen), isNegated: line.isNegated });
        }}
      />
      {parts.length > 0 ? (
        <Select
          id={`${id}-part`}
          label="Part"
          options={parts}
          value={test.op === "IS" ? (test.part ?? "") : ""}
          onChange={(part) => onChange(withPart(line, part))}
        />
      ) : null}
      <Select
        id={`${id}-is`}
        label="Is or is not"
        options={[
          { value: "IS", label: "is" },
          { value: "NOT", label: "is not" },
        ]}
        value={line.isNegated ? "NOT" : "IS"}
        onChange={(value) => onChange({ ...line, isNegated: value === "NOT" })}
      />
      <Select
        id={`${id}-choice`}
        label="Answer"
        options={choices.map((choice) => ({ value: choice, label: choiceWords(question, choice) }))}
        value={test.choice}
        onChange={(choice) => onChange(withChoice(line, choice))}
      />
      {onRemove ? (
        <LinkButton onClick={onRemove} hiddenText="this line of the condition">
          Remove
        </LinkButton>
      ) : null}
    </div>
  );
};

interface LinesProps {
  id: string;
  condition: SimpleCondition;
  /** Those that it may look at. */
  questions: readonly FormQuestion[];
  onChange: (condition: SimpleCondition) => void;
}

/** A condition as a list of lines, all or any of which must hold. */
export const ConditionLines = ({ id, condition, questions, onChange }: LinesProps) => {
  const { lines, join } = condition;
  const [first] = questions;
  return (
    <>
      {lines.map((line, index) => (
        <Line
          key={index}
          id={`${id}-${index}`}
          line={line}
          questions={questions}
          onChange={(changed) => onChange({ join, lines: lines.with(index, changed) })}
          onRemove={lines.length > 1 ? () => onChange({ join, lines: lines.toSpliced(index, 1) }) : null}
        />
      ))}
      {lines.length > 1 ? (
        <Radios
          id={`${id}-join`}
          legend="Which of these must hold?"
          inline
          small
          options={[
            { value: "ALL_OF", label: "All of them" },
            { value: "ANY_OF", label: "Any of them" },
          ]}
          value={join}
          onChange={(value) => onChange({ join: value as SimpleCondition["join"], lines })}
        />
      ) : null}
      {first ? (
        <Button
          type="button"
          variant="secondary"
          onClick={() => onChange({ join, lines: [...lines, lineAbout(first)] })}
        >
          Add a line
        </Button>
      ) : null}
    </>
  );
};
