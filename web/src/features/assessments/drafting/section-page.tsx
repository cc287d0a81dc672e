import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { QUESTION_KINDS } from "@due-regard/domain/ehria/form/template";
import { Navigate, useParams } from "react-router";
import { EvidencePanel } from "../evidence/evidence-panel.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import type { Question, Section } from "../types.ts";
import { DraftShell } from "./draft-shell.tsx";
import { QuestionView } from "./question-view.tsx";
import { neighbours, topicAddress, topicsOf, tour } from "./topics.ts";
import { useDraftPage } from "./use-draft-page.ts";

/** Of some kinds evidence is cited row by row, or not at all. */
const takesEvidence = ({ kind }: Question): boolean =>
  QUESTION_KINDS.some((each) => each === kind && kindOf({ kind: each }).takes.includes("evidence"));

const Intro = ({ section }: { section: Section }) =>
  section.intro.map((paragraph) => (
    <p className="govuk-body" key={paragraph}>
      {paragraph}
    </p>
  ));

/** One topic of a section: its questions, guidance beside each, and the evidence cited for them. */
export const SectionPage = () => {
  const { topic: slug } = useParams();
  const page = useDraftPage();
  const topics = page ? topicsOf(page.section.questions) : [];
  const topic = slug ? topics.find((each) => each.slug === slug) : topics[0];
  // A section that asks nothing is the sign-off: what there is to do about it is to check the whole.
  if (page && topics.length === 0) return <Navigate to={`${page.place.address}/check`} replace />;
  if (!page || !topic) return <MissingAssessment />;
  const { content, section, place } = page;
  const stops = tour(place.address, content.form);
  const address = topicAddress(place.address, section.key, topic.slug);
  const { previous, next } = neighbours(stops, address);
  const citable = topic.questions.filter((question) => question.visible && takesEvidence(question));
  return (
    <DraftShell
      key={address}
      {...page}
      title={topic.title ?? section.title}
      topic={topic.slug}
      previous={previous}
      next={next ?? { to: `${place.address}/check`, label: "Check answers" }}
    >
      {topic === topics[0] ? <Intro section={section} /> : null}
      {topic.questions.map((question) => (
        <QuestionView key={question.key} question={question} />
      ))}
      {citable.length > 0 ? (
        <EvidencePanel
          places={citable.map((question) => ({
            place: question.key,
            label: question.number ? `Question ${question.number}` : question.label,
          }))}
        />
      ) : null}
    </DraftShell>
  );
};
