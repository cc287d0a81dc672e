import {
  ACCUMULATIONS,
  type Accumulation,
  AIMS,
  type Aim,
  UNITS,
  type Unit,
} from "@due-regard/domain/metrics/vocabulary";
import { DateInput } from "../../../ui/date-input.tsx";
import { type DateParts, splitDate } from "../../../ui/format/dates.ts";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { ACCUMULATION, AIM, UNIT } from "../words.ts";

/** A metric as it is typed. */
export interface MetricDraft {
  code: string;
  framework: string;
  officialCode: string;
  title: string;
  description: string;
  aim: Aim;
  unit: Unit;
  accumulation: Accumulation;
  tags: string;
  numeratorLabel: string;
  denominatorLabel: string;
  similarWithin: string;
  definition: string;
  validFrom: DateParts;
}

export const EMPTY_METRIC: MetricDraft = {
  code: "",
  framework: "",
  officialCode: "",
  title: "",
  description: "",
  aim: "HIGH",
  unit: "PERCENT",
  accumulation: "PERIOD",
  tags: "",
  numeratorLabel: "",
  denominatorLabel: "",
  similarWithin: "",
  definition: "",
  validFrom: splitDate(null),
};

export const FIELD_NAMES = Object.keys(EMPTY_METRIC) as (keyof MetricDraft)[];

interface MetricFieldsProps {
  draft: MetricDraft;
  onChange: (draft: MetricDraft) => void;
  errorFor: (field: string) => string | undefined;
}

type TextName = Exclude<keyof MetricDraft, "aim" | "unit" | "accumulation" | "validFrom">;

interface TextField {
  name: TextName;
  label: string;
  hint?: string;
  width?: "10" | "20" | "30";
}

const IDENTITY: readonly TextField[] = [
  { name: "title", label: "Name", hint: "Up to 300 characters" },
  {
    name: "code",
    label: "Code",
    hint: "Plain letters, digits, spaces and . _ ( ) / -, such as LOCAL-library-visits. Up to 60 characters",
    width: "20",
  },
  {
    name: "framework",
    label: "Framework",
    hint: "Whose measure it is, such as ASCOF-2023 or LOCAL. Up to 60 characters",
    width: "20",
  },
  {
    name: "officialCode",
    label: "Code in that framework (optional)",
    hint: "Leave empty where it is the same as the code",
    width: "20",
  },
];

const PARTS: readonly TextField[] = [
  { name: "numeratorLabel", label: "What the numerator counts (optional)" },
  { name: "denominatorLabel", label: "What the denominator counts (optional)" },
  {
    name: "similarWithin",
    label: "A change of up to how much counts as similar? (optional)",
    hint: "In the metric's own unit. Empty: only no change at all",
    width: "10",
  },
  {
    name: "tags",
    label: "Tags (optional)",
    hint: "Small letters, digits and hyphens, with spaces between tags. “seasonal”: no straight line forecasts it",
    width: "20",
  },
];

const Texts = ({ fields, draft, onChange, errorFor }: MetricFieldsProps & { fields: readonly TextField[] }) =>
  fields.map(({ name, label, hint, width }) => (
    <TextInput
      key={name}
      id={name}
      label={label}
      hint={hint}
      width={width}
      error={errorFor(name)}
      value={draft[name]}
      onChange={(text) => onChange({ ...draft, [name]: text })}
    />
  ));

/** Everything that makes a metric. */
export const MetricFields = (props: MetricFieldsProps) => {
  const { draft, onChange, errorFor } = props;
  return (
    <>
      <Texts fields={IDENTITY} {...props} />
      <Textarea
        id="definition"
        label="Definition"
        hint="What is counted, and how"
        rows={4}
        limit={{ max: 4000, unit: "characters" }}
        error={errorFor("definition")}
        value={draft.definition}
        onChange={(definition) => onChange({ ...draft, definition })}
      />
      <DateInput
        id="validFrom"
        legend="From when does that definition hold? (optional)"
        hint="Leave empty where it always did"
        error={errorFor("validFrom")}
        value={draft.validFrom}
        onChange={(validFrom) => onChange({ ...draft, validFrom })}
      />
      <Textarea
        id="description"
        label="In plain words (optional)"
        rows={2}
        limit={{ max: 2000, unit: "characters" }}
        error={errorFor("description")}
        value={draft.description}
        onChange={(description) => onChange({ ...draft, description })}
      />
      <Radios
        id="aim"
        legend="Which way is good?"
        small
        value={draft.aim}
        onChange={(aim) => onChange({ ...draft, aim: aim as Aim })}
        options={AIMS.map((aim) => ({ value: aim, label: AIM[aim] }))}
      />
      <Select
        id="unit"
        label="Unit"
        options={UNITS.map((unit) => ({ value: unit, label: UNIT[unit] }))}
        value={draft.unit}
        onChange={(unit) => onChange({ ...draft, unit: unit as Unit })}
      />
      <Radios
        id="accumulation"
        legend="How do its figures build up?"
        small
        value={draft.accumulation}
        onChange={(accumulation) => onChange({ ...draft, accumulation: accumulation as Accumulation })}
        options={ACCUMULATIONS.map((each) => ({ value: each, label: ACCUMULATION[each] }))}
      />
      <Texts fields={PARTS} {...props} />
    </>
  );
};
