import { type FormEvent, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Details } from "../../../ui/details.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Fieldset } from "../../../ui/form-group.tsx";
import { fieldsOf } from "./fields.ts";
import { contestedOf, mappingInput, NOT_USED, type Origin, originsOf } from "./mapping.ts";
import { MappingRows } from "./mapping-rows.tsx";
import type { FileColumns, ImportField, Mapping, MappingInput } from "./types.ts";

interface MappingFormProps {
  file: FileColumns;
  /** What the form opens with. */
  mapping: Mapping;
  errors: readonly FieldError[];
  busy: boolean;
  onCheck: (mapping: MappingInput) => void;
}

/** What was recognised stands first; the rest is folded away until somebody needs it. */
export const MappingForm = ({ file, mapping, errors, busy, onCheck }: MappingFormProps) => {
  const [origins, setOrigins] = useState(() => originsOf(mapping));
  const [unknownMetrics, setUnknownMetrics] = useState(mapping.leaveOutUnknownMetrics);
  const [unknownOrganisations, setUnknownOrganisations] = useState(mapping.leaveOutUnknownOrganisations);
  const [opening] = useState(origins);
  const fields = fieldsOf(mapping.format);
  const contested = contestedOf(file, mapping.format);
  const stands = ({ field, required }: (typeof fields)[number]) =>
    required || contested[field] !== undefined || (opening[field] ?? NOT_USED).kind !== "NONE";
  const first = fields.filter(stands);
  const rest = fields.filter((field) => !stands(field));
  const change = (field: ImportField, origin: Origin) => setOrigins({ ...origins, [field]: origin });
  const rows = { file, headerRow: mapping.headerRow, origins, contested, errors, onChange: change };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCheck(
      mappingInput(mapping, {
        origins,
        leaveOutUnknownMetrics: unknownMetrics,
        leaveOutUnknownOrganisations: unknownOrganisations,
      }),
    );
  };
  const hidden = rest.some(({ field }) => errors.some((error) => error.field?.endsWith(`-${field}`)));
  return (
    <form onSubmit={submit} noValidate>
      <h2 className="govuk-heading-m">Columns</h2>
      <MappingRows {...rows} fields={first} />
      {rest.length > 0 ? (
        <Details summary={`What this file does not seem to hold (${rest.length})`} open={hidden || undefined}>
          <MappingRows {...rows} fields={rest} />
        </Details>
      ) : null}
      <Fieldset legend="Rows that are about something else" size="m">
        <Checkbox
          id="unknown-metrics"
          small
          label="Leave out rows of measures that are not known here"
          checked={unknownMetrics}
          onChange={setUnknownMetrics}
        />
        <Checkbox
          id="unknown-organisations"
          small
          label="Leave out rows of organisations that are not known here"
          checked={unknownOrganisations}
          onChange={setUnknownOrganisations}
        />
      </Fieldset>
      <Button busy={busy}>Check every row</Button>
    </form>
  );
};
