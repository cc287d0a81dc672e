import { takesCopies } from "@due-regard/domain/ehria/copying/add-copied";
import { QUESTION_KINDS } from "@due-regard/domain/ehria/form/template";
import { useState } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { Details } from "../../../ui/details.tsx";
import { formatDate, formatDay } from "../../../ui/format/dates.ts";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { ASSESSMENT_STATUS } from "../../../ui/status-words.ts";
import { Tag } from "../../../ui/tag.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import { useDraftPlace } from "../drafting/draft-place.ts";
import { fieldId } from "../drafting/fields/field.ts";
import { placeOf } from "../drafting/use-answer.ts";
import type { Question } from "../types.ts";
import { type EarlierAnswer, MOST, useEarlier } from "./use-earlier.ts";
import { UseThisText } from "./use-this-text.tsx";

const nameOf = ({ number, label }: Question): string => (number ? `question ${number}` : `“${label}”`);

/** The assessment that says it: which, whose, how far it got and when. */
const Source = ({ example }: { example: EarlierAnswer }) => {
  const { reference, title, status, department, completedOn } = example.assessment;
  const { words, colour } = ASSESSMENT_STATUS[status];
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <AppLink to={`/assessments/${reference}/check`}>{title}</AppLink> <Tag colour={colour}>{words}</Tag>
      </p>
      <p className="govuk-hint govuk-!-margin-bottom-2">
        {reference}, {department.name},{" "}
        {completedOn ? `completed ${formatDate(completedOn)}` : `written ${formatDay(example.savedAt)}`}
      </p>
    </>
  );
};

interface ExampleProps {
  question: Question;
  example: EarlierAnswer;
  onCopied: (example: EarlierAnswer) => void;
}

const Example = ({ question, example, onCopied }: ExampleProps) => {
  const part = question.parts.find(({ key }) => key === example.part);
  return (
    <li className="app-results__item">
      <Source example={example} />
      {part ? <p className="govuk-body govuk-!-margin-bottom-1">On “{part.label}”:</p> : null}
      <blockquote className="app-quote">
        <ScrollRegion
          className="app-quote__text"
          label={`Answer of ${example.assessment.reference}${part ? ` on ${part.label}` : ""}`}
        >
          <p className="govuk-body app-text">{example.text}</p>
        </ScrollRegion>
      </blockquote>
      <UseThisText question={question} example={example} onCopied={() => onCopied(example)} />
    </li>
  );
};

/** Where the copied words are, so that whoever copied them can change them at once. */
const toField = (question: Question, { part }: EarlierAnswer) => {
  const id = fieldId(placeOf(question.key, part));
  (document.getElementById(`${id}-text`) ?? document.getElementById(id))?.focus();
};

const state = (kind: "LOADING" | "FAILED" | "FOUND", count: number): string => {
  if (kind === "LOADING") return "Looking for other answers…";
  if (kind === "FAILED") return "The other answers could not be loaded.";
  return count === 0
    ? "No other assessment that you may read has answered this question yet."
    : "Signed assessments come first, then those of your department. Learn from them: what you write has to be about this decision.";
};

const Others = ({ question }: { question: Question }) => {
  const { content } = useDraft();
  const { earlier, again, more, isFull } = useEarlier(content.reference, question.key);
  const [news, setNews] = useState("");
  const { kind, found } = earlier;
  const known = new Set(question.parts.map(({ key }) => key));
  const shown = found.filter(({ part }) => part === null || known.has(part));
  const onCopied = (example: EarlierAnswer) => {
    setNews(`Copied from ${example.assessment.reference}. Change it so that it is about this decision.`);
    toField(question, example);
  };
  return (
    <>
      <p className="govuk-body" role="status">
        {state(kind, shown.length)}
      </p>
      {kind === "FAILED" ? <LinkButton onClick={() => void again()}>Try again</LinkButton> : null}
      {shown.length > 0 ? (
        <ul className="app-results" aria-label={`How others answered ${nameOf(question)}`}>
          {shown.map((example) => (
            <Example
              key={`${example.assessment.id} ${example.part}`}
              question={question}
              example={example}
              onCopied={onCopied}
            />
          ))}
        </ul>
      ) : null}
      {more ? <LinkButton onClick={more}>Show more answers</LinkButton> : null}
      {isFull ? (
        <p className="govuk-hint">Answers of {MOST} assessments are shown; there may be more.</p>
      ) : null}
      <p className="govuk-body" role="status">
        {news}
      </p>
    </>
  );
};

/** A kind that this client does not know takes no copies. */
const isRunningText = ({ kind }: Question): boolean =>
  QUESTION_KINDS.some((each) => each === kind && takesCopies({ kind: each }));

/** How others answered this question: folded away until somebody wants it, and asked for only then. */
export const OthersPanel = ({ question }: { question: Question }) => {
  const { content } = useDraft();
  const { isTryOut } = useDraftPlace(content.reference);
  const [wasOpened, setWasOpened] = useState(false);
  if (isTryOut || !isRunningText(question)) return null;
  return (
    <div className="app-others">
      <Details
        summary={
          <>
            How others answered this<span className="govuk-visually-hidden">: {nameOf(question)}</span>
          </>
        }
        onToggle={(open) => {
          if (open) setWasOpened(true);
        }}
      >
        {wasOpened ? <Others question={question} /> : null}
      </Details>
    </div>
  );
};
