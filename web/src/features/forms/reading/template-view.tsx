import type { FormSection, FormTemplate } from "@due-regard/domain/ehria/form/template";
import { SIGNATORY } from "../words.ts";
import { QuestionCard } from "./question-card.tsx";
import { sectionCondition } from "./question-facts.ts";

export const sectionTitle = ({ numberPrinted, title }: FormSection): string =>
  numberPrinted === null ? title : `Section ${numberPrinted}: ${title}`;

const Paragraphs = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => (
    <p className="govuk-body" key={text}>
      {text}
    </p>
  ));

/** The questions of a section under the headings that they have in it. */
const Questions = ({ section, template }: { section: FormSection; template: FormTemplate }) => {
  const questions = template.questions.filter((each) => each.section === section.key);
  const headings = new Map(section.subsections.map(({ key, title }) => [key, title]));
  return questions.map((question, index) => {
    const isNew = question.subsection !== null && questions[index - 1]?.subsection !== question.subsection;
    return (
      <div key={question.key}>
        {isNew ? (
          <h3 className="govuk-heading-m">
            {headings.get(question.subsection ?? "") ?? question.subsection}
          </h3>
        ) : null}
        <QuestionCard question={question} template={template} level={question.subsection === null ? 3 : 4} />
      </div>
    );
  });
};

const SignOff = ({ template }: { template: FormTemplate }) => (
  <>
    <p className="govuk-body">
      The lead officer confirms which parts are complete:{" "}
      {template.signOff.elements.map(({ label }) => label).join(", ")}.
    </p>
    {template.signOff.signatures.map(({ role, label, statement }) => (
      <blockquote className="app-statement" key={role}>
        <p className="govuk-body govuk-!-font-weight-bold">
          {label} ({SIGNATORY[role]})
        </p>
        <p className="govuk-body">{statement}</p>
      </blockquote>
    ))}
  </>
);

/** A whole form to read: its sections, questions, rules and guidance, in its own order. */
export const TemplateView = ({ template }: { template: FormTemplate }) => {
  const last = template.sections.at(-1);
  return (
    <>
      <Paragraphs texts={template.intro} />
      {template.sections.map((section) => (
        <section key={section.key} aria-labelledby={`section-${section.key}`}>
          <h2 className="govuk-heading-l" id={`section-${section.key}`}>
            {sectionTitle(section)}
          </h2>
          <p className="govuk-hint">{sectionCondition(section, template)}</p>
          <Paragraphs texts={section.intro} />
          <Questions section={section} template={template} />
          {section === last ? <SignOff template={template} /> : null}
        </section>
      ))}
    </>
  );
};
