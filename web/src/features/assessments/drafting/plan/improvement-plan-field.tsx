import { useParams } from "react-router";
import { AppLink } from "../../../../ui/app-link.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { SummaryCard, SummaryList } from "../../../../ui/summary-list.tsx";
import { actionRows } from "../../reading/action-rows.ts";
import { useDraft } from "../draft-context.ts";
import { useDraftPlace } from "../draft-place.ts";
import type { FieldProps } from "../fields/field.ts";

/** The improvement plan: each action on a card, written on a page of its own. */
export const ImprovementPlanField = ({ question, label }: FieldProps) => {
  const { content } = useDraft();
  const { section = "" } = useParams();
  const address = `${useDraftPlace(content.reference).address}/${section}/actions`;
  return (
    <>
      <h2 className="govuk-heading-m">{label}</h2>
      {question.hint ? <p className="govuk-hint">{question.hint}</p> : null}
      {content.improvementActions.length === 0 ? <p className="govuk-body">No actions yet.</p> : null}
      {content.improvementActions.map((action, index) => (
        <SummaryCard
          key={action.id}
          title={`Action ${index + 1}`}
          actions={
            <AppLink to={`${address}/${encodeURIComponent(action.id)}`} hiddenText={`action ${index + 1}`}>
              Change
            </AppLink>
          }
        >
          <SummaryList rows={actionRows(action)} />
        </SummaryCard>
      ))}
      <ButtonLink to={`${address}/new`} variant="secondary">
        Add an action
      </ButtonLink>
    </>
  );
};
