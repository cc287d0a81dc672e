import { GraphQLError, Kind } from "graphql";
import { builder } from "./builder.ts";

/** Years are 1000 to 2999: Postgres has no year 0, and no year of five figures is meant. */
const DATE = /^[12]\d{3}-\d{2}-\d{2}$/;
const INSTANT = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DECIMAL = /^-?\d{1,30}(\.\d{1,15})?$/;

const isRealDate = (text: string): boolean => {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10));
};

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
};

const asDate = (value: unknown): string =>
  typeof value === "string" && DATE.test(value) && isRealDate(value)
    ? value
    : refuse('A Date is a real calendar date such as "2019-11-15".');

/** Whether a text is an instant as the API takes one: addresses of downloads carry them too. */
export const isInstant = (text: string): boolean =>
  INSTANT.test(text) && isRealDate(text) && !Number.isNaN(Date.parse(text));

const asInstant = (value: unknown): string =>
  typeof value === "string" && isInstant(value)
    ? value
    : refuse('A DateTime is an instant with its offset, such as "2020-01-20T18:00:00Z".');

const asDecimal = (value: unknown): string =>
  typeof value === "string" && DECIMAL.test(value)
    ? value
    : refuse('A Decimal is an exact number written as a string, such as "11.0".');

/** "2020-01-20 00:00:00.5+00" as Postgres writes it, or with T and Z. */
const IN_UTC = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:\+00(?::00)?|Z)$/;

/** Postgres writes "2020-01-20 00:00:00+00"; the API writes ISO 8601. A date object for each of many figures would be dear. */
const writeInstant = (value: unknown): string => {
  const [, day, time, fraction = ""] = IN_UTC.exec(String(value)) ?? [];
  return day === undefined
    ? new Date(String(value)).toISOString()
    : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
};

const scalars = {
  Date: {
    description: 'An ISO 8601 calendar date: "2019-11-15".',
    parse: asDate,
    serialize: (value: unknown) => String(value).slice(0, 10),
  },
  DateTime: {
    description: 'An ISO 8601 instant with offset: "2020-01-20T00:00:00.000Z".',
    parse: asInstant,
    serialize: writeInstant,
  },
  Decimal: {
    description: 'An exact decimal as a string. "11.0" keeps its printed precision; it is never a float.',
    parse: asDecimal,
    serialize: String,
  },
} as const;

for (const name of ["Date", "DateTime", "Decimal"] as const) {
  const { description, parse, serialize } = scalars[name];
  builder.scalarType(name, {
    description,
    parseValue: parse,
    serialize,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}
