import { isOpenAction } from "@due-regard/domain/strategies/vocabulary";
import { useState } from "react";
import { useParams, useRevalidator } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { NotificationBanner } from "../../ui/banners.tsx";
import { dueWords, StatusTags } from "../../ui/equality-actions.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { formatDate } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { ACTION_STATUS } from "../../ui/status-words.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { DueForm } from "./due-form.tsx";
import { LinksForm } from "./links-form.tsx";
import { ProgressForm } from "./progress-form.tsx";
import { ActionQuery } from "./queries.ts";
import type { WholeAction } from "./types.ts";

const Due = ({ action }: { action: WholeAction }) => (
  <>
    {dueWords(action.dueInForce)}
    {action.dueInForce === action.due ? null : (
      <span className="govuk-hint app-block govuk-!-margin-bottom-0">
        The plan that was signed says {dueWords(action.due)}
      </span>
    )}
  </>
);

const Facts = ({ action }: { action: WholeAction }) => {
  const { assessment, metric, deliveryAction, owner } = action;
  const rows = [
    { key: "status", label: "Status", value: <StatusTags action={action} /> },
    { key: "due", label: "Due", value: <Due action={action} /> },
    { key: "objective", label: "Equality objective", value: action.objective },
    { key: "target", label: "Target", value: action.target },
    {
      key: "owner",
      label: "Who sees to it",
      value: owner
        ? `${owner.name}, ${owner.jobTitle}`
        : `${assessment?.leadOfficer.name ?? "The lead officer"}, as its lead officer`,
    },
    { key: "officer", label: "Officer named in the plan", value: action.officer },
    {
      key: "metric",
      label: "Measure",
      value: metric ? (
        <AppLink to={`/performance/metrics/${encodeURIComponent(metric.code)}`}>{metric.title}</AppLink>
      ) : null,
    },
    {
      key: "delivery",
      label: "Part of a plan’s delivery action",
      value: deliveryAction ? (
        <AppLink to={`/strategies/${deliveryAction.strategy.slug}#actions`}>
          {deliveryAction.reference} {deliveryAction.title}
        </AppLink>
      ) : null,
    },
    {
      key: "assessment",
      label: "Assessment",
      value: assessment ? (
        <AppLink to={`/assessments/${assessment.reference}`}>
          {assessment.reference}: {assessment.title}
        </AppLink>
      ) : null,
    },
  ];
  return <SummaryList plain rows={rows.filter(({ value }) => value !== null && value !== "")} />;
};

type Note = WholeAction["notes"][number];

const titleOf = ({ kind, status, dueBefore, dueAfter }: Note): string =>
  kind === "DUE_MOVED"
    ? `Due ${dueAfter ? formatDate(dueAfter) : ""}${dueBefore ? `, before that ${formatDate(dueBefore)}` : ""}`
    : ACTION_STATUS[status].words;

const Notes = ({ notes }: Pick<WholeAction, "notes">) => (
  <>
    <h2 className="govuk-heading-m">What has become of it</h2>
    {notes.length === 0 ? (
      <p className="govuk-body">Nothing is recorded yet.</p>
    ) : (
      <Timeline
        events={notes.toReversed().map((note) => ({
          id: String(note.number),
          title: titleOf(note),
          by: note.author.name,
          at: note.recordedAt,
          detail: <p className="govuk-body app-text">{note.text}</p>,
        }))}
      />
    )}
  </>
);

/** One action of a signed plan: what was signed, what has become of it, and for whoever sees to it the forms to say so. */
export const ActionPage = () => {
  const { id = "" } = useParams();
  const { equalityAction: action, viewer, strategies } = useLiveData(ActionQuery, { id });
  const { revalidate } = useRevalidator();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [news, setNews] = useState<string | null>(null);
  if (!action) return null;
  const person = viewer?.user.id ?? "";
  const done = (words: string) => {
    setNews(words);
    void revalidate();
  };
  const failed = (found: readonly FieldError[]) => {
    setErrors(found);
    if (found.length > 0) {
      setNews(null);
      // Somebody may have been first: what they wrote is shown above the form.
      void revalidate();
    }
  };
  const form = { person, action, onErrors: failed, onDone: done };
  return (
    <Page
      title={action.action || action.objective}
      caption="Equality action"
      errors={errors}
      crumbs={[{ to: "/actions", words: "Equality actions" }]}
      banner={
        news ? (
          <NotificationBanner success>
            <p className="govuk-notification-banner__heading">{news}</p>
          </NotificationBanner>
        ) : null
      }
    >
      <div className="app-tracking">
        <div className="app-tracking__facts">
          <Facts action={action} />
        </div>
        <div className="app-tracking__notes">
          <Notes notes={action.notes} />
        </div>
        {action.canTrack ? (
          <div className="app-tracking__forms">
            <ProgressForm {...form} />
            {isOpenAction(action.status) ? <DueForm {...form} /> : null}
            <LinksForm {...form} plans={strategies.edges} />
          </div>
        ) : null}
      </div>
    </Page>
  );
};
