import { AppLink } from "../../../ui/app-link.tsx";
import { SummaryCard, SummaryList, type SummaryRow } from "../../../ui/summary-list.tsx";
import { useDraftPlace } from "../drafting/draft-place.ts";
import { CitationBody } from "../drafting/evidence/citation-body.tsx";
import type { Content, Section } from "../types.ts";
import { actionRows } from "./action-rows.ts";
import { questionRows, questionWords } from "./section-rows.tsx";

interface ViewProps {
  content: Content;
  editable: boolean;
}

const Actions = ({ content, section, editable }: ViewProps & { section: Section }) => {
  const address = `${useDraftPlace(content.reference).address}/${section.key}/actions`;
  if (content.improvementActions.length === 0) return <p className="govuk-body">No actions.</p>;
  return content.improvementActions.map((action, index) => (
    <SummaryCard
      key={action.id}
      title={`Action ${index + 1}`}
      actions={
        editable ? (
          <AppLink to={`${address}/${encodeURIComponent(action.id)}`} hiddenText={`action ${index + 1}`}>
            Change
          </AppLink>
        ) : null
      }
    >
      <SummaryList rows={actionRows(action)} />
    </SummaryCard>
  ));
};

/** The section that asks nothing is the sign-off: signatures stand elsewhere. */
const asksSomething = ({ questions }: Section): boolean => questions.length > 0;

/** Why a section has nothing to read. Null: it has. */
const WITHOUT_ANSWERS: Partial<Record<Section["status"], string>> = {
  NOT_REQUIRED: "Not required: other answers make it unnecessary.",
  CANNOT_START_YET: "Not reached yet: earlier answers decide whether it is needed.",
};

/** The improvement plan has no rows of answers: its actions stand on cards. */
const Answers = ({ rows }: { rows: readonly SummaryRow[] }) =>
  rows.length > 0 ? <SummaryList rows={rows} /> : null;

const SectionView = ({ content, section, editable }: ViewProps & { section: Section }) => {
  const { address } = useDraftPlace(content.reference);
  const without = WITHOUT_ANSWERS[section.status];
  const asked = without ? [] : section.questions.filter((question) => question.visible);
  return (
    <section>
      <h2 className="govuk-heading-m">
        {section.number ? `Section ${section.number}: ${section.title}` : section.title}
      </h2>
      {without ? <p className="govuk-body">{without}</p> : null}
      {asked.map((question) => (
        <div key={question.key} className="app-read-question">
          {question.parts.length > 0 && question.kind !== "IMPROVEMENT_PLAN" ? (
            <h3 className="govuk-heading-s">{questionWords(question)}</h3>
          ) : null}
          <Answers rows={questionRows(question, { content, section, address, editable })} />
          {question.kind === "IMPROVEMENT_PLAN" ? (
            <Actions content={content} section={section} editable={editable} />
          ) : null}
        </div>
      ))}
    </section>
  );
};

/** The whole assessment as it stands, or as it was or will be signed: only what counts, in the order of the form. */
export const ContentView = ({ content, editable }: ViewProps) => (
  <>
    {content.form.filter(asksSomething).map((section) => (
      <SectionView key={section.key} content={content} section={section} editable={editable} />
    ))}
    <h2 className="govuk-heading-m">Evidence cited</h2>
    {content.evidence.length === 0 ? (
      <p className="govuk-body">None.</p>
    ) : (
      <ul className="app-results">
        {content.evidence.map((evidence) => (
          <li className="app-results__item" key={evidence.id}>
            <CitationBody evidence={evidence} />
          </li>
        ))}
      </ul>
    )}
  </>
);
