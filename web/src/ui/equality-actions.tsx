import { AppLink } from "./app-link.tsx";
import { formatDate } from "./format/dates.ts";
import { ACTION_STATUS } from "./status-words.ts";
import { Tag } from "./tag.tsx";

interface StatusTagsProps {
  action: { status: keyof typeof ACTION_STATUS; overdue: boolean };
}

/** Where an action stands, and that it is late, each in words. */
export const StatusTags = ({ action: { status, overdue } }: StatusTagsProps) => (
  <span className="app-tags">
    {overdue ? (
      <>
        <Tag colour="red">Overdue</Tag>{" "}
      </>
    ) : null}
    <Tag colour={ACTION_STATUS[status].colour}>{ACTION_STATUS[status].words}</Tag>
  </span>
);

export const dueWords = (due: string | null): string => (due === null ? "No date" : formatDate(due));

/** How many are open, and how many of these late. */
export interface EqualityActionCounts {
  open: number;
  overdue: number;
}

/** "2 equality actions, 1 overdue" */
export const equalityActionWords = ({ open, overdue }: EqualityActionCounts): string =>
  `${open === 1 ? "1 equality action" : `${open} equality actions`}${overdue > 0 ? `, ${overdue} overdue` : ""}`;

interface EqualityActionsLinkProps {
  /** Null: this reader may not see any. */
  counts: EqualityActionCounts | null;
  /** What the list is of, as its address has it: a measure's code, or a plan's slug and a delivery action's reference. */
  of: Readonly<Record<string, string>>;
  /** Of what, for those who hear the link out of its place. */
  hiddenText: string;
}

/** How many equality actions are open, with the way to their list. Nothing where none is. */
export const EqualityActionsLink = ({ counts, of, hiddenText }: EqualityActionsLinkProps) =>
  counts === null || counts.open === 0 ? null : (
    <AppLink to={`/actions?${new URLSearchParams(of)}`} hiddenText={hiddenText}>
      {equalityActionWords(counts)}
    </AppLink>
  );
