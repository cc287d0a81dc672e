import type { ResultOf, VariablesOf } from "gql.tada";
import type { ColumnsQuery, ImportMutation, ImportQuery, ImportsQuery, UndoQuery } from "./queries.ts";

export type Listed = ResultOf<typeof ImportsQuery>["metricImports"]["edges"][number]["node"];
export type FoundImport = NonNullable<ResultOf<typeof ImportQuery>["metricImport"]>;
export type FileColumns = NonNullable<ResultOf<typeof ColumnsQuery>["metricImport"]>;
export type ImportToUndo = NonNullable<ResultOf<typeof UndoQuery>["metricImport"]>;
export type ImportState = Listed["state"];
export type Counts = NonNullable<Listed["counts"]>;
export type RowProblem = FoundImport["problems"]["edges"][number]["node"];
export type Change = FoundImport["changes"]["edges"][number]["node"];
export type Mapping = NonNullable<FileColumns["suggestedMapping"]>;
export type MappingInput = NonNullable<VariablesOf<typeof ImportMutation>["input"]["mapping"]>;
export type ImportField = Mapping["columns"][number]["field"];
export type ImportFormat = Mapping["format"];
