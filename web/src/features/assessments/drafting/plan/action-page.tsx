import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { NotificationBanner } from "../../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../../ui/button.tsx";
import { DateInput } from "../../../../ui/date-input.tsx";
import { Page } from "../../../../ui/page.tsx";
import { Select } from "../../../../ui/select.tsx";
import { SummaryList } from "../../../../ui/summary-list.tsx";
import { TextInput } from "../../../../ui/text-input.tsx";
import { Textarea } from "../../../../ui/textarea.tsx";
import { LiveDraft } from "../../live/live-draft.tsx";
import { LivePlace } from "../../live/live-place.tsx";
import { MissingAssessment } from "../../missing-assessment.tsx";
import { actionRows } from "../../reading/action-rows.ts";
import type { Content, ImprovementAction } from "../../types.ts";
import type { DraftPlace } from "../draft-place.ts";
import { type DraftPage, useDraftPage } from "../use-draft-page.ts";
import { ACTION_FIELDS, type ActionDraft, draftOf } from "./action-form.ts";
import { useSaveAction } from "./use-save-action.ts";

const TEXTS = [
  { field: "objective", label: "Objective", hint: "What should get better, and for whom?" },
  { field: "action", label: "Action", hint: "What will be done?" },
  { field: "target", label: "Target", hint: "How will you know that it worked?" },
] as const;

const questionOptions = ({ form }: Content) => [
  { value: "", label: "No question in particular" },
  ...form.flatMap((section) =>
    section.questions
      .filter((question) => question.visible && question.number !== null)
      .map((question) => ({
        value: question.key,
        label: `Question ${question.number}: ${question.label}`,
      })),
  ),
];

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

const ActionForm = ({
  content,
  place,
  stored,
  back,
}: {
  content: Content;
  place: DraftPlace;
  stored: ImprovementAction | null;
  back: string;
}) => {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(stored));
  const { save, remove, busy, errors, theirs } = useSaveAction(
    content.reference,
    stored,
    () => void navigate(back),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) save(draft);
  };
  return (
    <Page
      title={stored ? "Change an action" : "Add an action"}
      caption="Improvement plan"
      crumbs={[...place.crumbs.slice(-1), { to: back, words: "Improvement plan" }]}
      errors={errors}
      banner={
        theirs ? (
          <NotificationBanner title="As it is stored now">
            <SummaryList rows={actionRows(theirs)} />
          </NotificationBanner>
        ) : null
      }
    >
      <form onSubmit={submit} noValidate className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Fields
            draft={draft}
            content={content}
            onChange={setDraft}
            errorFor={(field) => errors.find((error) => error.field === field)?.message}
          />
          <ButtonGroup>
            <Button busy={busy}>Save</Button>
            {stored ? <LinkButton onClick={remove}>Remove this action</LinkButton> : null}
          </ButtonGroup>
        </div>
      </form>
    </Page>
  );
};

interface OpenedProps {
  page: DraftPage;
  id: string | undefined;
}

/**
 * The action as it was when the page was opened: somebody else may change it or take it out meanwhile, and what is typed here must
 * stay. Saving finds the difference.
 */
const Opened = ({ page: { content, place, section }, id }: OpenedProps) => {
  const [stored] = useState(() => content.improvementActions.find((action) => action.id === id) ?? null);
  if (id !== "new" && !stored) return <MissingAssessment />;
  return (
    <ActionForm
      content={content}
      place={place}
      stored={stored}
      back={`${place.address}/${section.key}/actions`}
    />
  );
};

/** One action of the improvement plan, new or already there. */
export const ActionPage = () => {
  const { action: id } = useParams();
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
