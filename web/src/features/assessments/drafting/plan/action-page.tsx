import { type FormEvent, useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { newKey } from "../../../../data/new-key.ts";
import { InsetText } from "../../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../../ui/button.tsx";
import { ConflictChoice } from "../../../../ui/conflict-choice.tsx";
import { DateInput } from "../../../../ui/date-input.tsx";
import type { FieldError } from "../../../../ui/error-summary.tsx";
import { Page } from "../../../../ui/page.tsx";
import { Select } from "../../../../ui/select.tsx";
import { TextInput } from "../../../../ui/text-input.tsx";
import { Textarea } from "../../../../ui/textarea.tsx";
import { LiveDraft } from "../../live/live-draft.tsx";
import { LivePlace } from "../../live/live-place.tsx";
import { MissingAssessment } from "../../missing-assessment.tsx";
import { KEPT_IN_HISTORY } from "../../saving/kept-in-history.ts";
import { type ActionValue, actionKind } from "../../saving/kinds/action.ts";
import type { SaveState } from "../../saving/save-state.ts";
import type { Content } from "../../types.ts";
import type { DraftPlace } from "../draft-place.ts";
import { type DraftPage, useDraftPage } from "../use-draft-page.ts";
import { ACTION_FIELDS, type ActionDraft, checkAction, questionOptions } from "./action-form.ts";
import { RemoveButton } from "./remove-button.tsx";
import { useAction, useWaitingActions } from "./use-action.ts";

const TEXTS = [
  { field: "objective", label: "Objective", hint: "What should get better, and for whom?" },
  { field: "action", label: "Action", hint: "What will be done?" },
  { field: "target", label: "Target", hint: "How will you know that it worked?" },
] as const;

interface FieldsProps {
  draft: ActionDraft;
  errorFor: (field: string) => string | undefined;
  content: Content;
  onChange: (draft: ActionDraft) => void;
}

const Fields = ({ draft, errorFor, content, onChange }: FieldsProps) => (
  <>
    {TEXTS.map(({ field, label, hint }) => (
      <Textarea
        key={field}
        id={ACTION_FIELDS[field]}
        label={label}
        labelSize="s"
        hint={hint}
        rows={3}
        error={errorFor(ACTION_FIELDS[field])}
        value={draft[field]}
        onChange={(text) => onChange({ ...draft, [field]: text })}
      />
    ))}
    <TextInput
      id={ACTION_FIELDS.officer}
      label="Officer responsible"
      labelSize="s"
      hint="A job title, not a name: this part is published."
      error={errorFor(ACTION_FIELDS.officer)}
      value={draft.officer}
      onChange={(officer) => onChange({ ...draft, officer })}
    />
    <DateInput
      id={ACTION_FIELDS.due}
      legend="By when"
      legendSize="s"
      hint="For example, 31 3 2027"
      error={errorFor(ACTION_FIELDS.due)}
      value={draft.due}
      onChange={(due) => onChange({ ...draft, due })}
    />
    <Select
      id="action-from-question"
      label="Which question does it follow from?"
      options={questionOptions(content)}
      value={draft.fromQuestion}
      onChange={(fromQuestion) => onChange({ ...draft, fromQuestion })}
    />
  </>
);

/** What the server said once it was asked: with these the page stays, with all others it gives way to the plan. */
const STAYS: readonly SaveState[] = ["WAITING", "SAVING", "CONFLICT", "REFUSED", "CLOSED", "BROKEN", "HELD"];

interface ActionFormProps {
  content: Content;
  place: DraftPlace;
  person: string;
  /** Id of the action, or the name that this browser gave to a new one. */
  action: string;
  isNew: boolean;
  back: string;
}

/** Sends what is written, and leaves once the server has it, or once it waits in the browser for a connection. */
const useSending = (action: ReturnType<typeof useAction>, onDone: () => void) => {
  const [isSent, setSent] = useState(false);
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const { state, message } = action;
  useEffect(() => {
    if (isSent && !STAYS.includes(state)) onDone();
  }, [isSent, state]);
  const refusal = isSent && message ? [{ field: null, message }] : [];
  return {
    errors: found.length > 0 ? found : refusal,
    busy: isSent && (state === "WAITING" || state === "SAVING"),
    /** What was chosen in a conflict goes out by itself. */
    settle: (value: ActionValue) => {
      action.settle(value);
      setSent(true);
    },
    send: (value: ActionValue) => {
      const errors = value.isRemoved ? [] : checkAction(value);
      setFound(errors);
      if (errors.length > 0) return;
      action.release();
      setSent(true);
    },
  };
};

const ActionForm = ({ content, place, person, action: key, isNew, back }: ActionFormProps) => {
  const navigate = useNavigate();
  const action = useAction({ content, person, action: key, isNew });
  const [isFromEarlier, setFromEarlier] = useState(action.state === "HELD");
  const { value } = action;
  const { errors, busy, settle, send } = useSending(action, () => void navigate(back));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) send(value);
  };
  const startAgain = () => {
    action.discard();
    setFromEarlier(false);
  };
  const remove = () => {
    action.hold({ ...value, isRemoved: true });
    send({ ...value, isRemoved: true });
  };
  return (
    <Page
      title={isNew ? "Add an action" : "Change an action"}
      caption="Improvement plan"
      crumbs={[...place.crumbs.slice(-1), { to: back, words: "Improvement plan" }]}
      errors={errors}
    >
      {isFromEarlier ? (
        <InsetText>
          What you wrote here earlier and did not save is back.{" "}
          <LinkButton onClick={startAgain}>Start again without it</LinkButton>
        </InsetText>
      ) : null}
      {action.theirs ? (
        <ConflictChoice
          mine={value}
          theirs={action.theirs.value}
          base={action.base}
          pieces={actionKind.pieces(questionOptions(content))}
          what="this action"
          note={KEPT_IN_HISTORY}
          onChoose={settle}
        />
      ) : null}
      <form onSubmit={submit} noValidate className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Fields
            draft={value}
            content={content}
            onChange={(draft) => action.hold({ ...draft, isRemoved: false })}
            errorFor={(field) => errors.find((error) => error.field === field)?.message}
          />
          <ButtonGroup>
            <Button busy={busy}>Save</Button>
            {isNew ? null : <RemoveButton onRemove={remove} />}
          </ButtonGroup>
        </div>
      </form>
    </Page>
  );
};

/** The action that an address names: stored, new, or waiting in this browser to be saved. */
const Opened = ({ page, id }: { page: DraftPage; id: string }) => {
  const { content, place, section, person } = page;
  const waiting = useWaitingActions(content.reference, person);
  const [fresh] = useState(newKey);
  // Somebody else may take it out while it is open: what is typed here stays, and saving finds the difference.
  const [wasStored] = useState(() => content.improvementActions.some((action) => action.id === id));
  const begun = waiting.find(({ state, address }) => state === "HELD" && address.isNew)?.address.action;
  const action = id === "new" ? (begun ?? fresh) : id;
  const waits = waiting.find(({ address }) => address.action === action);
  if (id !== "new" && !wasStored && !waits) return <MissingAssessment />;
  return (
    <ActionForm
      content={content}
      place={place}
      person={person}
      action={action}
      isNew={!wasStored && (waits?.address.isNew ?? true)}
      back={`${place.address}/${section.key}/actions`}
    />
  );
};

/** One action of the improvement plan, new or already there. */
export const ActionPage = () => {
  const { action: id = "" } = useParams();
  const page = useDraftPage();
  if (!page) return <MissingAssessment />;
  const { content, person, place, section } = page;
  const opened = <Opened key={id} page={page} id={id} />;
  const plan = section.questions.find(({ kind }) => kind === "IMPROVEMENT_PLAN");
  if (place.isTryOut || !plan) return opened;
  return (
    <LiveDraft content={content} person={person}>
      <LivePlace place={plan.key}>{opened}</LivePlace>
    </LiveDraft>
  );
};
