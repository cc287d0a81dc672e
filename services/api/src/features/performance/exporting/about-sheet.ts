import type { Column, Sheet, SheetRow } from "../../../downloads/sheet.ts";
import type { SourceRow } from "../../organisations/organisation.graphql.ts";
import { dayWords } from "./words.ts";

/** What a file is, for whoever finds it in a year's time. */
export interface About {
  title: string;
  /** Lines of “what” and “about it”. */
  facts: readonly (readonly [name: string, words: string])[];
  sources: ReadonlyMap<string, SourceRow>;
  keys: readonly { sheet: string; columns: readonly Pick<Column<never>, "header" | "means">[] }[];
}

/** About re-use: the software knows the papers, and not on which terms each was published. */
const REUSE =
  "Re-use is on the terms of whoever published each paper above. UK public bodies mostly publish under the Open Government Licence: check with them. Figures entered by hand belong to the organisation.";

const body = (...cells: string[]): SheetRow => ({ style: "BODY", cells });
const heading = (words: string): SheetRow => ({ style: "HEADING", cells: [words] });

const sourceWords = ({ authority, committee, meetingDate }: SourceRow): string =>
  [authority, committee, meetingDate === null ? null : dayWords(meetingDate)]
    .filter((words) => words !== null)
    .join(", ");

export const aboutSheet = ({ title, facts, sources, keys }: About): Sheet => ({
  name: "About",
  widths: [34, 90],
  headerRow: null,
  landscape: false,
  rows: [
    { style: "TITLE", cells: [title] },
    ...facts.map(([name, words]) => body(name, words)),
    heading("Sources"),
    ...[...sources.values()].map((source) => body(source.title, sourceWords(source))),
    body("Re-use", REUSE),
    ...keys.flatMap(({ sheet, columns }) => [
      heading(`Columns of the sheet ${sheet}`),
      ...columns.map(({ header, means }) => body(header, means)),
    ]),
  ],
});
