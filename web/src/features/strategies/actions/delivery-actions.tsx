import { useState } from "react";
import { listLeftovers } from "../../../data/keep.ts";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import type { Strategy } from "../plan/types.ts";
import { ActionCard } from "./action-card.tsx";
import { describeActions } from "./action-counts.ts";
import { type ProgressPlace, planReference } from "./use-progress.ts";

/** Notes of an earlier visit that never reached the server, each a press away. */
const Unsaved = ({ place, onOpen }: { place: ProgressPlace; onOpen: (reference: string) => void }) => {
  const [leftovers] = useState(() => listLeftovers(place.person, planReference(place.slug)));
  if (leftovers.length === 0) return null;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        This browser holds progress notes of yours that are not saved yet:
      </p>
      <ul className="govuk-list">
        {leftovers.map((leftover) => (
          <li key={leftover.place}>
            <LinkButton onClick={() => onOpen(leftover.place)}>{leftover.label}</LinkButton>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
};

interface DeliveryActionsProps {
  strategy: Strategy;
  person: string | null;
  reload: () => Promise<void>;
  onReveal: (id: string) => void;
  onErrors: (some: boolean) => void;
}

/** What the plan says will be done, by whom and by when, and how it gets on. One form is open at a time. */
export const DeliveryActions = ({ strategy, person, reload, onReveal, onErrors }: DeliveryActionsProps) => {
  const [open, setOpen] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { gaps, canRecordProgress, slug } = strategy;
  const actions = strategy.actions.edges.map((edge) => edge.node);
  const place = canRecordProgress && person !== null ? { person, slug } : null;
  const { totalCount } = strategy.actions;
  const show = (reference: string) => {
    setSaved(null);
    setOpen(reference);
  };
  return (
    <>
      <p className="govuk-body">
        {describeActions(actions)}. {gaps.overdueActions.length} of the {gaps.openActionCount} that are
        neither done nor cancelled {gaps.overdueActions.length === 1 ? "is" : "are"} overdue as of{" "}
        {formatDate(gaps.on)}.
        {totalCount > actions.length ? ` Showing the first ${actions.length} of ${totalCount}.` : ""}
      </p>
      {place ? <Unsaved place={place} onOpen={show} /> : null}
      <ul className="app-actions">
        {actions.map((action) => (
          <ActionCard
            key={action.id}
            action={action}
            plan={slug}
            onReveal={onReveal}
            state={{
              isOpen: open === action.reference,
              justSaved: saved === action.reference,
              on: gaps.on,
              place,
              reload,
              onOpen: () => show(action.reference),
              onClose: () => setOpen(null),
              onSaved: () => {
                setOpen(null);
                setSaved(action.reference);
              },
              onErrors,
            }}
          />
        ))}
      </ul>
    </>
  );
};
