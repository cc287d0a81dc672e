import { type Task, TaskList } from "../../ui/task-list.tsx";
import type { Overview } from "./types.ts";
import { SECTION_STATUS } from "./words.ts";

type SectionState = Overview["sections"][number];

const isOpen = ({ status }: SectionState): boolean =>
  status !== "CANNOT_START_YET" && status !== "NOT_REQUIRED";

const progress = ({ answered, required, status }: SectionState): string | null =>
  required > 0 && (status === "IN_PROGRESS" || status === "NOT_STARTED")
    ? `${answered} of ${required} answered`
    : null;

/** What a good reviewer would say besides what is missing: the progress says that. */
const notes = ({ findings }: Overview, { key }: SectionState): string | null => {
  const count = findings.filter(({ section, weight }) => section === key && weight !== "BLOCKS").length;
  return count === 0 ? null : `The checker has ${count === 1 ? "a note" : `${count} notes`}`;
};

const openComments = ({ commentCounts }: Overview, { key }: SectionState): string | null => {
  const open = commentCounts
    .filter(({ section }) => section === key)
    .reduce((sum, each) => sum + each.open, 0);
  if (open === 0) return null;
  return open === 1 ? "1 open comment" : `${open} open comments`;
};

/** Why a section is closed. The one that asks nothing is the sign-off. */
const closed = (section: SectionState, isLast: boolean): string | null => {
  const { status, askedWhen } = section;
  if (status !== "NOT_REQUIRED" && status !== "CANNOT_START_YET") return null;
  if (isLast) return "Opens when the sections above are complete";
  const when = askedWhen === null ? "Other answers decide whether it is needed" : `Asked when ${askedWhen}`;
  return status === "NOT_REQUIRED" ? when : `${when}. That isn’t decided yet`;
};

/** Whoever may only read reads the whole at once. */
const addressOf = ({ availableActions, reference }: Overview, { key }: SectionState): string =>
  `/assessments/${reference}/${availableActions.includes("EDIT") ? key : "check"}`;

const tasksOf = (assessment: Overview): Task[] =>
  assessment.sections.map((section, index) => {
    const isLast = index === assessment.sections.length - 1;
    const hints = [
      progress(section),
      notes(assessment, section),
      openComments(assessment, section),
      closed(section, isLast),
    ];
    return {
      key: section.key,
      title: section.title,
      hint: hints.filter((hint) => hint !== null).join(". ") || null,
      to: isOpen(section) ? addressOf(assessment, section) : null,
      status: SECTION_STATUS[section.status],
    };
  });

/** Sections that need nothing more, of those that are needed at all. */
const completed = ({ sections }: Overview): string => {
  const needed = sections.filter(({ status }) => status !== "NOT_REQUIRED");
  const done = needed.filter(({ status }) => status === "COMPLETE");
  return `${done.length} of ${needed.length} sections are complete.`;
};

/** The sections of the form, each with how far it has got. */
export const Tasks = ({ assessment }: { assessment: Overview }) => (
  <section aria-labelledby="tasks">
    <h2 className="govuk-heading-m" id="tasks">
      Tasks
    </h2>
    <p className="govuk-body">{completed(assessment)}</p>
    <TaskList tasks={tasksOf(assessment)} />
  </section>
);
