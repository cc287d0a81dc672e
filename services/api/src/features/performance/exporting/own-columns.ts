import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { OWN_COLUMNS, OWN_FIELDS, type OwnField } from "@due-regard/domain/metrics/import/own-format";
import type { Column } from "./sheet.ts";

/** A figure with the codes that its file names it by. */
export interface FigureRow {
  figure: ObservationRow;
  metricCode: string;
  organisationCode: string;
}

/** Every cell is text, in spreadsheets too: a number would lose the digit that tells 11.0 from 11. */
const CELLS: Record<OwnField, (row: FigureRow) => string | null> = {
  METRIC: ({ metricCode }) => metricCode,
  ORGANISATION: ({ organisationCode }) => organisationCode,
  PERIOD: ({ figure }) => figure.period,
  STATUS: ({ figure }) => figure.status,
  VALUE: ({ figure }) => figure.value,
  UNIT: ({ figure }) => figure.unit,
  NUMERATOR: ({ figure }) => figure.numerator,
  DENOMINATOR: ({ figure }) => figure.denominator,
  COUNT: ({ figure }) => figure.count,
  COUNT_OF: ({ figure }) => figure.countOf,
  NO_VALUE_REASON: ({ figure }) => figure.noValueReason,
  EXPECTED_ON: ({ figure }) => figure.expectedOn,
  NOTE: ({ figure }) => figure.note,
  BREAKDOWN_CHARACTERISTIC: ({ figure }) => figure.breakdownCharacteristic ?? null,
  BREAKDOWN_CATEGORY: ({ figure }) => figure.breakdownCategory ?? null,
  PRINTED: ({ figure }) => figure.display,
  DOUBTS: ({ figure }) => figure.doubts.join("\n"),
};

const WIDE: Partial<Record<OwnField, number>> = { NOTE: 40, PRINTED: 28, DOUBTS: 40, EXPECTED_ON: 18 };

/** Our own format, which the import reads (domain/metrics/import/own-format.ts). */
export const ownColumns: readonly Column<FigureRow>[] = OWN_FIELDS.map((field) => ({
  header: OWN_COLUMNS[field].header,
  means: OWN_COLUMNS[field].means,
  width: WIDE[field] ?? 16,
  cell: CELLS[field],
}));
