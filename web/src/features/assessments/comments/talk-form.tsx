import { checkCommentText, MAX_COMMENT_LENGTH } from "@due-regard/domain/ehria/review/comment-rules";
import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import { useKept } from "../../../data/use-kept.ts";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { AddCommentMutation } from "./queries.ts";
import type { TalkPlace } from "./types.ts";

export const COMMENT_LIMIT = { max: MAX_COMMENT_LENGTH, unit: "characters" } as const;

const keptAs = (name: string): string => `comment:${name}`;

/** True where text of an earlier visit waits: for a place, or as an answer to a comment. */
export const isBeingWritten = (
  { person, reference }: { person: string; reference: string },
  name: string,
): boolean => createKeep({ person, reference, place: keptAs(name), label: "" }).read() !== null;

interface TalkFormProps {
  reference: string;
  person: string;
  /** Where it may stand; of several the writer chooses. */
  places: readonly TalkPlace[];
  /** Id of the comment that it answers. Left out: it begins a talk. */
  replyTo?: string | undefined;
  label: string;
  button: string;
  onSent: (news: string) => void;
  /** Left out: the form is always there. */
  onCancel?: (() => void) | undefined;
}

interface Written {
  text: string;
  place: string;
}

/** A comment or an answer being written: kept in the browser until the server has it. */
export const TalkForm = (props: TalkFormProps) => {
  const { reference, person, places, replyTo, label, button, onSent, onCancel } = props;
  const client = useClient();
  const first = places[0] ?? { place: "assessment", label: "the whole assessment" };
  const place = keptAs(replyTo ?? first.place);
  const kept = useKept<Written>(
    {
      person,
      reference,
      place,
      label: `${replyTo ? "Answer to the comment" : "Comment on"} ${first.label}, ${reference}`,
    },
    { text: "", place: first.place },
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { value, change } = kept;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const [problem] = checkCommentText(value.text);
    if (problem || busy) return setError(problem?.message);
    setBusy(true);
    const where = replyTo ? { replyTo } : { place: value.place };
    const { data, error: failed } = await client
      .mutation(AddCommentMutation, {
        input: { reference, text: value.text, idempotencyKey: kept.key, ...where },
      })
      .toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.addComment, failed);
    if (outcome.kind === "DONE") {
      kept.clear();
      setError(undefined);
      return onSent(replyTo ? "Your answer was added" : "Your comment was added");
    }
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") kept.renew();
    setError(outcome.kind === "INVALID" ? outcome.problems[0]?.message : explain(outcome));
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="app-talk-form">
      {places.length > 1 ? (
        <Select
          id={`${place}-place`}
          label="About"
          options={places.map((each) => ({ value: each.place, label: each.label }))}
          value={value.place}
          onChange={(chosen) => change({ ...value, place: chosen })}
        />
      ) : null}
      <Textarea
        id={place}
        label={label}
        rows={3}
        limit={COMMENT_LIMIT}
        error={error}
        value={value.text}
        onChange={(text) => change({ ...value, text })}
      />
      <ButtonGroup>
        <Button variant="secondary" busy={busy}>
          {button}
        </Button>
        {onCancel ? (
          <LinkButton
            onClick={() => {
              kept.clear();
              onCancel();
            }}
          >
            Cancel
          </LinkButton>
        ) : null}
      </ButtonGroup>
    </form>
  );
};
