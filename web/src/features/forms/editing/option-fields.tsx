import { LIKELY_IMPACTS } from "@due-regard/domain/ehria/vocabulary";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import type { ErrorFor } from "./part-fields.tsx";
import type { OptionModel } from "./question-model.ts";

interface OptionListProps {
  options: readonly OptionModel[];
  /** True where the answers are the likely impacts that rules know. */
  isLikelyImpact: boolean;
  errorFor: ErrorFor;
  onChange: (options: readonly OptionModel[]) => void;
}

const newId = (options: readonly OptionModel[]): string => {
  for (let number = options.length + 1; ; number += 1)
    if (!options.some(({ id }) => id === `new-${number}`)) return `new-${number}`;
};

interface OptionProps extends Pick<OptionListProps, "isLikelyImpact" | "errorFor"> {
  option: OptionModel;
  name: string;
  onChange: (option: OptionModel) => void;
}

const OptionFields = ({ option, name, isLikelyImpact, errorFor, onChange }: OptionProps) => {
  const id = `options-${option.id}`;
  return (
    <>
      <TextInput
        id={`${id}-label`}
        label={`Words of ${name}`}
        error={errorFor(`${id}-label`)}
        value={option.label}
        onChange={(label) => onChange({ ...option, label })}
      />
      <TextInput
        id={`${id}-hint`}
        label={
          <>
            Hint (optional)<span className="govuk-visually-hidden"> for {option.label || name}</span>
          </>
        }
        error={errorFor(`${id}-hint`)}
        value={option.hint}
        onChange={(hint) => onChange({ ...option, hint })}
      />
      {isLikelyImpact ? (
        <Select
          id={`${id}-key`}
          label={
            <>
              What rules take it to be
              <span className="govuk-visually-hidden"> for {option.label || name}</span>
            </>
          }
          options={[
            { value: "", label: "Choose" },
            ...LIKELY_IMPACTS.map((impact) => ({ value: impact, label: impact })),
          ]}
          value={option.key}
          onChange={(key) => onChange({ ...option, key })}
        />
      ) : null}
    </>
  );
};

/** The answers to choose from. An answer's key stays what it is: what was chosen is stored under it. */
export const OptionList = ({ options, isLikelyImpact, errorFor, onChange }: OptionListProps) => {
  const error = errorFor("options");
  return (
    <div id="options" tabIndex={-1}>
      {error ? <p className="govuk-error-message">{error}</p> : null}
      {options.map((option, index) => {
        const name = `answer ${index + 1}`;
        return (
          <div className="app-part" key={option.id}>
            <OptionFields
              option={option}
              name={name}
              isLikelyImpact={isLikelyImpact}
              errorFor={errorFor}
              onChange={(changed) => onChange(options.with(index, changed))}
            />
            <p className="app-outline__acts">
              <LinkButton
                onClick={() => onChange(options.toSpliced(index, 1))}
                hiddenText={option.label || name}
              >
                Remove
              </LinkButton>
            </p>
          </div>
        );
      })}
      <Button
        type="button"
        variant="secondary"
        onClick={() => onChange([...options, { id: newId(options), key: "", label: "", hint: "" }])}
      >
        Add an answer
      </Button>
    </div>
  );
};
