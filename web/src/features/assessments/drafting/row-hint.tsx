import type { Question } from "../types.ts";

/** What the form adds to one of its rows. */
export const RowHint = ({ question, part }: { question: Question; part: string }) => {
  const hint = question.parts.find(({ key }) => key === part)?.hint;
  return hint ? <p className="govuk-body">{hint}</p> : null;
};
