import { describeCondition } from "@due-regard/domain/ehria/form/describe-condition";
import { type Direction, moveQuestion, moveSection } from "@due-regard/domain/ehria/form/edit-template";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { FormQuestion, FormSection, FormTemplate } from "@due-regard/domain/ehria/form/template";
import { useState } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { ButtonLink, LinkButton } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { draftAddress, questionAddress, sectionAddress } from "../addresses.ts";
import { questionTitle, sectionCondition } from "../reading/question-facts.ts";
import { sectionTitle } from "../reading/template-view.tsx";
import { ConflictView } from "./conflict-view.tsx";
import { faultsOfForm, faultsOfQuestion, faultsOfSection } from "./faults.ts";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";

type Move = (moved: FormTemplate, news: string) => void;

const FaultTag = ({ count }: { count: number }) =>
  count > 0 ? (
    <>
      {" "}
      <Tag colour="red">To put right</Tag>
    </>
  ) : null;

interface MoveButtonsProps {
  name: string;
  /** Where it stands in the list of all: the first can't go up, nor the last down. */
  at: number;
  count: number;
  onMove: (direction: Direction) => void;
}

const MoveButtons = ({ name, at, count, onMove }: MoveButtonsProps) => (
  <>
    {at > 0 ? (
      <LinkButton onClick={() => onMove("UP")} hiddenText={name}>
        Move up
      </LinkButton>
    ) : null}
    {at < count - 1 ? (
      <LinkButton onClick={() => onMove("DOWN")} hiddenText={name}>
        Move down
      </LinkButton>
    ) : null}
  </>
);

interface PartProps {
  page: DraftPage;
  onMove: Move;
}

const QuestionItem = ({ page, question, onMove }: PartProps & { question: FormQuestion }) => {
  const { form, template, draft } = page;
  const title = questionTitle(question) || "Without a name";
  return (
    <li className="app-outline__item">
      <div className="app-outline__words">
        <AppLink to={questionAddress(form.key, question.key)}>{title}</AppLink>
        <FaultTag count={faultsOfQuestion(draft.faults, question.key).length} />
        <span className="govuk-hint app-block govuk-!-margin-bottom-0">
          {kindOf(question).name}
          {question.condition === null
            ? null
            : `. Asked when ${describeCondition(question.condition, template)}`}
        </span>
      </div>
      <div className="app-outline__acts">
        <MoveButtons
          name={title}
          at={template.questions.indexOf(question)}
          count={template.questions.length}
          onMove={(direction) =>
            onMove(moveQuestion(template, question.key, direction), `Moved: ${question.label}.`)
          }
        />
      </div>
    </li>
  );
};

const SectionItem = ({ page, section, onMove }: PartProps & { section: FormSection }) => {
  const { form, template, draft } = page;
  const questions = template.questions.filter((each) => each.section === section.key);
  const title = sectionTitle(section) || "Without a title";
  return (
    <section aria-labelledby={`outline-${section.key}`}>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1" id={`outline-${section.key}`}>
        {title}
        <FaultTag count={faultsOfSection(draft.faults, section.key).length} />
      </h3>
      <p className="govuk-hint govuk-!-margin-bottom-1">{sectionCondition(section, template)}</p>
      <p className="govuk-body app-outline__acts">
        <AppLink to={sectionAddress(form.key, section.key)} hiddenText={title}>
          Change this section
        </AppLink>
        <AppLink to={`${sectionAddress(form.key, section.key)}/add`} hiddenText={`to ${title}`}>
          Add a question
        </AppLink>
        <MoveButtons
          name={title}
          at={template.sections.indexOf(section)}
          count={template.sections.length}
          onMove={(direction) =>
            onMove(moveSection(template, section.key, direction), `Moved: ${section.title}.`)
          }
        />
      </p>
      {questions.length > 0 ? (
        <ol className="app-outline">
          {questions.map((question) => (
            <QuestionItem key={question.key} page={page} question={question} onMove={onMove} />
          ))}
        </ol>
      ) : (
        <p className="govuk-body">It asks nothing: the form is signed here.</p>
      )}
    </section>
  );
};

/** Every part of a draft in its order, each with its way to be changed and moved. */
export const DraftOutline = ({ page }: { page: DraftPage }) => {
  const { form, template, draft } = page;
  const saving = useSaveDraft({ base: { template, version: draft.version } });
  const [news, setNews] = useState("");
  const move: Move = (moved, words) => {
    setNews("");
    void saving.save(moved, () => setNews(words));
  };
  return (
    <>
      <h2 className="govuk-heading-m">What it asks</h2>
      <ErrorSummary errors={saving.errors} level={3} />
      {saving.conflict ? (
        <ConflictView conflict={saving.conflict} busy={saving.busy} onSettle={saving.settle} />
      ) : null}
      <p className="govuk-body app-outline__acts">
        <AppLink to={`${draftAddress(form.key)}/details`}>
          Change the form’s title, introduction, own words and sign-off
        </AppLink>
        <FaultTag count={faultsOfForm(draft.faults).length} />
      </p>
      <p className="govuk-body" role="status">
        {saving.busy ? "Saving…" : news}
      </p>
      {template.sections.map((section) => (
        <SectionItem key={section.key} page={page} section={section} onMove={move} />
      ))}
      <ButtonLink to={`${draftAddress(form.key)}/sections/add`} variant="secondary">
        Add a section
      </ButtonLink>
    </>
  );
};
