import fc, { type GeneratorValue } from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { schema } from "../schema.ts";
import { globalId, RANDOM_ID } from "./policy-actors.ts";

/** Requests that fit the schema and mean harm: made from the schema itself, so that new fields are attacked as well. */

export interface HostileRequest {
  query: string;
  variables: Record<string, unknown>;
}

const TYPES_WITH_IDS = [
  "constructor",
  "__proto__",
  "Assessment",
  "EvidenceLink",
  "EqualityAction",
  "Metric",
  "Observation",
  "Department",
];
const anyId = fc.oneof(
  fc.constantFrom(...TYPES_WITH_IDS, "Nothing", "").map((type) => globalId(type, RANDOM_ID)),
  fc.constantFrom(...TYPES_WITH_IDS).chain((type) => fc.string().map((id) => globalId(type, id))),
  fc.string(),
);

const NASTY = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "'; drop table users; --",
  "\\",
  "%",
  "%%%\\_",
  "$1",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "\u202e",
  "🧨".repeat(50),
  "EHRIA-2019-0001",
  "E10000018",
  "LOCAL-delay",
  "1E",
  "2019-04/2019-11",
  "2019-20",
  "99999-00/00000-99",
  "AY0000-01",
  "0000-13",
  "policy-change",
  "potential-impact.AGE",
  "T2Zmc2V0Q29ubmVjdGlvbjo5OTk5OTk5OTk5OTk5OTk5OTk5OTk=",
  "T2Zmc2V0Q29ubmVjdGlvbjox",
  "x".repeat(20_000),
];
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme-composite", maxLength: 40 }) },
);
const anyInt = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 8, 50, 200, 201, 2_147_483_647, -2_147_483_648),
  fc.integer(),
);
const SCALARS: Record<string, fc.Arbitrary<unknown>> = {
  String: anyText,
  ID: anyId,
  Int: anyInt,
  Float: fc.double(),
  Boolean: fc.boolean(),
  Date: fc.constantFrom(
    "2019-11-15",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2019-02-30",
    "x",
    "-001-01-01",
  ),
  DateTime: fc.constantFrom(
    "2020-01-20T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "2020-01-20T24:00:00Z",
    "2020-01-20T00:00:00+99:99",
    "2020-01-20T00:00:60Z",
    "soon",
  ),
  Decimal: fc.constantFrom("11.0", "-0", `${"9".repeat(30)}.${"9".repeat(15)}`, "1e400", "NaN"),
};
const anyWrong = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, 1e308, -1e308, [], {}, [[]], "", true),
);

/** What lets a request past the first checks: names of arguments and fields, with values that exist. */
const LIKELY: Record<string, readonly string[]> = {
  reference: ["EHRIA-2019-0001"],
  question: [
    "policy-change",
    "target-groups",
    "equality-aims",
    "date-started",
    "policy-name",
    "likely-impact",
  ],
  place: ["policy-change", "potential-impact.AGE", "potential-impact.", "."],
  part: ["a", "aim-1"],
  organisation: ["E10000018"],
  code: ["LOCAL-delay", "1E"],
  period: ["2019-04/2019-11", "2019-20"],
  choice: ["YES", "NO", "UNKNOWN"],
};

/** Most values are right or nearly so, or every request would stop at the first check. */
const valueFor = (g: GeneratorValue, type: GraphQLInputType, name: string): unknown => {
  if (g(fc.integer, { min: 0, max: 60 }) === 0) return g(() => anyWrong);
  if (isNonNullType(type)) return valueFor(g, type.ofType, name);
  const likely = LIKELY[name];
  if (likely && !isEnumType(type) && g(fc.integer, { min: 0, max: 3 }) > 0)
    return g(fc.constantFrom, ...likely);
  if (isListType(type)) {
    const length = g(fc.constantFrom, 1, 1, 1, 2, 0);
    return Array.from({ length }, () => valueFor(g, type.ofType, name));
  }
  if (isEnumType(type)) return g(fc.constantFrom, ...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || g(fc.boolean),
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(g, field.type, field.name)]));
  }
  return g(() => SCALARS[getNamedType(type).name] ?? anyText);
};

interface Draft {
  declared: string[];
  variables: Record<string, unknown>;
}

const argumentsFor = (g: GeneratorValue, draft: Draft, args: readonly GraphQLArgument[]): string => {
  const given = args.filter((arg) => isNonNullType(arg.type) || g(fc.integer, { min: 0, max: 2 }) === 0);
  const texts = given.map((arg) => {
    const name = `v${draft.declared.length}`;
    draft.declared.push(`$${name}: ${arg.type}`);
    draft.variables[name] = valueFor(g, arg.type, arg.name);
    return `${arg.name}: $${name}`;
  });
  return texts.length === 0 ? "" : `(${texts.join(", ")})`;
};

const fieldText = (
  g: GeneratorValue,
  draft: Draft,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string => {
  const args = argumentsFor(g, draft, field.args);
  const type = getNamedType(field.type);
  if (isLeafType(type)) return `${field.name}${args}`;
  const shown = isUnionType(type)
    ? `__typename ${type
        .getTypes()
        .map((each) => `... on ${each.name} { __typename }`)
        .join(" ")}`
    : selectionFor(g, draft, type, depth - 1);
  return `${field.name}${args} { ${shown} }`;
};

const selectionFor = (g: GeneratorValue, draft: Draft, type: unknown, depth: number): string => {
  if (isInterfaceType(type)) {
    const types = schema.getPossibleTypes(type);
    const chosen = types[g(fc.nat, types.length - 1)];
    return `__typename ... on ${chosen?.name} { ${selectionFor(g, draft, chosen, depth)} }`;
  }
  if (!isObjectType(type)) return "__typename";
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 0 || isLeafType(getNamedType(field.type)),
  );
  const chosen = fields.filter(() => g(fc.integer, { min: 0, max: 3 }) === 0).slice(0, 4);
  // An alias for each: two fields of one name with other arguments would not be valid.
  return [
    "__typename",
    ...chosen.map((field, index) => `f${index}: ${fieldText(g, draft, field, depth)}`),
  ].join(" ");
};

const requestFor = (
  g: GeneratorValue,
  kind: "query" | "mutation",
  isTried: (field: string) => boolean,
): HostileRequest => {
  const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
  const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => isTried(name));
  const draft: Draft = { declared: [], variables: {} };
  const field = fields[g(fc.nat, fields.length - 1)] as GraphQLField<unknown, unknown>;
  const text = fieldText(g, draft, field, 4);
  const declared = draft.declared.length === 0 ? "" : `(${draft.declared.join(", ")})`;
  return { query: `${kind} ${declared} { ${text} }`, variables: draft.variables };
};

/** A request that passes validation most of the time, with values that mean harm, to any field of the root or to some. */
export const hostileRequest = (
  kind: "query" | "mutation",
  isTried: (field: string) => boolean = () => true,
): fc.Arbitrary<HostileRequest> => fc.gen().map((g) => requestFor(g, kind, isTried));

const TOKENS = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "!",
  "$",
  ":",
  "=",
  "@",
  "|",
  "&",
  "...",
  "query",
  "mutation",
  "subscription",
  "subscription { a }",
  "fragment",
];
const WORDS = [
  "on",
  "node",
  "id",
  "viewer",
  "assessments",
  "__schema",
  "__type",
  "Assessment",
  "null",
  "true",
  "1e999",
];

/** Text that looks a little like a document. */
export const brokenDocument: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TOKENS, ...WORDS, '"""', '"', "\\u{110000}", "#", "\ufeff"),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(" "));

/** A body that may be JSON, GraphQL, or neither. */
export const rawBody: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary", maxLength: 200 }),
  brokenDocument,
  fc
    .record(
      {
        query: fc.jsonValue(),
        variables: fc.jsonValue(),
        operationName: fc.jsonValue(),
        extensions: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((body) => JSON.stringify(body)),
  fc.constantFrom(
    "[".repeat(100_000),
    '{"query":"'.padEnd(200_000, "{a"),
    '{"__proto__":{"query":"{a}"}}',
    "null",
  ),
);
