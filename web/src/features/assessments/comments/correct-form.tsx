import { checkCommentText } from "@due-regard/domain/ehria/review/comment-rules";
import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { formatTime } from "../../../ui/format/dates.ts";
import { Textarea } from "../../../ui/textarea.tsx";
import { CorrectCommentMutation } from "./queries.ts";
import { COMMENT_LIMIT } from "./talk-form.tsx";
import type { Remark } from "./types.ts";

interface CorrectFormProps {
  reference: string;
  remark: Remark;
  onDone: (news: string | null) => void;
}

/** The words of one's own comment, to be put right while that is allowed. What stands there stays until the server took the new words. */
export const CorrectForm = ({ reference, remark, onDone }: CorrectFormProps) => {
  const client = useClient();
  const [text, setText] = useState(remark.text);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const [problem] = checkCommentText(text);
    if (problem || busy) return setError(problem?.message);
    setBusy(true);
    const input = { reference, comment: remark.id, text, basedOnVersion: remark.version };
    const { data, error: failed } = await client.mutation(CorrectCommentMutation, { input }).toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.correctComment, failed);
    if (outcome.kind === "DONE") return onDone("Your comment was changed");
    setError(outcome.kind === "INVALID" ? outcome.problems[0]?.message : explain(outcome));
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="app-talk-form">
      <Textarea
        id={`correct-${remark.id}`}
        label="What it should say"
        hint={
          remark.correctableUntil
            ? `You can change it until ${formatTime(remark.correctableUntil)}, or until somebody answers.`
            : undefined
        }
        rows={3}
        limit={COMMENT_LIMIT}
        error={error}
        value={text}
        onChange={setText}
      />
      <ButtonGroup>
        <Button variant="secondary" busy={busy}>
          Save
        </Button>
        <LinkButton onClick={() => onDone(null)}>Cancel</LinkButton>
      </ButtonGroup>
    </form>
  );
};
