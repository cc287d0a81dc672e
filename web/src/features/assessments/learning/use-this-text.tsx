import { isWritten } from "@due-regard/domain/ehria/content";
import { saysAlready } from "@due-regard/domain/ehria/copying/add-copied";
import { useId, useMemo } from "react";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import { usePageErrors } from "../drafting/page-errors.ts";
import { useAnswer } from "../drafting/use-answer.ts";
import type { Question } from "../types.ts";
import { useCopy } from "./use-copy.ts";
import type { EarlierAnswer } from "./use-earlier.ts";

interface UseThisTextProps {
  question: Question;
  example: EarlierAnswer;
  onCopied: () => void;
}

/** Takes another's words over: as the answer where there is none, below it where there is. Never in place of it. */
export const UseThisText = ({ question, example, onCopied }: UseThisTextProps) => {
  const id = useId();
  const { content } = useDraft();
  const answer = useAnswer(question, example.part);
  const { copy, busy, problem } = useCopy({
    reference: content.reference,
    question,
    example,
    answer,
    onCopied,
  });
  usePageErrors(problem !== null);
  // The summary takes the focus each time that it is given others.
  const errors = useMemo(() => (problem === null ? [] : [{ field: id, message: problem }]), [id, problem]);
  if (saysAlready(answer.value.text, example.text))
    return <p className="govuk-hint govuk-!-margin-bottom-0">Stands in your answer.</p>;
  const isFirst = !isWritten(answer.value.text);
  return (
    <>
      <ErrorSummary errors={errors} />
      <Button
        id={id}
        type="button"
        variant="secondary"
        busy={busy}
        onClick={copy}
        hiddenText={`from ${example.assessment.reference}`}
      >
        {isFirst ? "Use this text" : "Add this text below yours"}
      </Button>
    </>
  );
};
