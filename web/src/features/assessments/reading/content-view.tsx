import type { ReactNode } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { SummaryCard, SummaryList, type SummaryRow } from "../../../ui/summary-list.tsx";
import { useDraftPlace } from "../drafting/draft-place.ts";
import { citedFor, WHOLE_PLACE } from "../evidence/citable-place.ts";
import { EvidenceList } from "../evidence/evidence-list.tsx";
import { countPieces } from "../evidence/evidence-words.ts";
import type { Content, Evidence, Question, Section } from "../types.ts";
import { actionRows } from "./action-rows.ts";
import { questionRows, questionWords } from "./section-rows.tsx";

interface ViewProps {
  content: Content;
  editable: boolean;
  /** What stands under each question, such as what is said about it. */
  under?: ((question: Question) => ReactNode) | undefined;
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

/** The evidence for a question and its parts or rows, beside its answer. */
const Cited = ({ content, question }: { content: Content; question: Question }) => {
  const evidence = citedFor(content.evidence, question.key);
  if (evidence.length === 0) return null;
  const label = `Evidence for ${question.number ? `question ${question.number}` : `“${question.label}”`}`;
  return (
    <div className="app-read-evidence">
      <h3 className="govuk-heading-s">{label}</h3>
      <EvidenceByPlace evidence={evidence} question={question} label={label} />
    </div>
  );
};

/** What is cited for a part or a row is listed under its name. */
const EvidenceByPlace = ({
  evidence,
  question,
  label,
}: {
  evidence: readonly Evidence[];
  question: Question;
  label: string;
}) =>
  [...Map.groupBy(evidence, ({ place }) => place)].map(([place, cited]) => {
    const part = question.parts.find(({ key }) => `${question.key}.${key}` === place);
    return (
      <div key={place}>
        {part ? <p className="govuk-body govuk-!-margin-bottom-1">For “{part.label}”:</p> : null}
        <EvidenceList evidence={cited} label={part ? `${label}: ${part.label}` : label} />
      </div>
    );
  });

const SectionView = ({ content, section, editable, under }: ViewProps & { section: Section }) => {
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
          <Cited content={content} question={question} />
          {under?.(question)}
        </div>
      ))}
    </section>
  );
};

const WholeEvidence = ({ content }: { content: Content }) => {
  const whole = content.evidence.filter(({ place }) => place === WHOLE_PLACE.place);
  const count = content.evidence.length;
  return (
    <>
      <h2 className="govuk-heading-m">Evidence</h2>
      <p className="govuk-body">
        {count === 0
          ? "Nothing is cited."
          : `${countPieces(count)}. What is cited for a question stands beside its answer.`}
      </p>
      {whole.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">For the assessment as a whole</h3>
          <EvidenceList evidence={whole} label="Cited for the assessment as a whole" />
        </>
      ) : null}
    </>
  );
};

/** The whole assessment as it stands, or as it was or will be signed: only what counts, in the order of the form. */
export const ContentView = ({ content, editable, under }: ViewProps) => (
  <>
    {content.form.filter(asksSomething).map((section) => (
      <SectionView key={section.key} content={content} section={section} editable={editable} under={under} />
    ))}
    <WholeEvidence content={content} />
  </>
);
