import { JUDGEMENT_LIMITS } from "@due-regard/domain/metrics/judgement-limits";
import { InsetText } from "../../../ui/banners.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { judgementOf } from "../words.ts";
import { type JudgementDraft, NOTHING_TO_JUDGE, ratingsOf } from "./judgement-edit.ts";
import type { Editable, EditFieldsProps } from "./types.ts";

const Suggestion = ({ row: { rating } }: Editable) => {
  const suggested = rating.suggested ?? rating.suggestedComparison;
  return (
    <InsetText>
      {suggested === null ? (
        "The software suggests no rating. "
      ) : (
        <>
          The software suggests <Mark {...judgementOf(suggested)} />.{" "}
        </>
      )}
      {rating.suggestedReason}.
    </InsetText>
  );
};

/** An officer's judgement, beside what the software suggests and why. */
export const JudgementFields = ({ editable, draft, onChange, errorFor }: EditFieldsProps<JudgementDraft>) => (
  <>
    <Suggestion {...editable} />
    {editable.metric.aim === "INFORMATION" ? (
      <p className="govuk-body">This measure is shown for information only and is never rated.</p>
    ) : null}
    <Radios
      id="edit-judged"
      legend={`How do you judge ${editable.row.ratingPeriod.label}?`}
      small
      error={errorFor("edit-judged")}
      value={draft.judged}
      onChange={(judged) => onChange({ ...draft, judged: judged as JudgementDraft["judged"] })}
      options={[
        ...ratingsOf(editable).map((rating) => ({
          value: rating,
          label: <Mark {...judgementOf(rating)} />,
        })),
        { value: NOTHING_TO_JUDGE, label: "There is nothing to judge" },
      ]}
    />
    <Textarea
      id="edit-reason"
      label="Why?"
      hint="The reason is shown beside the rating, with your name"
      rows={4}
      limit={{ max: JUDGEMENT_LIMITS.reason, unit: "characters" }}
      error={errorFor("edit-reason")}
      value={draft.reason}
      onChange={(reason) => onChange({ ...draft, reason })}
    />
  </>
);
