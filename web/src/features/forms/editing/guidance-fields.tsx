import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import type { GuidanceModel } from "./guidance-model.ts";

interface GuidanceFieldsProps {
  /** What the ids of its fields begin with. */
  id: string;
  /** Whose guidance it is, for those who hear labels alone. Empty: the question's. */
  about: string;
  guidance: GuidanceModel;
  errorFor: (field: string) => string | undefined;
  onChange: (guidance: GuidanceModel) => void;
}

/** What helps with a question or a part of one. All of it or nothing: the server names what is missing. */
export const GuidanceFields = ({ id, about, guidance, errorFor, onChange }: GuidanceFieldsProps) => {
  const label = (words: string) =>
    about === "" ? (
      words
    ) : (
      <>
        {words}
        <span className="govuk-visually-hidden"> {about}</span>
      </>
    );
  const change = (part: Partial<GuidanceModel>) => onChange({ ...guidance, ...part });
  return (
    <>
      <Textarea
        id={`${id}-lookAt`}
        label={label("What to look at")}
        hint="One point a line"
        rows={4}
        error={errorFor(`${id}-lookAt`)}
        value={guidance.lookAt}
        onChange={(lookAt) => change({ lookAt })}
      />
      <Textarea
        id={`${id}-law-text`}
        label={label("The law, in one paragraph")}
        rows={4}
        error={errorFor(`${id}-law-text`)}
        value={guidance.law}
        onChange={(law) => change({ law })}
      />
      <TextInput
        id={`${id}-law-source`}
        label={label("Where the law says so")}
        hint="For example, Equality Act 2010 s149"
        error={errorFor(`${id}-law-source`)}
        value={guidance.source}
        onChange={(source) => change({ source })}
      />
      <Textarea
        id={`${id}-goodExample`}
        label={label("A good answer")}
        hint="Made up, without names"
        rows={4}
        error={errorFor(`${id}-goodExample`)}
        value={guidance.good}
        onChange={(good) => change({ good })}
      />
      <Textarea
        id={`${id}-weakExample`}
        label={label("A weak answer")}
        rows={2}
        error={errorFor(`${id}-weakExample`)}
        value={guidance.weak}
        onChange={(weak) => change({ weak })}
      />
    </>
  );
};
