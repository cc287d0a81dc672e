import { isDate } from "../drafting/fields/field.ts";
import { OriginNotes } from "../learning/origin-note.tsx";
import type { Answer, Part, Question } from "../types.ts";
import { choiceWords, dateWords } from "../words.ts";

interface AnswerTextProps {
  question: Question;
  part: Part | null;
  answers: readonly Answer[];
}

/** One answer as it will be signed. A forced one is shown as forced, whatever was ticked. */
export const AnswerText = ({ question, part, answers }: AnswerTextProps) => {
  const answer = answers.find((each) => each.question === question.key && each.part === (part?.key ?? null));
  const { options } = question;
  const choice = choiceWords(question.forcedChoice ?? answer?.choice ?? null, options);
  const stored = answer?.text ?? null;
  const text = isDate(question) ? dateWords(stored) : stored;
  if (!choice && !text) return <span className="app-quiet">Not answered</span>;
  return (
    <>
      {choice ? <strong>{choice}</strong> : null}
      {question.forcedChoice && question.forcedBecause ? (
        <span className="govuk-hint app-block">{question.forcedBecause}</span>
      ) : null}
      {text ? <p className="govuk-body app-text">{text}</p> : null}
      <OriginNotes origins={answer?.origins ?? []} />
    </>
  );
};
