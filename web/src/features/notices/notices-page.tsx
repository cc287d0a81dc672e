import { useState } from "react";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { NoticeList } from "./notice-list.tsx";
import { noticeVariables } from "./notice-variables.ts";
import { NoticesQuery } from "./queries.ts";
import { useMarkRead } from "./use-mark-read.ts";

const CHOICES = [
  { to: "/notices", words: "All", unread: false },
  { to: "/notices?show=new", words: "New", unread: true },
] as const;

const Choice = ({ unread }: { unread: boolean }) => (
  <nav className="app-choice" aria-label="Which notices">
    <ul className="app-choice__list">
      {CHOICES.map((choice) => (
        <li key={choice.to}>
          <AppLink to={choice.to} className="app-choice__link" current={choice.unread === unread} staysHere>
            {choice.words}
          </AppLink>
        </li>
      ))}
    </ul>
  </nav>
);

const NOTHING =
  "You have no notices. You are told here when an assessment needs something of you, and before things are due.";

/** What the reader was told, and what of it is new. */
export const NoticesPage = () => {
  const [search] = useSearchParams();
  const variables = noticeVariables(search);
  const { notices, viewer } = useLiveData(NoticesQuery, variables);
  const { mark, errors } = useMarkRead();
  // What the reader has seen: a notice that comes while they read is not marked with the rest.
  const [openedAt] = useState(() => new Date().toISOString());
  const rows = notices.edges.map(({ node }) => node);
  const newest = rows[0]?.at ?? openedAt;
  const unread = viewer?.unreadNotices ?? 0;
  return (
    <Page title="Notices" errors={errors} crumbs={[{ to: "/", words: "Home" }]}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Choice unread={variables.unread === true} />
          <p className="govuk-body" role="status">
            {unread === 0 ? "Nothing is new." : unread === 1 ? "One is new." : `${unread} are new.`}
          </p>
          {unread > 0 && !variables.after ? (
            <Button type="button" variant="secondary" onClick={() => void mark({ until: newest })}>
              Mark all as read
            </Button>
          ) : null}
          {rows.length > 0 ? (
            <NoticeList notices={rows} onRead={(id) => void mark({ ids: [id] })} />
          ) : (
            <p className="govuk-body">{variables.unread ? "You have read all your notices." : NOTHING}</p>
          )}
          {notices.pageInfo.hasNextPage ? (
            <p className="govuk-body">
              <AppLink to={`/notices?${olderAddress(search, notices.pageInfo.endCursor)}`}>
                Older notices
              </AppLink>
            </p>
          ) : null}
        </div>
        <div className="govuk-grid-column-one-third">
          <p className="govuk-body">
            <AppLink to="/notices/preferences">Choose what you are sent by email</AppLink>
          </p>
        </div>
      </div>
    </Page>
  );
};

const olderAddress = (search: URLSearchParams, cursor: string | null): string => {
  const older = new URLSearchParams(search);
  older.set("after", cursor ?? "");
  return older.toString();
};
