import { AppLink } from "../../ui/app-link.tsx";
import { formatDate } from "../../ui/format/dates.ts";
import { Table } from "../../ui/table.tsx";
import { Tag, type TagColour } from "../../ui/tag.tsx";
import type { Strategy } from "./types.ts";

type Action = Strategy["actions"]["edges"][number]["node"];

const STATUS: Record<Action["status"], { words: string; colour: TagColour }> = {
  NOT_STARTED: { words: "Not started", colour: "grey" },
  IN_PROGRESS: { words: "In progress", colour: "blue" },
  DONE: { words: "Done", colour: "green" },
  CANCELLED: { words: "Cancelled", colour: "orange" },
};

const dueOf = (action: Action): string =>
  action.duePrinted ?? (action.dueBy ? formatDate(action.dueBy) : "No date given");

const About = ({ action }: { action: Action }) => (
  <>
    {action.title}
    {action.element ? <span className="govuk-hint app-block">{action.element.title}</span> : null}
    {action.metric ? (
      <span className="app-block">
        Measured by{" "}
        <AppLink to={`/performance/metrics/${encodeURIComponent(action.metric.code)}`}>
          {action.metric.title}
        </AppLink>
      </span>
    ) : null}
    {action.doubts.map((doubt) => (
      <span className="govuk-hint app-block" key={doubt}>
        Doubt: {doubt}
      </span>
    ))}
  </>
);

export const DeliveryActions = ({ actions }: { actions: readonly Action[] }) =>
  actions.length === 0 ? null : (
    <Table
      caption="Delivery actions"
      rows={actions}
      rowKey={(action) => action.id}
      columns={[
        { key: "action", heading: "Action", rowHeading: true, cell: (action) => <About action={action} /> },
        { key: "responsible", heading: "Responsible", cell: (action) => action.responsible },
        { key: "due", heading: "Due", cell: dueOf },
        {
          key: "status",
          heading: "Status",
          cell: (action) => <Tag colour={STATUS[action.status].colour}>{STATUS[action.status].words}</Tag>,
        },
      ]}
    />
  );
