import type { ReactNode } from "react";
import { CheckedPlace } from "../checking/checked-place.tsx";
import { questionPlaces } from "../comments/question-places.ts";
import { TalksPanel } from "../comments/talks-panel.tsx";
import { OthersPanel } from "../learning/others-panel.tsx";
import type { Question } from "../types.ts";
import { questionId } from "./fields/field.ts";
import { fieldFor } from "./fields/registry.ts";
import { GuidanceBox } from "./guidance.tsx";

const words = ({ number, text }: Question): string => (number ? `${number}. ${text}` : text);

/** A question of parts or rows has, beside what is found about each, what is found about it as a whole. */
const Whole = ({ question, children }: { question: Question; children: ReactNode }) =>
  question.parts.length > 0 || question.kind === "IMPROVEMENT_PLAN" ? (
    <CheckedPlace place={question.key} withoutActions={question.kind === "IMPROVEMENT_PLAN"}>
      {children}
    </CheckedPlace>
  ) : (
    children
  );

/** One question with its guidance beside it. A hidden one says why it isn't asked. */
export const QuestionView = ({ question }: { question: Question }) => {
  if (!question.visible) {
    return question.hiddenBecause ? (
      <p className="govuk-hint">
        {question.number ? `Question ${question.number}` : question.label} isn&rsquo;t asked now.{" "}
        {question.hiddenBecause}
      </p>
    ) : null;
  }
  const Field = fieldFor(question.kind);
  return (
    <section className="app-question" id={questionId(question.key)} tabIndex={-1}>
      <div className="app-question__row">
        <div className="app-question__answer">
          {Field ? (
            <Whole question={question}>
              <Field question={question} label={words(question)} />
            </Whole>
          ) : (
            <p className="govuk-body">Load this page again to see this question.</p>
          )}
        </div>
        <GuidanceBox question={question} />
      </div>
      <OthersPanel question={question} />
      <TalksPanel places={questionPlaces(question)} />
    </section>
  );
};
