import { useParams } from "react-router";
import { AppLink } from "../../../../ui/app-link.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { SummaryCard, SummaryList } from "../../../../ui/summary-list.tsx";
import { FindingNote } from "../../checking/finding-note.tsx";
import { useFindings } from "../../checking/findings-context.tsx";
import { findingKey } from "../../checking/visible-findings.ts";
import { actionRows } from "../../reading/action-rows.ts";
import type { SaveState } from "../../saving/save-state.ts";
import { useDraft } from "../draft-context.ts";
import { useDraftPlace } from "../draft-place.ts";
import type { FieldProps } from "../fields/field.ts";
import { type PlanRow, planRows } from "./plan-rows.ts";
import { useWaitingActions } from "./use-action.ts";

const NOTES: Partial<Record<SaveState, string>> = {
  HELD: "You began to write here and did not save it. What you wrote is kept in this browser.",
  CONFLICT: "Not saved yet: somebody else changed this action. Open it to choose which should stand.",
  REFUSED: "Not saved: open it to see what to put right.",
};

const noteOf = ({ state }: PlanRow): string | null =>
  state === null ? null : (NOTES[state] ?? "Not saved yet. What you wrote is kept in this browser.");

interface RowProps {
  row: PlanRow;
  number: number;
  address: string;
  /** Key of the plan's question. */
  place: string;
}

const Row = ({ row, number, address, place }: RowProps) => {
  const note = noteOf(row);
  // What somebody wrote since is not checked yet.
  const all = useFindings().findings;
  const found = row.state === null ? all.filter(({ action }) => action === row.action) : [];
  return (
    <SummaryCard
      title={`Action ${number}`}
      actions={
        <AppLink to={`${address}/${encodeURIComponent(row.action)}`} hiddenText={`action ${number}`}>
          Change
        </AppLink>
      }
    >
      {found.map((finding) => (
        <FindingNote key={findingKey(finding)} finding={finding} at={place} />
      ))}
      {note ? <p className="govuk-body app-saved--waiting">{note}</p> : null}
      {row.isRemoved ? <p className="govuk-body">You took this action out of the plan.</p> : null}
      <SummaryList rows={actionRows(row.shown)} />
    </SummaryCard>
  );
};

/** The improvement plan: each action on a card, written on a page of its own. */
export const ImprovementPlanField = ({ question, label }: FieldProps) => {
  const { content, person } = useDraft();
  const { section = "" } = useParams();
  const address = `${useDraftPlace(content.reference).address}/${section}/actions`;
  const rows = planRows(content.improvementActions, useWaitingActions(content.reference, person));
  return (
    <>
      <h2 className="govuk-heading-m">{label}</h2>
      {question.hint ? <p className="govuk-hint">{question.hint}</p> : null}
      {rows.length === 0 ? <p className="govuk-body">No actions yet.</p> : null}
      {rows.map((row, index) => (
        <Row key={row.action} row={row} number={index + 1} address={address} place={question.key} />
      ))}
      <ButtonLink to={`${address}/new`} variant="secondary">
        Add an action
      </ButtonLink>
    </>
  );
};
