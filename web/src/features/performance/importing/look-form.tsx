import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { FORMATS } from "./fields.ts";
import type { FileColumns, Mapping } from "./types.ts";

interface LookFormProps {
  file: FileColumns;
  mapping: Mapping;
  errors: readonly FieldError[];
}

/** Where in the file the figures stand. Another answer is another look at the file, and so another address. */
export const LookForm = ({ file, mapping, errors }: LookFormProps) => {
  const [search, setSearch] = useSearchParams();
  const [sheet, setSheet] = useState(mapping.sheet ?? "");
  const [headerRow, setHeaderRow] = useState(String(mapping.headerRow));
  const [format, setFormat] = useState<string>(mapping.format);
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = new URLSearchParams(search);
    // Each sheet has its headers in a row of its own: that is found anew.
    const sameSheet = sheet === (mapping.sheet ?? "");
    const look = { sheet, format, headerRow: sameSheet ? headerRow : "" };
    for (const [name, value] of Object.entries(look)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    setSearch(next);
  };
  return (
    <form onSubmit={submit}>
      {file.sheets.length > 1 ? (
        <Select
          id="sheet"
          label="Sheet"
          error={errorAt("sheet")}
          options={file.sheets.map(({ name, rows }) => ({
            value: name ?? "",
            label: `${name} (${rows.toLocaleString("en-GB")} rows)`,
          }))}
          value={sheet}
          onChange={setSheet}
        />
      ) : null}
      <TextInput
        id="header-row"
        label="Row with the headers"
        hint="Counted from 1, as a spreadsheet does"
        width="10"
        error={errorAt("header-row")}
        value={headerRow}
        onChange={setHeaderRow}
      />
      <Radios
        id="format"
        legend="How rows make figures"
        legendSize="s"
        small
        options={FORMATS}
        value={format}
        onChange={setFormat}
      />
      <Button variant="secondary">Look at the file again</Button>
    </form>
  );
};
