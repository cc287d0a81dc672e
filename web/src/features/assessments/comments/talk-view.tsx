import { type ReactNode, useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Tag } from "../../../ui/tag.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { ResolveCommentMutation } from "./queries.ts";
import { isBeingWritten, TalkForm } from "./talk-form.tsx";
import type { Talks } from "./talks-context.tsx";
import type { Remark, Talk } from "./types.ts";
import { WRITTEN_AS } from "./words.ts";

interface RemarkViewProps {
  remark: Remark;
  page: Talks;
  onNews: (news: string) => void;
}

const RemarkView = ({ remark, page, onNews }: RemarkViewProps) => {
  const [correcting, setCorrecting] = useState(false);
  const { author, writtenAt, correctedAt, revision } = remark;
  const finish = (news: string | null) => {
    setCorrecting(false);
    if (news) onNews(news);
  };
  return (
    <>
      <p className="app-talk__by">
        <strong>{author.name}</strong>, {WRITTEN_AS[remark.writtenAs]},{" "}
        <time dateTime={writtenAt}>{formatInstant(writtenAt)}</time>
        {revision === page.revision ? null : `, on revision ${revision}`}
        {correctedAt ? `. Words changed ${formatInstant(correctedAt)}` : null}
      </p>
      {correcting ? (
        <CorrectForm reference={page.reference} remark={remark} onDone={finish} />
      ) : (
        <p className="govuk-body app-text app-talk__text">{remark.text}</p>
      )}
      {remark.correctableUntil && !correcting ? (
        <LinkButton onClick={() => setCorrecting(true)} hiddenText={`of your comment: ${start(remark)}`}>
          Change the words
        </LinkButton>
      ) : null}
    </>
  );
};

const START = 40;
/** The first words, by which somebody who listens knows which comment a button is about. */
const start = ({ text }: Remark): string => (text.length <= START ? text : `${text.slice(0, START)}…`);

const State = ({ talk }: { talk: Talk }) => {
  if (talk.resolved) return <Tag colour="grey">Resolved</Tag>;
  if (talk.kind === "COMMENT") return <Tag colour="blue">Open</Tag>;
  return talk.answered ? (
    <Tag colour="teal">Point of the chair: answered</Tag>
  ) : (
    <Tag colour="orange">Point of the chair: needs an answer</Tag>
  );
};

const useResolve = (page: Talks, talk: Talk, onNews: (news: string) => void) => {
  const client = useClient();
  return async () => {
    const input = { reference: page.reference, comment: talk.id, resolved: !talk.resolved };
    const { data, error } = await client.mutation(ResolveCommentMutation, { input }).toPromise();
    const outcome = outcomeOf(data?.resolveComment, error);
    if (outcome.kind !== "DONE") onNews(explain(outcome));
    else onNews(talk.resolved ? "The comment is open again" : "The comment is resolved");
  };
};

interface TalkViewProps {
  talk: Talk;
  page: Talks;
  /** What its place is called; null where the page says it already. */
  label: ReactNode;
  onNews: (news: string) => void;
}

/** One talk: what was said, in order, and what this person may do about it. */
export const TalkView = ({ talk, page, label, onNews }: TalkViewProps) => {
  const [answering, setAnswering] = useState(() => isBeingWritten(page, talk.id));
  const resolve = useResolve(page, talk, onNews);
  const answered = (news: string) => {
    setAnswering(false);
    onNews(news);
  };
  const mayAnswer = page.mayComment && !talk.resolved;
  return (
    <li className="app-talk" id={`comment-${talk.id}`}>
      <p className="app-talk__state">
        <State talk={talk} /> {label}
      </p>
      <RemarkView remark={talk} page={page} onNews={onNews} />
      {talk.replies.length > 0 ? (
        <ol className="app-talk__answers" aria-label="Answers">
          {talk.replies.map((reply) => (
            <li key={reply.id}>
              <RemarkView remark={reply} page={page} onNews={onNews} />
            </li>
          ))}
        </ol>
      ) : null}
      {talk.resolved && talk.resolvedBy && talk.resolvedAt ? (
        <p className="app-talk__by">
          Resolved by {talk.resolvedBy.name}, {formatInstant(talk.resolvedAt)}
        </p>
      ) : null}
      {mayAnswer && answering ? (
        <TalkForm
          reference={page.reference}
          person={page.person}
          places={[{ place: talk.place, label: start(talk) }]}
          replyTo={talk.id}
          label="Your answer"
          button="Add answer"
          onSent={answered}
          onCancel={() => setAnswering(false)}
        />
      ) : null}
      <p className="app-talk__acts">
        {mayAnswer && !answering ? (
          <LinkButton onClick={() => setAnswering(true)} hiddenText={`the comment: ${start(talk)}`}>
            Answer
          </LinkButton>
        ) : null}
        {talk.canResolve ? (
          <LinkButton onClick={() => void resolve()} hiddenText={`the comment: ${start(talk)}`}>
            {talk.resolved ? "Open again" : "Resolve"}
          </LinkButton>
        ) : null}
      </p>
    </li>
  );
};
