import { RIGHT_KIND_WORDS, RIGHT_PART_WORDS } from "@due-regard/domain/ehria/impact-words";
import { useParams } from "react-router";
import { ConflictChoice } from "../../../ui/conflict-choice.tsx";
import { Details } from "../../../ui/details.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { CheckedPlace } from "../checking/checked-place.tsx";
import { TalksPanel } from "../comments/talks-panel.tsx";
import { EvidencePanel } from "../evidence/evidence-panel.tsx";
import { LivePlace } from "../live/live-place.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { KEPT_IN_HISTORY } from "../saving/kept-in-history.ts";
import {
  JUSTIFICATION_WORDS,
  JUSTIFICATIONS,
  type Justification,
  type RightValue,
  rightKind,
} from "../saving/kinds/right.ts";
import type { Question, RightImpact } from "../types.ts";
import { RIGHT_KIND_MEANS } from "../words.ts";
import { DraftShell } from "./draft-shell.tsx";
import { fieldId, wordLimit, YES_NO } from "./fields/field.ts";
import { RowGuidanceBox } from "./guidance.tsx";
import { RowHint } from "./row-hint.tsx";
import { rightKey, rightSlug } from "./rows.ts";
import { SavedNote } from "./saved-note.tsx";
import { useDraftPage } from "./use-draft-page.ts";
import { useRight } from "./use-right.ts";

const JUSTIFICATION_HINTS: Record<keyof Justification, string> = {
  prescribedByLaw: "Name the Act or regulation.",
  legitimateAim: "For example public safety, health, or the rights of others.",
  necessary: "Say what would happen without it.",
  proportionate: "Say which gentler ways you looked at and why they would not do.",
};

interface JustificationFieldsProps {
  id: string;
  value: RightValue;
  onChange: (justification: Justification) => void;
  onBlur: () => void;
}

const JustificationFields = ({ id, value, onChange, onBlur }: JustificationFieldsProps) => (
  <Details
    id={`${id}-justification`}
    summary="If the right is interfered with: justification"
    open={JUSTIFICATIONS.some((key) => value.justification[key] !== "")}
  >
    {JUSTIFICATIONS.map((key) => (
      <Textarea
        key={key}
        id={`${id}-${key}`}
        label={JUSTIFICATION_WORDS[key]}
        hint={JUSTIFICATION_HINTS[key]}
        rows={3}
        value={value.justification[key]}
        onChange={(text) => onChange({ ...value.justification, [key]: text })}
        onBlur={onBlur}
      />
    ))}
  </Details>
);

const Row = ({ impact, question, place }: { impact: RightImpact; question: Question; place: string }) => {
  const row = useRight(impact, question);
  const { value } = row;
  const id = fieldId(place);
  const affected = value.affected === null ? null : value.affected ? "YES" : "NO";
  return (
    <CheckedPlace place={place} saving={row.state}>
      <Radios
        id={id}
        legend="Could this right be affected?"
        legendSize="s"
        hint="Count good effects as well as bad ones."
        error={row.message ?? undefined}
        options={YES_NO}
        inline
        value={affected}
        onChange={(word) => row.edit({ ...value, affected: word === "YES" })}
        onBlur={row.flush}
      />
      <Textarea
        id={`${id}-comments`}
        label="Comments"
        labelSize="s"
        hint="How might it be affected, and for whom?"
        limit={wordLimit(question)}
        value={value.comments}
        onChange={(comments) => row.edit({ ...value, comments })}
        onBlur={row.flush}
        after={<SavedNote {...row} />}
      />
      {impact.kind === "QUALIFIED" && value.affected ? (
        <JustificationFields
          id={id}
          value={value}
          onChange={(justification) => row.edit({ ...value, justification })}
          onBlur={row.flush}
        />
      ) : null}
      {impact.doubts.map((doubt) => (
        <p className="app-doubt" key={doubt}>
          <span className="app-doubt__label">Doubt about the source:</span> {doubt}
        </p>
      ))}
      {row.theirs ? (
        <ConflictChoice
          mine={value}
          theirs={row.theirs.value}
          base={row.base}
          pieces={rightKind.pieces([])}
          note={KEPT_IN_HISTORY}
          onChoose={row.settle}
        />
      ) : null}
    </CheckedPlace>
  );
};

const titleOf = (right: RightImpact): string => `Article ${right.article}: ${right.title}`;

const stopFor = (base: string, right: RightImpact | undefined) =>
  right ? { to: `${base}/${rightSlug(right)}`, label: titleOf(right) } : null;

/** One right's row, on a page of its own. */
export const RightPage = () => {
  const { right: slug = "" } = useParams();
  const page = useDraftPage();
  const question = page?.section.questions.find(({ kind }) => kind === "RIGHT_ROWS");
  const rights =
    page?.content.rightImpacts.filter(({ stage }) => stage === (question?.stage ?? "SCREENING")) ?? [];
  const index = rights.findIndex((right) => rightSlug(right) === slug);
  const right = rights[index];
  if (!page || !question || !right) return <MissingAssessment />;
  const list = `${page.place.address}/${page.section.key}/rights`;
  const place = `${question.key}.${rightKey(right)}`;
  const back = { to: list, label: "Human rights" };
  return (
    <DraftShell
      key={place}
      {...page}
      title={titleOf(right)}
      topic="rights"
      previous={stopFor(list, rights[index - 1]) ?? back}
      next={stopFor(list, rights[index + 1]) ?? back}
    >
      <p className="govuk-body">
        {RIGHT_PART_WORDS[right.part]}. {RIGHT_KIND_WORDS[right.kind]} right: {RIGHT_KIND_MEANS[right.kind]}
      </p>
      <RowHint question={question} part={rightKey(right)} />
      <div className="app-question__row">
        <div className="app-question__answer">
          <LivePlace place={place}>
            <Row impact={right} question={question} place={place} />
          </LivePlace>
        </div>
        <RowGuidanceBox
          reference={page.content.reference}
          question={question}
          part={rightKey(right)}
          label={titleOf(right)}
        />
      </div>
      <TalksPanel places={[{ place, label: titleOf(right) }]} />
      <EvidencePanel places={[{ place, label: titleOf(right) }]} />
    </DraftShell>
  );
};
