import { TARGET_LIMITS } from "@due-regard/domain/metrics/check-target-terms";
import {
  TARGET_KINDS,
  type TargetKind,
  type TargetOperator,
  TOLERANCE_KINDS,
  type ToleranceKind,
} from "@due-regard/domain/metrics/vocabulary";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { OPERATOR, TARGET_KIND, TOLERANCE, UNIT_HINT } from "./edit-words.ts";
import { hasNumber, needsHigh, needsLow, operatorsFor, type TargetDraft, withKind } from "./target-edit.ts";
import type { EditFieldsProps } from "./types.ts";

type Props = EditFieldsProps<TargetDraft>;

const Numbers = ({ editable, draft, onChange, errorFor }: Props) => {
  const band = draft.operator === "BETWEEN";
  const hint = band ? undefined : UNIT_HINT[editable.metric.unit];
  return (
    <div className="app-edit__row">
      {needsLow(draft.operator) ? (
        <TextInput
          id="edit-low"
          label={band ? "Lower end of the band" : "Target"}
          hint={hint}
          width="10"
          error={errorFor("edit-low")}
          value={draft.low}
          onChange={(low) => onChange({ ...draft, low })}
        />
      ) : null}
      {needsHigh(draft.operator) ? (
        <TextInput
          id="edit-high"
          label={band ? "Upper end of the band" : "Target"}
          hint={hint}
          width="10"
          error={errorFor("edit-high")}
          value={draft.high}
          onChange={(high) => onChange({ ...draft, high })}
        />
      ) : null}
    </div>
  );
};

const Tolerance = ({ draft, onChange, errorFor }: Props) => (
  <div className="app-edit__row">
    <Select
      id="edit-toleranceKind"
      label="Tolerance: how far off is still amber, or similar?"
      error={errorFor("edit-toleranceKind")}
      options={TOLERANCE_KINDS.filter((kind) => kind !== "RELATIVE" || draft.operator !== "BETWEEN").map(
        (kind) => ({ value: kind, label: TOLERANCE[kind] }),
      )}
      value={draft.toleranceKind}
      onChange={(toleranceKind) => onChange({ ...draft, toleranceKind: toleranceKind as ToleranceKind })}
    />
    {draft.toleranceKind === "NONE" ? null : (
      <TextInput
        id="edit-tolerance"
        label="How much?"
        width="10"
        error={errorFor("edit-tolerance")}
        value={draft.tolerance}
        onChange={(tolerance) => onChange({ ...draft, tolerance })}
      />
    )}
  </div>
);

const Benchmark = ({ draft, onChange, errorFor }: Props) => (
  <div className="app-edit__row">
    <TextInput
      id="edit-benchmarkGroup"
      label="Whose figure is it?"
      hint={`Such as England. Up to ${TARGET_LIMITS.benchmarkGroup} characters`}
      width="20"
      error={errorFor("edit-benchmarkGroup")}
      value={draft.benchmarkGroup}
      onChange={(benchmarkGroup) => onChange({ ...draft, benchmarkGroup })}
    />
    <TextInput
      id="edit-benchmarkPeriod"
      label="For which period? (optional)"
      hint="Its code, such as 2021-22"
      width="20"
      error={errorFor("edit-benchmarkPeriod")}
      value={draft.benchmarkPeriod}
      onChange={(benchmarkPeriod) => onChange({ ...draft, benchmarkPeriod })}
    />
  </div>
);

/** What the figure is held against. */
export const TargetFields = (props: Props) => {
  const { editable, draft, onChange, errorFor } = props;
  const { aim } = editable.metric;
  const operators = operatorsFor(draft.kind, aim);
  return (
    <>
      <Select
        id="edit-kind"
        label={`What is the target for ${editable.row.targetPeriod?.label ?? editable.row.currentPeriod.label}?`}
        error={errorFor("edit-kind")}
        options={TARGET_KINDS.filter((kind) => operatorsFor(kind, aim).length > 0).map((kind) => ({
          value: kind,
          label: TARGET_KIND[kind],
        }))}
        value={draft.kind}
        onChange={(kind) => onChange(withKind(draft, kind as TargetKind, aim))}
      />
      {operators.length > 1 ? (
        <Select
          id="edit-operator"
          label="The figure should be"
          error={errorFor("edit-operator")}
          options={operators.map((operator) => ({ value: operator, label: OPERATOR[operator] }))}
          value={draft.operator}
          onChange={(operator) => onChange({ ...draft, operator: operator as TargetOperator })}
        />
      ) : null}
      {hasNumber(draft.operator) ? (
        <>
          <Numbers {...props} />
          <Tolerance {...props} />
        </>
      ) : null}
      {draft.kind === "BENCHMARK" ? <Benchmark {...props} /> : null}
      <Textarea
        id="edit-note"
        label="Why is it set so? (optional)"
        rows={3}
        limit={{ max: TARGET_LIMITS.note, unit: "characters" }}
        error={errorFor("edit-note")}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </>
  );
};
