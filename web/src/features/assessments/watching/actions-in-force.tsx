import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { ACTION_STATUS } from "../../../ui/status-words.ts";
import { TaskList } from "../../../ui/task-list.tsx";
import type { Overview } from "../types.ts";

/** What its signed plan says will be done, and how far that has got. */
export const ActionsInForce = ({ assessment }: { assessment: Overview }) => {
  const actions = assessment.improvementActions.filter(({ inForce }) => inForce);
  if (actions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Equality actions</h2>
      <TaskList
        tasks={actions.map(({ id, action, objective, status, overdue, dueInForce }) => ({
          key: id,
          title: action || objective,
          hint: dueInForce ? `Due ${formatDate(dueInForce)}` : "No date",
          to: `/actions/${encodeURIComponent(id)}`,
          status: overdue
            ? { words: `Overdue: ${ACTION_STATUS[status].words.toLowerCase()}`, colour: "red" as const }
            : ACTION_STATUS[status],
        }))}
      />
      <p className="govuk-body">
        <AppLink to={`/actions?show=all&assessment=${assessment.reference}`}>
          List them with their measures
        </AppLink>
      </p>
    </>
  );
};
