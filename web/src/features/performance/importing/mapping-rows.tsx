import type { FieldError } from "../../../ui/error-summary.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import type { FieldWords } from "./fields.ts";
import {
  type Contested,
  NOT_USED,
  type Origin,
  type Origins,
  originId,
  samplesOf,
  valueId,
} from "./mapping.ts";
import type { FileColumns, ImportField } from "./types.ts";

const NONE = "none";
const VALUE = "value";

const toChoice = (origin: Origin): string =>
  origin.kind === "COLUMN" ? String(origin.column) : origin.kind === "VALUE" ? VALUE : NONE;

const fromChoice = (choice: string): Origin => {
  if (choice === NONE) return NOT_USED;
  return choice === VALUE ? { kind: "VALUE", value: "" } : { kind: "COLUMN", column: Number(choice) };
};

interface MappingRowsProps {
  file: FileColumns;
  headerRow: number;
  fields: readonly FieldWords[];
  origins: Origins;
  contested: Contested;
  errors: readonly FieldError[];
  onChange: (field: ImportField, origin: Origin) => void;
}

/** For each thing that a figure has: the column that holds it, or one value for all rows, or nothing. */
export const MappingRows = (props: MappingRowsProps) => {
  const { file, headerRow, fields, origins, contested, errors, onChange } = props;
  const errorAt = (id: string) => errors.find(({ field }) => field === id)?.message;
  const options = [
    { value: NONE, label: "Not in this file" },
    ...file.columns.map(({ position, header }) => ({
      value: String(position),
      label: header.trim() === "" ? `Column ${position}, no header` : `Column ${position}: ${header}`,
    })),
    { value: VALUE, label: "One value for all rows" },
  ];
  return (
    <div className="app-mapping">
      {fields.map(({ field, label, hint, required }) => {
        const origin = origins[field] ?? NOT_USED;
        const sample = origin.kind === "COLUMN" ? samplesOf(file, headerRow, origin.column) : "";
        return (
          <div key={field} className="app-mapping__field">
            <Select
              id={originId(field)}
              label={
                <>
                  {label}
                  {required ? " (needed)" : ""}
                </>
              }
              hint={contested[field] && origin.kind === "NONE" ? `${contested[field]} ${hint}` : hint}
              error={errorAt(originId(field))}
              options={options}
              value={toChoice(origin)}
              onChange={(choice) => onChange(field, fromChoice(choice))}
            />
            {origin.kind === "VALUE" ? (
              <TextInput
                id={valueId(field)}
                label={`${label} for all rows`}
                width="20"
                error={errorAt(valueId(field))}
                value={origin.value}
                onChange={(value) => onChange(field, { kind: "VALUE", value })}
              />
            ) : null}
            {sample ? <p className="app-mapping__sample">In the file: {sample}</p> : null}
          </div>
        );
      })}
    </div>
  );
};
