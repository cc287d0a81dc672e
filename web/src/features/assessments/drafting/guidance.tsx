import { Details } from "../../../ui/details.tsx";
import type { Question } from "../types.ts";

/** Stands beside its question: what to look at, the law in a paragraph, a good answer and a weak one. */
export const GuidanceBox = ({ question }: { question: Question }) => {
  const { guidance } = question;
  if (!guidance) return null;
  const about = question.number ? `question ${question.number}` : question.label;
  return (
    <aside className="app-guidance" aria-label={`Guidance on ${about}`}>
      {guidance.lookAt.length > 0 ? (
        <>
          <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">What to look at</p>
          <ul className="govuk-list govuk-list--bullet">
            {guidance.lookAt.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {guidance.law ? (
        <Details summary="What the law says">
          <p className="govuk-body">{guidance.law}</p>
          {guidance.lawSource ? <p className="govuk-body">{guidance.lawSource}</p> : null}
        </Details>
      ) : null}
      {guidance.goodExample ? (
        <Details summary="A good answer, and a weak one">
          <p className="govuk-body">
            <strong>Good:</strong> {guidance.goodExample}
          </p>
          {guidance.weakExample ? (
            <p className="govuk-body">
              <strong>Weak:</strong> {guidance.weakExample}
            </p>
          ) : null}
        </Details>
      ) : null}
    </aside>
  );
};
