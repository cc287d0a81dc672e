import {
  PUBLICATION_RULES,
  type PublicationRule,
  QUESTION_MEANINGS,
  type QuestionMeaning,
} from "@due-regard/domain/ehria/form/template";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { MEANING, PUBLICATION } from "../words.ts";
import type { ErrorFor } from "./part-fields.tsx";
import type { QuestionModel } from "./question-model.ts";

interface SettingFieldsProps {
  model: QuestionModel;
  errorFor: ErrorFor;
  change: (part: Partial<QuestionModel>) => void;
}

/** What the software does with a question: numbers, what rules take it for, and what leaves the council. */
export const SettingFields = ({ model, errorFor, change }: SettingFieldsProps) => (
  <>
    <h2 className="govuk-heading-m">Settings</h2>
    <Radios
      id="publication"
      legend="When the assessment is published, its answer is"
      legendSize="s"
      error={errorFor("publication")}
      options={PUBLICATION_RULES.map((rule) => ({ value: rule, label: PUBLICATION[rule] }))}
      value={model.publication}
      onChange={(publication) => change({ publication: publication as PublicationRule })}
    />
    <Select
      id="meaning"
      label="Rules of the software take it to be"
      hint="The checker, the screening and the details of an assessment find questions by this, not by their words."
      error={errorFor("meaning")}
      options={[
        { value: "", label: "Nothing that a rule needs" },
        ...QUESTION_MEANINGS.map((meaning) => ({ value: meaning, label: MEANING[meaning] })),
      ]}
      value={model.meaning ?? ""}
      onChange={(meaning) => change({ meaning: meaning === "" ? null : (meaning as QuestionMeaning) })}
    />
    <TextInput
      id="number"
      label="Number (optional)"
      hint="Its place in the form's own sequence"
      width="10"
      error={errorFor("number")}
      value={model.number}
      onChange={(number) => change({ number })}
    />
    <TextInput
      id="numberPrinted"
      label="Number as a paper form prints it (optional)"
      width="10"
      error={errorFor("numberPrinted")}
      value={model.numberPrinted}
      onChange={(numberPrinted) => change({ numberPrinted })}
    />
    <Textarea
      id="doubts"
      label="Doubts about the source (optional)"
      hint="One a line: what a paper form leaves uncertain"
      rows={2}
      error={errorFor("doubts")}
      value={model.doubts}
      onChange={(doubts) => change({ doubts })}
    />
  </>
);
