import type { Guidance } from "@due-regard/domain/ehria/form/template";

/** All that helps with a question or a part of one, laid open. */
export const GuidanceView = ({ guidance }: { guidance: Guidance }) => (
  <>
    <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">What to look at</p>
    <ul className="govuk-list govuk-list--bullet">
      {guidance.lookAt.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p className="govuk-body">
      <strong>The law:</strong> {guidance.law.text} ({guidance.law.source})
    </p>
    <p className="govuk-body">
      <strong>A good answer:</strong> {guidance.goodExample}
    </p>
    <p className="govuk-body">
      <strong>A weak one:</strong> {guidance.weakExample}
    </p>
  </>
);
