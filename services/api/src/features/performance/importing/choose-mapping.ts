import type { Executor } from "@due-regard/database/connection";
import { checkMapping } from "@due-regard/domain/metrics/import/check-mapping";
import type { ImportField, ImportFormat, ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import type { Maybe } from "../../../schema/maybe.ts";
import type { ImportRecord } from "./load-imports.ts";
import { contestedIn, defaultSheet, suggestFor } from "./suggest-for-import.ts";

export interface ImportMappingInput {
  format: ImportFormat;
  sheet?: Maybe<string>;
  headerRow: number;
  columns: { field: ImportField; column: number }[];
  constants?: Maybe<{ field: ImportField; value: string }[]>;
  leaveOutUnknownMetrics?: Maybe<boolean>;
  leaveOutUnknownOrganisations?: Maybe<boolean>;
}

/** The mapping that is sent, else the one of the last check, else what the headers say for certain; held against the file. */
export const chooseMapping = async (
  db: Executor,
  record: ImportRecord,
  input: ImportMappingInput | null,
): Promise<Result<ImportMapping>> => {
  if (input === null)
    return record.mapping === null
      ? await mappingFromHeaders(db, record, await suggestFor(db, record, {}))
      : checkMappingOf(record, record.mapping);
  const twice = givenTwice(input);
  return twice.length > 0 ? invalid(twice) : checkMappingOf(record, mappingOf(record, input));
};

/** A suggestion that nobody looks at before it is used: what it leaves open is a problem. */
export const mappingFromHeaders = async (
  db: Executor,
  record: ImportRecord,
  suggested: ImportMapping | null,
): Promise<Result<ImportMapping>> => {
  const contested = await contestedIn(db, record, suggested);
  return contested.length > 0 ? invalid(contested, UNUSABLE) : checkMappingOf(record, suggested);
};

const UNUSABLE = "The columns can’t be used so";

/** The mapping, if the file can be read by it. Null: there are no rows to read. */
export const checkMappingOf = (
  { sheets }: ImportRecord,
  mapping: ImportMapping | null,
): Result<ImportMapping> => {
  if (mapping === null)
    return invalid([{ path: "import", message: "The rows of this import are gone. Send the file again." }]);
  const problems = checkMapping(mapping, sheets);
  return problems.length > 0 ? invalid(problems, UNUSABLE) : ok(mapping);
};

/** Whether a check by one mapping holds for the other. */
export const isSameMapping = (left: ImportMapping | null, right: ImportMapping): boolean =>
  left !== null && hashContent({ ...left }) === hashContent({ ...right });

const mappingOf = (record: ImportRecord, input: ImportMappingInput): ImportMapping => ({
  format: input.format,
  sheet: input.sheet ?? defaultSheet(record),
  headerRow: input.headerRow,
  columns: Object.fromEntries(input.columns.map(({ field, column }) => [field, column])),
  constants: Object.fromEntries((input.constants ?? []).map(({ field, value }) => [field, value])),
  leaveOutUnknownMetrics: input.leaveOutUnknownMetrics ?? false,
  leaveOutUnknownOrganisations: input.leaveOutUnknownOrganisations ?? false,
});

const givenTwice = ({ columns, constants }: ImportMappingInput): Problem[] => {
  const lists = { columns, constants: constants ?? [] };
  return Object.entries(lists).flatMap(([name, list]) => {
    const fields = list.map(({ field }) => field);
    return fields
      .filter((field, index) => fields.indexOf(field) !== index)
      .map((field) => ({ path: `mapping.${name}.${field}`, message: `${field} is given twice.` }));
  });
};
