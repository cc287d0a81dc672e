import { ACTION_STATUSES } from "@due-regard/domain/strategies/vocabulary";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { InsetText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Radios } from "../../../ui/radios.tsx";
import { SummaryList } from "../../../ui/summary-list.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import type { Action } from "../plan/types.ts";
import { STATUS } from "../words.ts";
import { NoteList } from "./note-list.tsx";
import { NOTE_LIMIT, noteField, overdueChange, statusChange, statusField } from "./progress-draft.ts";
import type { Progress } from "./use-progress.ts";

interface StepProps {
  action: Action;
  /** The day as of which the page tells what is overdue. */
  on: string;
  progress: Progress;
  onCancel: () => void;
}

/** Names the step and takes the focus when it comes, so that nobody is left behind on a button that is gone. */
const StepHeading = ({ children }: { children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h4 className="govuk-heading-s" ref={heading} tabIndex={-1}>
      {children}
    </h4>
  );
};

const isStatus = (value: string): value is Action["status"] =>
  ACTION_STATUSES.some((status) => status === value);

export const WriteStep = ({ action, progress, onCancel }: StepProps) => {
  const { draft, errors, restored } = progress;
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    progress.check();
  };
  return (
    <form onSubmit={submit} noValidate>
      <StepHeading>Record progress on {action.reference}</StepHeading>
      {restored ? (
        <InsetText>
          This is what you wrote earlier in this browser and did not save.{" "}
          <LinkButton onClick={progress.discard} hiddenText={`on ${action.reference}`}>
            Discard it
          </LinkButton>
        </InsetText>
      ) : null}
      <Textarea
        id={noteField(action.id)}
        label="What has been done?"
        labelSize="s"
        hint="It stands with your name and the time, and can't be changed afterwards."
        error={errorAt(noteField(action.id))}
        limit={NOTE_LIMIT}
        rows={4}
        value={draft.note}
        onChange={(note) => progress.change({ ...draft, note })}
      />
      <Radios
        id={statusField(action.id)}
        legend="Where does the action now stand?"
        legendSize="s"
        error={errorAt(statusField(action.id))}
        small
        options={ACTION_STATUSES.map((status) => ({
          value: status,
          label: status === action.status ? `${STATUS[status].words} (as it is)` : STATUS[status].words,
        }))}
        value={draft.status}
        onChange={(status) => {
          if (isStatus(status)) progress.change({ ...draft, status });
        }}
      />
      <ButtonGroup>
        <Button>See what will change</Button>
        <LinkButton onClick={onCancel} hiddenText={`recording progress on ${action.reference}`}>
          Cancel
        </LinkButton>
      </ButtonGroup>
    </form>
  );
};

export const CheckStep = ({ action, on, progress, onCancel }: StepProps) => {
  const overdue = overdueChange(action, progress.draft.status, on);
  return (
    <>
      <StepHeading>What will change on {action.reference}</StepHeading>
      <SummaryList
        rows={[
          { key: "status", label: "Status", value: statusChange(action.status, progress.draft.status) },
          ...(overdue ? [{ key: "overdue", label: `As of ${formatDate(on)}`, value: overdue }] : []),
          {
            key: "note",
            label: `Note ${action.progress.length + 1}`,
            value: <span className="app-text">{progress.draft.note.trim()}</span>,
          },
        ]}
      />
      <p className="govuk-body">Nothing is saved yet.</p>
      <ButtonGroup>
        <Button type="button" busy={progress.busy} onClick={() => void progress.save()}>
          {progress.busy ? "Saving…" : "Save progress"}
        </Button>
        <Button type="button" variant="secondary" onClick={progress.goBack}>
          Change it
        </Button>
        <LinkButton onClick={onCancel} hiddenText={`recording progress on ${action.reference}`}>
          Cancel
        </LinkButton>
      </ButtonGroup>
    </>
  );
};

/** Somebody else was first. Notes are only ever added, so both stay; the status is the person's to choose. */
export const ConflictStep = ({ action, progress, onCancel }: StepProps) => {
  const { draft, basedOn } = progress;
  const [status, setStatus] = useState(draft.status);
  const theirs = action.progress.slice(basedOn);
  return (
    <div className="app-conflict">
      <StepHeading>Somebody else recorded progress on {action.reference} while you were writing</StepHeading>
      <p className="govuk-body">
        Nothing of yours is saved yet. Your note will stand after theirs; choose which status should stand.
      </p>
      <div className="app-conflict__texts">
        <div className="app-conflict__text">
          <h5 className="govuk-heading-s">Yours</h5>
          <p className="govuk-body app-text govuk-!-margin-bottom-1">{draft.note.trim()}</p>
          <p className="govuk-body">Status: {STATUS[draft.status].words}</p>
        </div>
        <div className="app-conflict__text">
          <h5 className="govuk-heading-s">Theirs</h5>
          <NoteList notes={theirs} />
        </div>
      </div>
      <Radios
        id={statusField(action.id)}
        legend="Which status should stand?"
        legendSize="s"
        small
        options={[
          { value: draft.status, label: `Yours: ${STATUS[draft.status].words}` },
          ...(action.status === draft.status
            ? []
            : [{ value: action.status, label: `Theirs: ${STATUS[action.status].words}` }]),
        ]}
        value={status}
        onChange={(value) => {
          if (isStatus(value)) setStatus(value);
        }}
      />
      <ButtonGroup>
        <Button type="button" onClick={() => progress.choose(status)}>
          See what will change
        </Button>
        <Button type="button" variant="secondary" onClick={progress.goBack}>
          Change your note
        </Button>
        <LinkButton onClick={onCancel} hiddenText={`recording progress on ${action.reference}`}>
          Cancel
        </LinkButton>
      </ButtonGroup>
    </div>
  );
};
