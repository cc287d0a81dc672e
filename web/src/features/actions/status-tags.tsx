import { formatDate } from "../../ui/format/dates.ts";
import { ACTION_STATUS } from "../../ui/status-words.ts";
import { Tag } from "../../ui/tag.tsx";

interface StatusTagsProps {
  action: { status: keyof typeof ACTION_STATUS; overdue: boolean };
}

/** Where an action stands, and that it is late, each in words. */
export const StatusTags = ({ action: { status, overdue } }: StatusTagsProps) => (
  <>
    {overdue ? (
      <>
        <Tag colour="red">Overdue</Tag>{" "}
      </>
    ) : null}
    <Tag colour={ACTION_STATUS[status].colour}>{ACTION_STATUS[status].words}</Tag>
  </>
);

export const dueWords = (due: string | null): string => (due === null ? "No date" : formatDate(due));
