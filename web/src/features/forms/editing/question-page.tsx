import { type FormQuestion, questionByKey } from "@due-regard/domain/ehria/form/template";
import { type FormEvent, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, draftCrumbs, questionAddress } from "../addresses.ts";
import { ConflictView } from "./conflict-view.tsx";
import { DraftGate } from "./draft-gate.tsx";
import { faultErrors, faultsOfQuestion, fieldOfFault } from "./faults.ts";
import { freshEdit, keepQuestion, startEdit } from "./keep-question.ts";
import { MissingPart } from "./missing-part.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { checkQuestion, type QuestionModel, writeQuestion } from "./question-model.ts";
import type { DraftPage } from "./use-draft-page.ts";
import { type SavedDraft, useSaveDraft } from "./use-save-draft.ts";

interface FormProps {
  page: DraftPage;
  question: FormQuestion;
}

/** How the person came here: a question that was just added isn't scolded for being empty. */
interface Arrival {
  isFresh?: boolean;
  isSaved?: boolean;
}

const useQuestionEdit = ({ page, question }: FormProps) => {
  const navigate = useNavigate();
  const { pathname, state } = useLocation();
  const arrival = (state ?? {}) as Arrival;
  const keep = keepQuestion(page, question);
  const [edit, setEdit] = useState(() => startEdit(page, question));
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const onSaved = ({ faults, isMerged }: SavedDraft) => {
    keep.clear();
    const left = faultsOfQuestion(faults, question.key).length > 0;
    // Whoever has something to put right stays here; the page then begins anew from what is saved.
    if (left) return navigate(pathname, { replace: true, state: { isSaved: true } satisfies Arrival });
    const also = isMerged ? " What somebody else changed meanwhile stands as well." : "";
    return navigate(draftAddress(page.form.key), {
      state: { news: `Saved: ${edit.model.label}.${also}` },
    });
  };
  const saving = useSaveDraft({ base: edit.base, fieldOf: fieldOfFault });
  const change = (model: QuestionModel) => {
    keep.write({ value: { model, began: edit.began }, basedOnVersion: edit.base.version });
    setEdit({ ...edit, model });
  };
  const save = () => {
    const found = checkQuestion(edit.model);
    setWrong(found);
    saving.setErrors([]);
    if (found.length === 0)
      void saving.save(writeQuestion(edit.base.template, question.key, edit.model), onSaved);
  };
  const discard = () => {
    keep.clear();
    setEdit(freshEdit(page, question));
  };
  // One list for as long as the draft stays the same: a new one at each key would take the focus to itself.
  const faults = useMemo(
    () => (arrival.isFresh ? [] : faultErrors(faultsOfQuestion(page.draft.faults, question.key))),
    [arrival.isFresh, page.draft.faults, question.key],
  );
  const errors = wrong.length > 0 ? wrong : saving.errors.length > 0 ? saving.errors : faults;
  const errorTitle =
    errors === faults
      ? `${arrival.isSaved ? "Saved. Put" : "Put"} this right before the form is published`
      : undefined;
  return { ...edit, ...saving, change, save, discard, errors, errorTitle };
};

const Restored = ({ onDiscard }: { onDiscard: () => void }) => (
  <InsetText>
    <p className="govuk-body">
      You typed this on an earlier visit and did not save it. It is kept in this browser alone.
    </p>
    <LinkButton onClick={onDiscard}>Go back to what is saved</LinkButton>
  </InsetText>
);

const QuestionForm = ({ page, question }: FormProps) => {
  const edit = useQuestionEdit({ page, question });
  const { form } = page;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.save();
  };
  return (
    <Page
      title={question.label || "Question without a name"}
      caption={`Question in the draft of version ${page.draft.nextVersion}`}
      crumbs={draftCrumbs(form)}
      errors={edit.conflict ? [] : edit.errors}
      errorTitle={edit.errorTitle}
    >
      {edit.conflict ? (
        <ConflictView conflict={edit.conflict} busy={edit.busy} onSettle={edit.settle} />
      ) : null}
      {edit.isRestored ? <Restored onDiscard={edit.discard} /> : null}
      <form onSubmit={submit} noValidate>
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <QuestionFields
              page={page}
              questionKey={question.key}
              template={writeQuestion(edit.base.template, question.key, edit.model)}
              model={edit.model}
              errors={edit.errors}
              onChange={edit.change}
            />
          </div>
        </div>
        <ButtonGroup>
          <Button busy={edit.busy}>Save</Button>
          <AppLink to={draftAddress(form.key)}>Back without saving</AppLink>
          <AppLink to={`${questionAddress(form.key, question.key)}/remove`}>Remove this question</AppLink>
        </ButtonGroup>
      </form>
    </Page>
  );
};

/** One question of a draft, with everything that belongs to it. */
export const QuestionPage = () => {
  const { question: key = "" } = useParams();
  return (
    <DraftGate>
      {(page) => {
        const question = questionByKey(page.template, key);
        return question ? (
          <QuestionForm key={`${key} ${page.draft.version}`} page={page} question={question} />
        ) : (
          <MissingPart form={page.form} what="question" />
        );
      }}
    </DraftGate>
  );
};
