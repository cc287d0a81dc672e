import { useEffect } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import type { Evidence } from "../types.ts";
import { nameOf } from "./evidence-words.ts";
import { UnlinkEvidenceMutation } from "./mutations.ts";
import { useAct } from "./use-act.ts";

interface RemoveFormProps {
  evidence: Evidence;
  onDone: (news: string) => void;
  onCancel: () => void;
}

/** Taking a citation out takes a second press, which says what goes with it. */
export const RemoveForm = ({ evidence, onDone, onCancel }: RemoveFormProps) => {
  const client = useClient();
  const { reference } = useDraft().content;
  const button = `remove-${evidence.id}`;
  const { act, busy, errors } = useAct(button);
  useEffect(() => document.getElementById(button)?.focus(), [button]);
  const remove = () =>
    void act(
      async () => {
        const input = { reference, evidence: evidence.id };
        const { data, error } = await client.mutation(UnlinkEvidenceMutation, { input }).toPromise();
        return outcomeOf(data?.unlinkEvidence, error);
      },
      () => onDone(`Removed: ${nameOf(evidence)}`),
    );
  return (
    <div className="app-citation__act">
      <ErrorSummary errors={errors} level={3} />
      <p className="govuk-body">
        Remove “{nameOf(evidence)}”{evidence.note ? ", with its note" : ""}?
        {evidence.kind === "FILE"
          ? " The file is thrown away with it, unless it is cited elsewhere or in an earlier revision."
          : ""}
      </p>
      <ButtonGroup>
        <Button id={button} type="button" variant="warning" busy={busy} onClick={remove}>
          Yes, remove it
        </Button>
        <LinkButton onClick={onCancel}>Keep it</LinkButton>
      </ButtonGroup>
    </div>
  );
};
