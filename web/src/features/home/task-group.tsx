import { AppLink } from "../../ui/app-link.tsx";
import { type Task, TaskList } from "../../ui/task-list.tsx";

interface TaskGroupProps {
  heading: string;
  tasks: readonly Task[];
  /** What to say when there are none: what the reader could do. Left out: there always are some. */
  none?: string;
  /** How many there are in all, and where. Left out: these are all, or it is said elsewhere. */
  total?: number;
  all?: string;
}

export const TaskGroup = ({ heading, tasks, none, total = tasks.length, all = "" }: TaskGroupProps) => (
  <section>
    <h2 className="govuk-heading-m">{heading}</h2>
    {tasks.length > 0 ? <TaskList tasks={tasks} /> : <p className="govuk-body">{none}</p>}
    {total > tasks.length ? (
      <p className="govuk-body">
        Showing {tasks.length} of {total}. <AppLink to={all}>See all of them</AppLink>
      </p>
    ) : null}
  </section>
);
