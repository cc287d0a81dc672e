import fc from "fast-check";
import { expect, it } from "vitest";
import { PROTECTED_CHARACTERISTICS } from "../../ehria/vocabulary.ts";
import { periodOf } from "../period.ts";
import { FORECAST_METHODS, NO_VALUE_REASONS, UNITS } from "../vocabulary.ts";
import { checkReading } from "./figure-reading.ts";
import { OWN_COLUMNS, OWN_FIELDS, plainHeader } from "./own-format.ts";
import { readOwnRow } from "./read-own-row.ts";
import { columnsNamed, contestedFields, contestingColumns } from "./suggest-mapping.ts";
import { mappingOf, SAMPLE_NAMES } from "./testing/sample-names.ts";
import { type FigureToWrite, OWN_HEADERS, writeOwnRow } from "./write-own-row.ts";

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 5 }), fc.boolean())
  .map(([digits, places, negative]) => {
    const text = String(digits).padStart(places + 1, "0");
    const whole = text.slice(0, text.length - places);
    return `${negative ? "-" : ""}${whole}${places > 0 ? `.${text.slice(-places)}` : ""}`;
  });
/** Words as they are kept: ends trimmed, and anything within, formulas and line breaks too. */
const words = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ maxLength }),
      fc.constantFrom("=1+1", "-5", "'=x", "+44 116", "@here", 'a, "b"; c', "two\nlines", "'tis"),
    )
    .map((text) => text.trim())
    .filter((text) => text !== "" && !text.includes("\u0000"));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const observation: fc.Arbitrary<FigureToWrite> = fc
  .record({
    metric: fc.constantFrom("1C pt 1a", "visits", "spend", "2A pt 1"),
    organisation: fc.constantFrom("E10000018", "E92000001"),
    period: fc.constantFrom(
      "2019-20",
      "2019-20-Q3",
      "2019-11",
      "2019-04/2019-11",
      "AY2017-18",
      "2010-11/2010-11",
      "2017-12-31",
    ),
    status: fc.constantFrom("ACTUAL", "PROVISIONAL", "ESTIMATE", "FORECAST", "NOT_AVAILABLE"),
    value: maybe(amount),
    numerator: maybe(amount),
    denominator: maybe(amount),
    count: maybe(amount),
    countOf: maybe(words(100)),
    noValueReason: maybe(fc.constantFrom(...NO_VALUE_REASONS)),
    expectedOn: maybe(words(100)),
    note: maybe(words(300)),
    unit: fc.constantFrom(...UNITS),
    breakdown: maybe(
      fc.record({ characteristic: fc.constantFrom(...PROTECTED_CHARACTERISTICS), category: words(100) }),
    ),
    display: words(300),
    forecast: maybe(
      fc.record({ forecastMethod: fc.constantFrom(...FORECAST_METHODS), forecastBasis: words(200) }),
    ),
    doubts: fc.array(
      words(80)
        .map((doubt) => doubt.replace(/\s*[\r\n]+\s*/g, " ").trim())
        .filter((doubt) => doubt !== ""),
      { maxLength: 3 },
    ),
  })
  .map(({ forecast, ...figure }) => ({
    ...figure,
    forecastMethod: null,
    forecastBasis: null,
    ...(figure.status === "FORECAST" ? forecast : null),
  }));

it("reads back whatever observation it wrote", () => {
  const mapping = mappingOf(OWN_HEADERS, "OWN");
  // A row says that there is a value or why there is none; any other would be refused.
  const sensible = observation.filter(
    ({ value, noValueReason }) => (value === null) !== (noValueReason === null),
  );
  fc.assert(
    fc.property(sensible, (written) => {
      const { reading, problems } = readOwnRow(2, writeOwnRow(written), mapping, SAMPLE_NAMES);
      expect(problems.filter(({ kind }) => kind !== "PRINTED_DIFFERS")).toEqual([]);
      if (reading === null) throw new Error("It was not read");
      const { draft, metric, organisation, unit, printed, doubts, forecast } = reading;
      const { period, ...figure } = draft;
      const read = {
        ...figure,
        metric: metric.code,
        organisation: organisation.code,
        period: period.code,
        unit,
      };
      const made = { forecastMethod: forecast?.method ?? null, forecastBasis: forecast?.basis ?? null };
      expect({ ...read, ...made, display: printed, doubts }).toEqual({
        ...written,
        period: periodOf(written.period).code,
      });
    }),
    { numRuns: 2_000 },
  );
});

it("makes no revision of a figure that comes back", () => {
  const mapping = mappingOf(OWN_HEADERS, "OWN");
  const sensible = observation.filter(
    ({ value, noValueReason }) => (value === null) !== (noValueReason === null),
  );
  fc.assert(
    fc.property(sensible, (written) => {
      const { reading } = readOwnRow(2, writeOwnRow(written), mapping, SAMPLE_NAMES);
      const checked = reading && checkReading(reading, { ...written, id: "now" }, "2024-06-01");
      expect(checked).toMatchObject({ outcome: "SAME", problems: [] });
    }),
  );
});

it("knows its own headers, and none twice", () => {
  expect(columnsNamed(OWN_HEADERS, "OWN")).toEqual(
    Object.fromEntries(OWN_FIELDS.map((field, at) => [field, at + 1])),
  );
  const plain = OWN_FIELDS.map((field) => plainHeader(OWN_COLUMNS[field].header));
  expect(new Set(plain).size).toBe(plain.length);
});

it("takes none of several columns that are headed as the same, and names them", () => {
  const headers = ["metric", "Notes", "value", "note", "VALUE", "value "];
  expect(columnsNamed(headers, "OWN")).toEqual({ METRIC: 1 });
  const contested = contestedFields(headers, "OWN");
  expect(contested.map((each) => [each.field, contestingColumns(each)])).toEqual([
    ["NOTE", "Columns 2 and 4"],
    ["VALUE", "Columns 3, 5 and 6"],
  ]);
  expect(contestedFields(OWN_HEADERS, "OWN")).toEqual([]);
});
