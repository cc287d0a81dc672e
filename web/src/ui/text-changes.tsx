import { compareTexts, type TextRun } from "@due-regard/domain/ehria/compare-texts";

const ELEMENTS = { added: "ins", removed: "del" } as const;

/** Said before and after a stretch of changed words, to those who do not see lines under and through them. */
const SPOKEN = { added: "added", removed: "taken out" } as const;

const Run = ({ kind, text }: TextRun) => {
  if (kind === "same") return text;
  const Element = ELEMENTS[kind];
  return (
    <Element className={`app-changes__${kind}`}>
      <span className="govuk-visually-hidden"> [{SPOKEN[kind]}: </span>
      {text}
      <span className="govuk-visually-hidden">] </span>
    </Element>
  );
};

/** Runs of words, some of which were added or taken out. */
export const TextRuns = ({ runs }: { runs: readonly TextRun[] }) => (
  <p className="govuk-body app-text app-changes">
    {runs.map((run, index) => (
      <Run key={index} {...run} />
    ))}
  </p>
);

interface TextChangesProps {
  before: string;
  after: string;
}

/** A text with what was added to it and what was taken out of it, word by word. */
export const TextChanges = ({ before, after }: TextChangesProps) => (
  <TextRuns runs={compareTexts(before, after)} />
);
