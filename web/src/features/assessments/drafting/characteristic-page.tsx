import { DIRECTION_WORDS } from "@due-regard/domain/ehria/impact-words";
import { useParams } from "react-router";
import { ConflictChoice } from "../../../ui/conflict-choice.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { CheckedPlace } from "../checking/checked-place.tsx";
import { TalksPanel } from "../comments/talks-panel.tsx";
import { EvidencePanel } from "../evidence/evidence-panel.tsx";
import { LivePlace } from "../live/live-place.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { KEPT_IN_HISTORY } from "../saving/kept-in-history.ts";
import { type CharacteristicValue, characteristicKind } from "../saving/kinds/characteristic.ts";
import type { CharacteristicImpact, Question } from "../types.ts";
import { EQUALITY_AIM } from "../words.ts";
import { DraftShell } from "./draft-shell.tsx";
import { fieldId, wordLimit } from "./fields/field.ts";
import { RowGuidanceBox } from "./guidance.tsx";
import { RowHint } from "./row-hint.tsx";
import { fromSlug, toSlug } from "./rows.ts";
import { SavedNote } from "./saved-note.tsx";
import { useCharacteristic } from "./use-characteristic.ts";
import { useDraftPage } from "./use-draft-page.ts";

const AFFECTED = [
  { value: "YES", label: "Yes", hint: "For better or for worse" },
  { value: "NO", label: "No" },
] as const;

const affectedWord = (affected: boolean | null) => (affected === null ? null : affected ? "YES" : "NO");

const DIRECTIONS = (["POSITIVE", "NEUTRAL", "NEGATIVE", "MIXED", "UNKNOWN"] as const).map((value) => ({
  value,
  label: DIRECTION_WORDS[value],
}));

const Aims = ({ aims }: { aims: readonly number[] }) =>
  aims.length === 0 || aims.length === 3 ? null : (
    <p className="govuk-body">
      For this characteristic the law asks the council to{" "}
      {aims.map((aim) => EQUALITY_AIM[aim] ?? "").join(" and ")} only. The other aims of the equality duty
      don&rsquo;t apply to it.
    </p>
  );

const Row = ({
  impact,
  question,
  place,
}: {
  impact: CharacteristicImpact;
  question: Question;
  place: string;
}) => {
  const row = useCharacteristic(impact, question);
  const { value } = row;
  const id = fieldId(place);
  const change = (part: Partial<CharacteristicValue>) => row.edit({ ...value, ...part });
  return (
    <CheckedPlace place={place} saving={row.state}>
      <Radios
        id={id}
        legend="Could people be affected because of this?"
        legendSize="s"
        error={row.message ?? undefined}
        options={AFFECTED}
        value={affectedWord(value.affected)}
        onChange={(word) => change({ affected: word === "YES" })}
        onBlur={row.flush}
      />
      {value.affected ? (
        <Radios
          id={`${id}-direction`}
          legend="Which way?"
          legendSize="s"
          hint="Affected is not the same as harmed: say which way it goes, as far as you know."
          options={DIRECTIONS}
          value={value.direction}
          onChange={(direction) => change({ direction: direction as CharacteristicValue["direction"] })}
          onBlur={row.flush}
        />
      ) : null}
      <Textarea
        id={`${id}-comments`}
        label="Comments"
        labelSize="s"
        hint="How might they be affected, for better and for worse? If they are not, say how you know."
        limit={wordLimit(question)}
        value={value.comments ?? ""}
        onChange={(comments) => change({ comments })}
        onBlur={row.flush}
      />
      <Textarea
        id={`${id}-barriers`}
        label="Barriers"
        labelSize="s"
        hint="What might keep them from benefiting? Leave this empty if there is nothing."
        rows={4}
        limit={wordLimit(question)}
        value={value.barriers ?? ""}
        onChange={(barriers) => change({ barriers })}
        onBlur={row.flush}
        after={<SavedNote {...row} />}
      />
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
          pieces={characteristicKind.pieces([])}
          note={KEPT_IN_HISTORY}
          onChoose={row.settle}
        />
      ) : null}
    </CheckedPlace>
  );
};

const stopFor = (base: string, impact: CharacteristicImpact | undefined) =>
  impact ? { to: `${base}/${toSlug(impact.characteristic)}`, label: impact.label } : null;

/** One characteristic's row, on a page of its own. */
export const CharacteristicPage = () => {
  const { characteristic: slug = "" } = useParams();
  const page = useDraftPage();
  const question = page?.section.questions.find(({ kind }) => kind === "CHARACTERISTIC_ROWS");
  const impacts =
    page?.content.characteristicImpacts.filter(({ stage }) => stage === (question?.stage ?? "SCREENING")) ??
    [];
  const index = impacts.findIndex(({ characteristic }) => characteristic === fromSlug(slug));
  const impact = impacts[index];
  if (!page || !question || !impact) return <MissingAssessment />;
  const list = `${page.place.address}/${page.section.key}/characteristics`;
  const place = `${question.key}.${impact.characteristic}`;
  const back = { to: list, label: "Protected characteristics" };
  return (
    <DraftShell
      key={place}
      {...page}
      title={impact.label}
      topic="characteristics"
      previous={stopFor(list, impacts[index - 1]) ?? back}
      next={stopFor(list, impacts[index + 1]) ?? back}
    >
      <RowHint question={question} part={impact.characteristic} />
      <Aims aims={impact.aims} />
      <div className="app-question__row">
        <div className="app-question__answer">
          <LivePlace place={place}>
            <Row impact={impact} question={question} place={place} />
          </LivePlace>
        </div>
        <RowGuidanceBox
          reference={page.content.reference}
          question={question}
          part={impact.characteristic}
          label={impact.label}
        />
      </div>
      <TalksPanel places={[{ place, label: impact.label }]} />
      <EvidencePanel places={[{ place, label: impact.label }]} />
    </DraftShell>
  );
};
