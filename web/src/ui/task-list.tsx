import { type ReactNode, useId } from "react";
import { AppLink } from "./app-link.tsx";
import { Tag, type TagColour } from "./tag.tsx";

export interface Task {
  key: string;
  title: string;
  hint?: ReactNode;
  /** Null: it can't be opened now; the hint or status says why. */
  to: string | null;
  /** Statuses that need nothing more from the reader stand as plain text, the others as a coloured tag. */
  status: { words: string; colour: TagColour | null };
}

const TaskItem = ({ task }: { task: Task }) => {
  const id = useId();
  return (
    <li
      className={task.to ? "govuk-task-list__item govuk-task-list__item--with-link" : "govuk-task-list__item"}
    >
      <div className="govuk-task-list__name-and-hint">
        {task.to ? (
          <AppLink
            to={task.to}
            className="govuk-task-list__link"
            describedBy={task.hint ? `${id}-hint ${id}-status` : `${id}-status`}
          >
            {task.title}
          </AppLink>
        ) : (
          <div>{task.title}</div>
        )}
        {task.hint ? (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {task.hint}
          </div>
        ) : null}
      </div>
      <div
        id={`${id}-status`}
        className={
          task.to
            ? "govuk-task-list__status"
            : "govuk-task-list__status govuk-task-list__status--cannot-start-yet"
        }
      >
        {task.status.colour ? <Tag colour={task.status.colour}>{task.status.words}</Tag> : task.status.words}
      </div>
    </li>
  );
};

export const TaskList = ({ tasks }: { tasks: readonly Task[] }) => (
  <ul className="govuk-task-list">
    {tasks.map((task) => (
      <TaskItem key={task.key} task={task} />
    ))}
  </ul>
);
