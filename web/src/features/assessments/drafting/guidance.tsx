import type { ReactNode } from "react";
import { Details } from "../../../ui/details.tsx";
import type { Question } from "../types.ts";
import { useRowGuidance } from "./row-guidance.ts";

type Guidance = NonNullable<Question["guidance"]>;

const LookAt = ({ lines }: { lines: readonly string[] }) =>
  lines.length > 0 ? (
    <>
      <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">What to look at</p>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  ) : null;

const Law = ({ law, lawSource }: Guidance) => (
  <>
    <p className="govuk-body">{law}</p>
    {lawSource ? <p className="govuk-body">{lawSource}</p> : null}
  </>
);

const Examples = ({ goodExample, weakExample }: Guidance) => (
  <>
    <p className="govuk-body">
      <strong>Good:</strong> {goodExample}
    </p>
    {weakExample ? (
      <p className="govuk-body">
        <strong>Weak:</strong> {weakExample}
      </p>
    ) : null}
  </>
);

interface BoxProps {
  guidance: Guidance;
  about: string;
  children?: ReactNode;
}

const Box = ({ guidance, about, children }: BoxProps) => (
  <aside className="app-guidance" aria-label={`Guidance on ${about}`}>
    <LookAt lines={guidance.lookAt} />
    {guidance.law ? (
      <Details summary="What the law says">
        <Law {...guidance} />
      </Details>
    ) : null}
    {guidance.goodExample ? (
      <Details summary="A good answer, and a weak one">
        <Examples {...guidance} />
      </Details>
    ) : null}
    {children}
  </aside>
);

const nameOf = ({ number, label }: Question): string => (number ? `question ${number}` : label);

/** Stands beside its question: what to look at, the law in a paragraph, a good answer and a weak one. */
export const GuidanceBox = ({ question }: { question: Question }) =>
  question.guidance ? <Box guidance={question.guidance} about={nameOf(question)} /> : null;

interface RowGuidanceProps {
  reference: string;
  question: Question;
  /** Key of the row: "AGE", "CONVENTION-8". */
  part: string;
  label: string;
}

/** Stands beside one row: what helps with it alone, and behind that what helps with the question as a whole. */
export const RowGuidanceBox = ({ reference, question, part, label }: RowGuidanceProps) => {
  const guidance = useRowGuidance(reference, question.key, part);
  const whole = question.guidance;
  if (guidance === null) return <GuidanceBox question={question} />;
  return (
    <Box guidance={guidance} about={label}>
      {whole ? (
        <Details summary={`On ${nameOf(question)} as a whole`}>
          <LookAt lines={whole.lookAt} />
          <Law {...whole} />
        </Details>
      ) : null}
    </Box>
  );
};
