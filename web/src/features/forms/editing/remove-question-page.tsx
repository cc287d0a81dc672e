import { testsOf } from "@due-regard/domain/ehria/form/condition";
import { removeQuestion } from "@due-regard/domain/ehria/form/edit-template";
import {
  type Condition,
  type FormQuestion,
  type FormTemplate,
  questionByKey,
} from "@due-regard/domain/ehria/form/template";
import { useNavigate, useParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, draftCrumbs, questionAddress } from "../addresses.ts";
import { ConflictView } from "./conflict-view.tsx";
import { DraftGate } from "./draft-gate.tsx";
import { MissingPart } from "./missing-part.tsx";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";

const conditionsOf = (question: FormQuestion): Condition[] =>
  [
    question.condition,
    typeof question.required === "boolean" ? null : question.required,
    ...question.forced.map(({ when }) => when),
    ...question.obligations.map(({ when }) => when),
  ].filter((each) => each !== null);

/** What would hang on a question that is gone: named beforehand, since only a person knows what should hold instead. */
export const dependants = ({ sections, questions }: FormTemplate, key: string): string[] => {
  const looks = (conditions: readonly Condition[]): boolean =>
    conditions.flatMap(testsOf).some(({ question }) => question === key);
  return [
    ...sections
      .filter(({ condition }) => condition !== null && looks([condition]))
      .map(({ title }) => `Section “${title}”`),
    ...questions
      .filter((each) => each.key !== key && looks(conditionsOf(each)))
      .map(({ label }) => `“${label}”`),
  ];
};

const RemoveForm = ({ page, question }: { page: DraftPage; question: FormQuestion }) => {
  const navigate = useNavigate();
  const { form, template, draft } = page;
  const saving = useSaveDraft({ base: { template, version: draft.version } });
  const hanging = dependants(template, question.key);
  const wasPublished = form.askedQuestions.some(({ key }) => key === question.key);
  const remove = () =>
    saving.save(removeQuestion(template, question.key), () =>
      navigate(draftAddress(form.key), { state: { news: `Removed: ${question.label}.` } }),
    );
  return (
    <Page
      title={`Remove “${question.label}”`}
      crumbs={draftCrumbs(form)}
      errors={saving.conflict ? [] : saving.errors}
    >
      {saving.conflict ? (
        <ConflictView conflict={saving.conflict} busy={saving.busy} onSettle={saving.settle} />
      ) : null}
      <p className="govuk-body">{question.text}</p>
      {wasPublished ? (
        <p className="govuk-body">
          Earlier versions ask it. Answers to it stay with their assessments; once an assessment moves to a
          version without it they don’t count, and they come back if a later version asks it again.
        </p>
      ) : null}
      {hanging.length > 0 ? (
        <>
          <p className="govuk-body">
            These have conditions that look at it, and must be changed before the form can be published:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {hanging.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
      <ButtonGroup>
        <Button type="button" variant="warning" busy={saving.busy} onClick={() => void remove()}>
          Remove it
        </Button>
        <AppLink to={questionAddress(form.key, question.key)}>Keep it</AppLink>
      </ButtonGroup>
    </Page>
  );
};

/** Takes a question out of the draft, after saying what hangs on it. */
export const RemoveQuestionPage = () => {
  const { question: key = "" } = useParams();
  return (
    <DraftGate>
      {(page) => {
        const question = questionByKey(page.template, key);
        return question ? (
          <RemoveForm page={page} question={question} />
        ) : (
          <MissingPart form={page.form} what="question" />
        );
      }}
    </DraftGate>
  );
};
