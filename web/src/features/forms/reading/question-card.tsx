import type { FormQuestion, FormTemplate, QuestionPart } from "@due-regard/domain/ehria/form/template";
import type { ReactNode } from "react";
import { Details } from "../../../ui/details.tsx";
import { SummaryList } from "../../../ui/summary-list.tsx";
import { GuidanceView } from "./guidance-view.tsx";
import { questionFacts, questionTitle } from "./question-facts.ts";

const Parts = ({ parts }: { parts: readonly QuestionPart[] }) => (
  <ul className="govuk-list govuk-list--bullet">
    {parts.map(({ key, label, textLabel, hint, guidance }) => (
      <li key={key}>
        {label}
        {textLabel ? ` – ${textLabel}` : null}
        {hint ? <span className="govuk-hint app-block govuk-!-margin-bottom-0">{hint}</span> : null}
        {guidance ? (
          <Details
            summary={
              <>
                Guidance<span className="govuk-visually-hidden"> on {label}</span>
              </>
            }
          >
            <GuidanceView guidance={guidance} />
          </Details>
        ) : null}
      </li>
    ))}
  </ul>
);

const CardHeading = ({ level, children }: { level: 3 | 4; children: ReactNode }) => {
  const Heading = `h${level}` as const;
  return <Heading className="govuk-heading-s">{children}</Heading>;
};

const Options = ({ options }: Pick<FormQuestion, "options">) => (
  <ul className="govuk-list govuk-list--bullet">
    {options.map(({ key, label, hint }) => (
      <li key={key}>
        {label}
        {hint ? <span className="govuk-hint app-block govuk-!-margin-bottom-0">{hint}</span> : null}
      </li>
    ))}
  </ul>
);

interface CardProps {
  question: FormQuestion;
  template: FormTemplate;
  /** Of its heading: one below what it stands under. */
  level: 3 | 4;
}

/** One question of a form with everything that belongs to it, its rules in words. */
export const QuestionCard = ({ question, template, level }: CardProps) => (
  <article className="app-form-question" id={question.key}>
    <CardHeading level={level}>{questionTitle(question)}</CardHeading>
    <p className="govuk-body">{question.text}</p>
    {question.hint ? <p className="govuk-hint">{question.hint}</p> : null}
    {question.parts.length > 0 ? <Parts parts={question.parts} /> : null}
    {question.options.length > 0 ? <Options options={question.options} /> : null}
    <SummaryList
      rows={questionFacts(question, template).map(({ label, value }) => ({
        key: label,
        label,
        value: <span className="app-text">{value}</span>,
      }))}
    />
    {question.guidance ? (
      <Details
        summary={
          <>
            Guidance<span className="govuk-visually-hidden"> on {question.label}</span>
          </>
        }
      >
        <GuidanceView guidance={question.guidance} />
      </Details>
    ) : null}
  </article>
);
