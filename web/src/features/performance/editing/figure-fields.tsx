import { FIGURE_LIMITS } from "@due-regard/domain/metrics/check-figure";
import {
  NO_VALUE_REASONS,
  type NoValueReason,
  type ObservationStatus,
} from "@due-regard/domain/metrics/vocabulary";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { NO_VALUE, STATUS, UNIT_HINT } from "./edit-words.ts";
import type { FigureDraft } from "./figure-edit.ts";
import type { EditFieldsProps } from "./types.ts";

const HAPPENED = ["ACTUAL", "PROVISIONAL", "ESTIMATE"] as const satisfies readonly ObservationStatus[];

type Props = EditFieldsProps<FigureDraft>;

const Parts = ({ editable, draft, onChange, errorFor }: Props) => {
  const { unit, numeratorLabel, denominatorLabel } = editable.metric;
  const counted = unit.startsWith("RATE") || draft.count !== "";
  // A count of visits has no parts, unless a paper gave it some.
  if (unit === "COUNT" && draft.numerator === "" && draft.denominator === "" && !counted) return null;
  return (
    <div className="app-edit__row">
      <TextInput
        id="edit-numerator"
        label="Numerator (optional)"
        hint={numeratorLabel ?? "The part, where it is known"}
        width="10"
        error={errorFor("edit-numerator")}
        value={draft.numerator}
        onChange={(numerator) => onChange({ ...draft, numerator })}
      />
      <TextInput
        id="edit-denominator"
        label="Denominator (optional)"
        hint={denominatorLabel ?? "Out of how many"}
        width="10"
        error={errorFor("edit-denominator")}
        value={draft.denominator}
        onChange={(denominator) => onChange({ ...draft, denominator })}
      />
      {counted ? (
        <>
          <TextInput
            id="edit-count"
            label="Count beside it (optional)"
            hint="Such as 33 admissions"
            width="10"
            error={errorFor("edit-count")}
            value={draft.count}
            onChange={(count) => onChange({ ...draft, count })}
          />
          <TextInput
            id="edit-countOf"
            label="What that counts"
            hint={`Up to ${FIGURE_LIMITS.countOf} characters`}
            width="10"
            error={errorFor("edit-countOf")}
            value={draft.countOf}
            onChange={(countOf) => onChange({ ...draft, countOf })}
          />
        </>
      ) : null}
    </div>
  );
};

const Value = (props: Props) => {
  const { editable, draft, onChange, errorFor } = props;
  return (
    <>
      <TextInput
        id="edit-value"
        label="Figure"
        hint={UNIT_HINT[editable.metric.unit]}
        width="10"
        error={errorFor("edit-value")}
        value={draft.value}
        onChange={(value) => onChange({ ...draft, value })}
      />
      <Parts {...props} />
      {draft.status === "FORECAST" ? (
        <p className="govuk-body">This row shows the forecast for {editable.row.currentPeriod.label}.</p>
      ) : (
        <Select
          id="edit-status"
          label="What sort of figure is it?"
          error={errorFor("edit-status")}
          options={HAPPENED.map((status) => ({ value: status, label: STATUS[status] }))}
          value={draft.status}
          onChange={(status) => onChange({ ...draft, status: status as ObservationStatus })}
        />
      )}
    </>
  );
};

const NoValue = ({ draft, onChange, errorFor }: Props) => (
  <>
    <Select
      id="edit-reason"
      label="Why is there none?"
      error={errorFor("edit-reason")}
      options={[
        { value: "", label: "Choose a reason" },
        ...NO_VALUE_REASONS.map((reason) => ({ value: reason, label: NO_VALUE[reason] })),
      ]}
      value={draft.reason}
      onChange={(reason) => onChange({ ...draft, reason: reason as NoValueReason | "" })}
    />
    <TextInput
      id="edit-expected"
      label="When is it expected? (optional)"
      hint={`In words, such as May 2023. Up to ${FIGURE_LIMITS.expectedOn} characters`}
      width="20"
      error={errorFor("edit-expected")}
      value={draft.expectedOn}
      onChange={(expectedOn) => onChange({ ...draft, expectedOn })}
    />
  </>
);

/** The current figure, or why there is none. */
export const FigureFields = (props: Props) => {
  const { editable, draft, onChange, errorFor } = props;
  const { currentPeriod, currentIsForecast } = editable.row;
  return (
    <>
      {currentIsForecast ? null : (
        <Radios
          id="edit-has"
          legend={`Is there a figure for ${currentPeriod.label}?`}
          inline
          small
          value={draft.has}
          onChange={(has) => onChange({ ...draft, has: has as FigureDraft["has"] })}
          options={[
            { value: "VALUE", label: "Yes" },
            { value: "NONE", label: "No, for a reason" },
          ]}
        />
      )}
      {draft.has === "VALUE" ? <Value {...props} /> : <NoValue {...props} />}
      <Textarea
        id="edit-note"
        label="Note (optional)"
        hint="What a reader should know about this figure"
        rows={3}
        limit={{ max: FIGURE_LIMITS.note, unit: "characters" }}
        error={errorFor("edit-note")}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </>
  );
};
