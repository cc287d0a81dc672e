import type { ProblemKind, ProblemWeight } from "@due-regard/domain/metrics/import/problems";
import type * as words from "@due-regard/domain/metrics/import/vocabulary";
import { describedEnum } from "../../../schema/described-enum.ts";

export const MetricImportStateEnum = describedEnum<words.ImportState>(
  "MetricImportState",
  "Where an import stands. READING, CHECKING, COMMITTING and UNDOING are under way: `progress` says how far.",
  {
    READING: "Its rows are being read.",
    UPLOADED: "Its rows are here. Check them next.",
    CHECKING: "Its rows are being checked.",
    CHECKED: "Its rows were checked; nothing is recorded yet.",
    COMMITTING: "Its figures are being recorded.",
    COMMITTED: "Its figures are recorded.",
    UNDOING: "It is being undone.",
    UNDONE: "It was recorded and undone. Both stay in the history.",
    FAILED: "It could not be read, or was cut off; `failure` says why. Nothing of it is kept.",
    EXPIRED: "It was never recorded, and its rows were thrown away after some days.",
  },
);

export const ImportFileTypeEnum = describedEnum<words.ImportFileType>(
  "ImportFileType",
  "What sort of file it is, by its content.",
  { CSV: "Text with separators.", XLSX: "An Excel workbook." },
);

export const ImportFormatEnum = describedEnum<words.ImportFormat>(
  "ImportFormat",
  "How the rows of a file make figures.",
  {
    OWN: "Our own format: one row a figure. docs/api.md lists its columns.",
    ASCOF:
      "The long format of the national ASCOF files: numerator, denominator and outcome in rows of their own.",
  },
);

export const ImportOutcomeEnum = describedEnum<words.ImportOutcome>(
  "ImportOutcome",
  "What recording a figure does.",
  {
    NEW: "There is no such figure yet.",
    REVISED: "It supersedes the figure in force.",
    SAME: "The figure in force says the same, so nothing happens.",
  },
);

export const ImportProblemWeightEnum = describedEnum<ProblemWeight>(
  "ImportProblemWeight",
  "How much a problem matters.",
  {
    BLOCKS: "The row can't be recorded.",
    WARNS: "The row can be recorded; look at it first.",
  },
);

export const ImportProblemKindEnum = describedEnum<ProblemKind>(
  "ImportProblemKind",
  "What sort of problem a row has.",
  {
    MISSING_CELL: "A cell that every row must have is blank.",
    UNKNOWN_METRIC: "The metric is not among those defined here.",
    UNKNOWN_ORGANISATION: "The organisation is not known here.",
    OUT_OF_REACH: "Your role does not reach as far as this organisation.",
    UNREADABLE_PERIOD: "The period can't be read.",
    UNREADABLE_VALUE: "The figure can't be read, and is not guessed.",
    UNREADABLE_WORD: "A status, unit, reason or characteristic is none of those that there are.",
    WRONG_UNIT: "The cell prints another unit than the figure has.",
    BREAKS_RULE: "No figure may be so: a value and a reason for none, a numerator above its denominator …",
    TOO_LONG: "The text is longer than may be kept.",
    TOO_WIDE: "The row has more cells than the header: it may have slipped.",
    DUPLICATE: "Another row is about the same figure.",
    NO_OUTCOME: "Numerator or denominator stand without the outcome that they belong to.",
    CONFLICT: "Somebody recorded another figure after the check.",
    LOOK_ALIKE: "A code holds letters of another alphabet, and was read with ours.",
    DOUBT: "A careful reader would ask about it. The doubt is kept with the figure.",
    PRINTED_DIFFERS: "The printed cell says another thing than the value.",
    OTHER_UNIT: "The figure is in another unit than the metric now is.",
    REVISED_SINCE:
      "The figure was revised after the version that the row holds: recording it takes that back.",
    UNREADABLE_INSTANT: "When the version was recorded can't be read.",
    UNKNOWN_GROUP: "The group is of no protected characteristic that can be told; the row is left out.",
  },
);

export const ImportFieldEnum = describedEnum<words.ImportField>(
  "ImportField",
  "What a column can hold. The first twenty belong to our own format, the rest to the national files.",
  {
    METRIC: "Stable code of the metric.",
    ORGANISATION: "ONS code of the organisation.",
    PERIOD: "Period code. For a national file, a value for all rows may say its year.",
    STATUS: "What sort of figure it is.",
    VALUE: "The value, or a printed cell.",
    UNIT: "The figure's own unit.",
    NUMERATOR: "Numerator.",
    DENOMINATOR: "Denominator.",
    COUNT: "A count beside a rate.",
    COUNT_OF: "What the count counts.",
    NO_VALUE_REASON: "Why there is no value.",
    EXPECTED_ON: "When results are due.",
    NOTE: "What a reader should know.",
    BREAKDOWN_CHARACTERISTIC: "Protected characteristic of a figure about one group.",
    BREAKDOWN_CATEGORY: "The group.",
    PRINTED: "The figure as its paper prints it.",
    DOUBTS: "Doubts, one a line.",
    FORECAST_METHOD: "How a forecast was made.",
    FORECAST_BASIS: "What a forecast rests on.",
    RECORDED_AT: "When the version was recorded, as a download says it. It is compared, and not recorded.",
    ONS_CODE: "ONS code of the area.",
    GEOGRAPHY_CODE: "The file's own code of the area; used where it is an ONS code.",
    GEOGRAPHY_NAME: "Name of the area; used where it has no ONS code and is just an organisation's name.",
    GEOGRAPHY_LEVEL: "National, regional, council.",
    MEASURE_CODE: "Code of the measure, perhaps with its group: 1C1A1864.",
    MEASURE_GROUP: "Code of the measure without its group: 1C1A.",
    DISAGGREGATION: "Whom the figure is about: Total, Female, 18 to 64.",
    MEASURE_TYPE: "Numerator, denominator or outcome.",
    MEASURE_VALUE: "The number, or a mark such as [c] where there is none.",
    YEAR: "The financial year.",
  },
);
