import { Button, LinkButton } from "../../../ui/button.tsx";
import { Details } from "../../../ui/details.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { GuidanceFields } from "./guidance-fields.tsx";
import { NO_GUIDANCE } from "./guidance-model.ts";
import type { PartModel } from "./question-model.ts";

export type ErrorFor = (field: string) => string | undefined;

interface PartProps {
  part: PartModel;
  /** What it is called where its own label is still empty: "part 2". */
  name: string;
  /** Whether words go with each part. */
  withText: boolean;
  errorFor: ErrorFor;
  /** Whether one of its fields has an error: what is closed is then opened. */
  hasErrors: boolean;
  onChange: (part: PartModel) => void;
}

/** The words of one part, and what helps with it alone. */
export const PartFields = ({ part, name, withText, errorFor, hasErrors, onChange }: PartProps) => {
  const id = `parts-${part.id}`;
  const about = part.label || name;
  return (
    <>
      <TextInput
        id={`${id}-label`}
        label={`Words of ${name}`}
        error={errorFor(`${id}-label`)}
        value={part.label}
        onChange={(label) => onChange({ ...part, label })}
      />
      <TextInput
        id={`${id}-hint`}
        label={
          <>
            Hint (optional)<span className="govuk-visually-hidden"> for {about}</span>
          </>
        }
        error={errorFor(`${id}-hint`)}
        value={part.hint}
        onChange={(hint) => onChange({ ...part, hint })}
      />
      {withText ? (
        <TextInput
          id={`${id}-textLabel`}
          label={
            <>
              Label of the words that go with it<span className="govuk-visually-hidden"> for {about}</span>
            </>
          }
          hint="For example, How?"
          error={errorFor(`${id}-textLabel`)}
          value={part.textLabel}
          onChange={(textLabel) => onChange({ ...part, textLabel })}
        />
      ) : null}
      <Details
        open={hasErrors}
        summary={
          <>
            Guidance of its own (optional)<span className="govuk-visually-hidden"> for {about}</span>
          </>
        }
      >
        <GuidanceFields
          id={`${id}-guidance`}
          about={`for ${about}`}
          guidance={part.guidance}
          errorFor={errorFor}
          onChange={(guidance) => onChange({ ...part, guidance })}
        />
      </Details>
    </>
  );
};

export interface PartListProps {
  parts: readonly PartModel[];
  withText: boolean;
  errorFor: ErrorFor;
  /** Fields with errors, to open what they stand in. */
  wrong: readonly (string | null)[];
  onChange: (parts: readonly PartModel[]) => void;
}

export const hasErrorIn = (wrong: readonly (string | null)[], id: string): boolean =>
  wrong.some((field) => field?.startsWith(`${id}-guidance`) ?? false);

const newId = (parts: readonly { id: string }[]): string => {
  for (let number = parts.length + 1; ; number += 1)
    if (!parts.some(({ id }) => id === `new-${number}`)) return `new-${number}`;
};

const swapped = <Item,>(items: readonly Item[], at: number): readonly Item[] => {
  const [one, two] = [items[at], items[at + 1]];
  return one === undefined || two === undefined ? items : items.with(at, two).with(at + 1, one);
};

/** The parts of a question, in their order. A part's key carries its answers, so it stays what it is. */
export const PartList = ({ parts, withText, errorFor, wrong, onChange }: PartListProps) => {
  const error = errorFor("parts");
  return (
    <div id="parts" tabIndex={-1}>
      {error ? <p className="govuk-error-message">{error}</p> : null}
      {parts.map((part, index) => {
        const name = `part ${part.key || index + 1}`;
        return (
          <div className="app-part" key={part.id}>
            <PartFields
              part={part}
              name={name}
              withText={withText}
              errorFor={errorFor}
              hasErrors={hasErrorIn(wrong, `parts-${part.id}`)}
              onChange={(changed) => onChange(parts.with(index, changed))}
            />
            <p className="app-outline__acts">
              {index > 0 ? (
                <LinkButton onClick={() => onChange(swapped(parts, index - 1))} hiddenText={name}>
                  Move up
                </LinkButton>
              ) : null}
              <LinkButton onClick={() => onChange(parts.toSpliced(index, 1))} hiddenText={name}>
                Remove
              </LinkButton>
            </p>
          </div>
        );
      })}
      <Button
        type="button"
        variant="secondary"
        onClick={() =>
          onChange([
            ...parts,
            { id: newId(parts), key: "", label: "", hint: "", textLabel: "", guidance: NO_GUIDANCE },
          ])
        }
      >
        Add a part
      </Button>
    </div>
  );
};
