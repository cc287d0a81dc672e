import { laterKinds } from "@due-regard/domain/ehria/form/check-succession";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import {
  type FormQuestion,
  type FormTemplate,
  QUESTION_KINDS,
  type QuestionKind,
} from "@due-regard/domain/ehria/form/template";
import type { Stage } from "@due-regard/domain/ehria/vocabulary";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { STAGE } from "../words.ts";
import { GuidanceFields } from "./guidance-fields.tsx";
import { OptionList } from "./option-fields.tsx";
import { type ErrorFor, PartList } from "./part-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import type { QuestionModel } from "./question-model.ts";
import { isRowKind, RowList } from "./row-fields.tsx";
import { canBeForced, canOblige, ForcedFields, ObligationFields } from "./rule-fields.tsx";
import { SettingFields } from "./setting-fields.tsx";
import type { DraftPage } from "./use-draft-page.ts";
import { AskedField, RequiredField } from "./when-field.tsx";

export interface QuestionFieldsProps {
  page: DraftPage;
  questionKey: string;
  /** The draft as it would be with what was typed. */
  template: FormTemplate;
  model: QuestionModel;
  errors: readonly FieldError[];
  onChange: (model: QuestionModel) => void;
}

interface GroupProps extends QuestionFieldsProps {
  /** The question as it would be. */
  question: FormQuestion;
  before: readonly FormQuestion[];
  errorFor: ErrorFor;
  change: (part: Partial<QuestionModel>) => void;
}

const Words = ({ model, errorFor, change }: GroupProps) => (
  <>
    <h2 className="govuk-heading-m">The question</h2>
    <TextInput
      id="label"
      label="Short name"
      hint="A few words that name it in lists and messages"
      error={errorFor("label")}
      value={model.label}
      onChange={(label) => change({ label })}
    />
    <Textarea
      id="text"
      label="The question, as officers read it"
      rows={3}
      error={errorFor("text")}
      value={model.text}
      onChange={(text) => change({ text })}
    />
    <TextInput
      id="hint"
      label="Hint (optional)"
      hint="A line beneath the question"
      error={errorFor("hint")}
      value={model.hint}
      onChange={(hint) => change({ hint })}
    />
  </>
);

/** A question that was published keeps its kind, or grows into one in which its answers still are answers. */
const kindsFor = ({ form }: DraftPage, key: string): readonly QuestionKind[] => {
  const asked = form.askedQuestions.find((each) => each.key === key);
  return asked === undefined ? QUESTION_KINDS : laterKinds(asked.kind as QuestionKind);
};

const Kind = ({ page, questionKey, model, errorFor, change }: GroupProps) => {
  const kinds = kindsFor(page, questionKey);
  const offered = kinds.includes(model.kind) ? kinds : [model.kind, ...kinds];
  return (
    <Select
      id="kind"
      label="How is it answered?"
      hint={
        kinds.length < QUESTION_KINDS.length
          ? "It was published, and its answers carry over: it keeps its kind or grows into one in which they still fit."
          : undefined
      }
      error={errorFor("kind")}
      options={offered.map((kind) => ({ value: kind, label: kindOf({ kind }).name }))}
      value={model.kind}
      onChange={(kind) => change({ kind: kind as QuestionKind })}
    />
  );
};

const Stages = ({ model, errorFor, change }: GroupProps) => (
  <Radios
    id="stage"
    legend="Which stage do its rows belong to?"
    legendSize="s"
    inline
    error={errorFor("stage")}
    options={[
      { value: "SCREENING", label: STAGE.SCREENING },
      { value: "REPORT", label: STAGE.REPORT },
    ]}
    value={model.stage}
    onChange={(stage) => change({ stage: stage as Stage })}
  />
);

const Parts = ({ model, question, errors, errorFor, change }: GroupProps) => {
  const list = {
    parts: model.parts,
    withText: kindOf(question).takes.includes("partText"),
    errorFor,
    wrong: errors.map(({ field }) => field),
    onChange: (parts: QuestionModel["parts"]) => change({ parts }),
  };
  return (
    <>
      <h3 className="govuk-heading-s">{isRowKind(model.kind) ? "Rows" : "Parts"}</h3>
      {isRowKind(model.kind) ? <RowList kind={model.kind} {...list} /> : <PartList {...list} />}
    </>
  );
};

const Answering = (props: GroupProps) => {
  const { model, question, errorFor, change } = props;
  const { needs, takes } = kindOf(question);
  return (
    <>
      <h2 className="govuk-heading-m">How it is answered</h2>
      <Kind {...props} />
      {needs.includes("stage") ? <Stages {...props} /> : null}
      {needs.includes("parts") ? <Parts {...props} /> : null}
      {needs.includes("options") ? (
        <>
          <h3 className="govuk-heading-s">Answers to choose from</h3>
          <OptionList
            options={model.options}
            isLikelyImpact={model.meaning === "LIKELY_IMPACT"}
            errorFor={errorFor}
            onChange={(options) => change({ options })}
          />
        </>
      ) : null}
      {takes.includes("textLabel") ? (
        <TextInput
          id="textLabel"
          label="Label of the reasons (optional)"
          hint="Left empty, the choice stands alone"
          error={errorFor("textLabel")}
          value={model.textLabel}
          onChange={(textLabel) => change({ textLabel })}
        />
      ) : null}
      {takes.includes("maxWords") ? (
        <TextInput
          id="maxWords"
          label="Words at most (optional)"
          hint="Stated beside the field, and never in the way of typing"
          width="10"
          error={errorFor("maxWords")}
          value={model.maxWords}
          onChange={(maxWords) => change({ maxWords })}
        />
      ) : null}
    </>
  );
};

const Asking = (props: GroupProps) => {
  const { model, question, template, before, errorFor, change } = props;
  return (
    <>
      <h2 className="govuk-heading-m">When it is asked</h2>
      <AskedField
        id="condition"
        legend="Is it asked?"
        always="Whenever its section is"
        error={errorFor("condition")}
        template={template}
        before={before}
        condition={model.condition}
        onChange={(condition) => change({ condition })}
      />
      <RequiredField
        id="required"
        legend="Must it be answered?"
        error={errorFor("required")}
        template={template}
        before={before}
        required={model.required}
        onChange={(required) => change({ required })}
      />
      {canBeForced(question) || model.forced.length > 0 ? (
        <ForcedFields
          question={question}
          template={template}
          before={before}
          rules={model.forced}
          errorFor={errorFor}
          onChange={(forced) => change({ forced })}
        />
      ) : null}
      {canOblige(question) || model.obligations.length > 0 ? (
        <ObligationFields
          question={question}
          template={template}
          before={before}
          rules={model.obligations}
          errorFor={errorFor}
          onChange={(obligations) => change({ obligations })}
        />
      ) : null}
    </>
  );
};

/** Everything that belongs to a question, in the order in which somebody thinks of it. */
export const QuestionFields = (props: QuestionFieldsProps) => {
  const { questionKey, template, model, errors, onChange } = props;
  const at = template.questions.findIndex(({ key }) => key === questionKey);
  const question = template.questions[at];
  if (question === undefined) return null;
  const errorFor: ErrorFor = (field) => errors.find((error) => error.field === field)?.message;
  const change = (part: Partial<QuestionModel>) => onChange({ ...model, ...part });
  const group = { ...props, question, before: template.questions.slice(0, at), errorFor, change };
  return (
    <>
      <Words {...group} />
      <Answering {...group} />
      <Asking {...group} />
      <h2 className="govuk-heading-m">Guidance beside it</h2>
      <GuidanceFields
        id="guidance"
        about=""
        guidance={model.guidance}
        errorFor={errorFor}
        onChange={(guidance) => change({ guidance })}
      />
      <PlaceFields
        template={template}
        questionKey={questionKey}
        model={model}
        errorFor={errorFor}
        change={change}
      />
      <SettingFields model={model} errorFor={errorFor} change={change} />
    </>
  );
};
