import { useRef } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { EqualityActionsLink } from "../../../ui/equality-actions.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { SummaryList, type SummaryRow } from "../../../ui/summary-list.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Action } from "../plan/types.ts";
import { KIND, metricAddress, STATUS } from "../words.ts";
import { NoteList } from "./note-list.tsx";
import { ProgressForm } from "./progress-form.tsx";
import type { ProgressPlace } from "./use-progress.ts";

const dueOf = ({ duePrinted, dueBy }: Action): string => {
  if (dueBy === null) return duePrinted ?? "No date given";
  return duePrinted === null ? formatDate(dueBy) : `${duePrinted} (by ${formatDate(dueBy)})`;
};

const factsOf = (action: Action, plan: string, onReveal: (id: string) => void): SummaryRow[] => {
  const { element, metric, reference, equalityActionCounts: counts } = action;
  return [
    { key: "responsible", label: "Responsible", value: action.responsible },
    { key: "due", label: "Due", value: dueOf(action) },
    ...(element
      ? [
          {
            key: "element",
            label: element.kind === "PRINCIPLE" ? "Guiding principle" : KIND[element.kind].one,
            value: <LinkButton onClick={() => onReveal(element.id)}>{element.title}</LinkButton>,
          },
        ]
      : []),
    ...(metric
      ? [
          {
            key: "metric",
            label: "Measured by",
            value: <AppLink to={metricAddress(metric.code)}>{metric.title}</AppLink>,
          },
        ]
      : []),
    ...(counts?.open
      ? [
          {
            key: "equality",
            label: "Part of it",
            value: (
              <EqualityActionsLink
                counts={counts}
                of={{ plan, delivery: reference }}
                hiddenText={`that are part of ${reference}`}
              />
            ),
          },
        ]
      : []),
  ];
};

export interface CardState {
  isOpen: boolean;
  justSaved: boolean;
  /** The day as of which actions are overdue. */
  on: string;
  /** Null: this person may not record progress on this plan. */
  place: ProgressPlace | null;
  reload: () => Promise<void>;
  onOpen: () => void;
  onClose: () => void;
  onSaved: () => void;
  onErrors: (some: boolean) => void;
}

/** The button that opens the form, or the form; closing it gives the focus back to the button. */
const Recording = ({ action, state }: { action: Action; state: CardState }) => {
  const frame = useRef<HTMLDivElement>(null);
  const { place, isOpen } = state;
  if (place === null) return null;
  const cancel = () => {
    state.onClose();
    requestAnimationFrame(() => frame.current?.querySelector("button")?.focus());
  };
  return (
    <div ref={frame}>
      {isOpen ? (
        <ProgressForm
          action={action}
          on={state.on}
          place={place}
          reload={state.reload}
          onSaved={state.onSaved}
          onCancel={cancel}
          onErrors={state.onErrors}
        />
      ) : (
        <Button
          type="button"
          variant="secondary"
          onClick={state.onOpen}
          hiddenText={`on ${action.reference} ${action.title}`}
        >
          Record progress
        </Button>
      )}
    </div>
  );
};

interface ActionCardProps {
  action: Action;
  /** Slug of its plan. */
  plan: string;
  state: CardState;
  onReveal: (id: string) => void;
}

/** One delivery action: who, by when, how far, what was said about it. */
export const ActionCard = ({ action, plan, state, onReveal }: ActionCardProps) => (
  <li className="app-action" id={action.id} tabIndex={-1}>
    {state.justSaved ? (
      <NotificationBanner success>
        <p className="govuk-notification-banner__heading">
          Progress on {action.reference} is saved. It now stands at “{STATUS[action.status].words}”.
        </p>
      </NotificationBanner>
    ) : null}
    <h3 className="govuk-heading-s govuk-!-margin-bottom-2">
      <span className="app-code">{action.reference}</span> {action.title}
    </h3>
    <p className="app-action__tags">
      <Tag colour={STATUS[action.status].colour}>{STATUS[action.status].words}</Tag>
      {action.overdue ? <Tag colour="red">Overdue</Tag> : null}
    </p>
    <SummaryList plain rows={factsOf(action, plan, onReveal)} />
    {action.doubts.map((doubt) => (
      <p className="app-doubt" key={doubt}>
        <span className="app-doubt__label">Doubt about the source:</span> {doubt}
      </p>
    ))}
    {action.progress.length > 0 ? (
      <>
        <h4 className="govuk-heading-s govuk-!-margin-bottom-1">Progress notes</h4>
        <NoteList notes={action.progress} />
      </>
    ) : (
      <p className="govuk-body app-quiet">No progress recorded yet.</p>
    )}
    <Recording action={action} state={state} />
  </li>
);
