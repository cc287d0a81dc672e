import type { ResultOf } from "gql.tada";
import { AppLink } from "../../ui/app-link.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format/dates.ts";
import { Tag, type TagColour } from "../../ui/tag.tsx";
import type { NoticesQuery } from "./queries.ts";

export type Notice = ResultOf<typeof NoticesQuery>["notices"]["edges"][number]["node"];

const URGENCY: Record<Notice["urgency"], { words: string; colour: TagColour } | null> = {
  NOW: { words: "Waits for you", colour: "orange" },
  SOON: { words: "Soon", colour: "blue" },
  FOR_INFORMATION: null,
};

interface Marking {
  /** Marks one as read. */
  onRead: (id: string) => void;
}

const NoticeItem = ({ notice, onRead }: Marking & { notice: Notice }) => {
  const urgency = URGENCY[notice.urgency];
  const isNew = notice.readAt === null;
  return (
    <li className={isNew ? "app-notice app-notice--new" : "app-notice"}>
      <AppLink to={notice.address} onClick={isNew ? () => onRead(notice.id) : undefined}>
        {notice.words}
      </AppLink>
      <p className="app-notice__about">
        {isNew ? (
          <>
            <Tag colour="teal">New</Tag>{" "}
          </>
        ) : null}
        {urgency ? (
          <>
            <Tag colour={urgency.colour}>{urgency.words}</Tag>{" "}
          </>
        ) : null}
        <time dateTime={notice.at}>{formatInstant(notice.at)}</time>
        {notice.by ? `, ${notice.by.name}` : null}
        {isNew ? (
          <>
            {" "}
            <LinkButton onClick={() => onRead(notice.id)} hiddenText={`: ${notice.words}`}>
              Mark as read
            </LinkButton>
          </>
        ) : null}
      </p>
    </li>
  );
};

/** Notices, latest first. Opening one marks it as read. */
export const NoticeList = ({ notices, onRead }: Marking & { notices: readonly Notice[] }) => (
  <ul className="app-notices">
    {notices.map((notice) => (
      <NoticeItem key={notice.id} notice={notice} onRead={onRead} />
    ))}
  </ul>
);
