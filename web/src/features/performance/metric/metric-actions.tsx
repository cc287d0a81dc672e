import { AppLink } from "../../../ui/app-link.tsx";
import { dueWords, equalityActionWords, StatusTags } from "../../../ui/equality-actions.tsx";
import { Table } from "../../../ui/table.tsx";
import type { Metric } from "../words.ts";

type Actions = Metric["equalityActions"];

const ActionTable = ({ actions }: { actions: Actions }) => (
  <Table
    caption="Equality actions that should move it"
    captionHidden
    rows={actions}
    rowKey={({ id }) => id}
    columns={[
      {
        key: "objective",
        heading: "Equality objective",
        rowHeading: true,
        cell: ({ id, objective, action }) => (
          <AppLink to={`/actions/${encodeURIComponent(id)}`}>{objective || action}</AppLink>
        ),
      },
      {
        key: "who",
        heading: "Who sees to it",
        cell: ({ owner, officer }) => owner?.name ?? officer,
      },
      { key: "due", heading: "Due", cell: ({ dueInForce }) => dueWords(dueInForce) },
      { key: "status", heading: "Status", cell: (action) => <StatusTags action={action} /> },
      {
        key: "assessment",
        heading: "Assessment",
        cell: ({ assessment }) => (
          <AppLink to={`/assessments/${assessment.reference}`} hiddenText={`, ${assessment.title}`}>
            {assessment.reference}
          </AppLink>
        ),
      },
    ]}
  />
);

interface MetricActionsProps {
  metric: Metric;
  /** Name of the organisation whose figures are shown: its assessments’ actions are meant. Null: none is. */
  whose: string | null;
}

/** Open actions of signed assessments that are joined to this measure, as far as this reader may see them. */
export const MetricActions = ({ metric, whose }: MetricActionsProps) => {
  const { equalityActions: actions, equalityActionCounts: counts, code } = metric;
  const open = counts?.open ?? 0;
  const all = `/actions?show=all&metric=${encodeURIComponent(code)}`;
  return (
    <section aria-labelledby="equality-actions">
      <h2 className="govuk-heading-m" id="equality-actions">
        Equality actions that should move it
      </h2>
      {counts === null || open === 0 ? (
        <p className="govuk-body">
          {`No open action of a signed assessment${whose ? ` of ${whose}` : ""} that you may see is joined to it.`}
        </p>
      ) : (
        <>
          <p className="govuk-body">
            {`Open today${whose ? `, from assessments of ${whose}` : ""}: ${equalityActionWords(counts)}.`}
            {open > actions.length ? ` The first ${actions.length} are shown.` : ""}
          </p>
          <ActionTable actions={actions} />
        </>
      )}
      <p className="govuk-body">
        <AppLink to={all}>All equality actions of this measure, everybody’s and also what is done</AppLink>
      </p>
    </section>
  );
};
