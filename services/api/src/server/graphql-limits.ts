import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { ApiContext } from "../context.ts";
import { LIMITS } from "./limits.ts";

const inWords = new Intl.NumberFormat("en-GB");
const OFF = { enabled: false } as const;
const ALL_OFF = {
  // Apollo's own options do these two: they answer 400, where the armour's own would answer 500 or mask too little.
  blockFieldSuggestion: OFF,
  maxTokens: OFF,
  costLimit: OFF,
  maxAliases: OFF,
  maxDepth: OFF,
  maxDirectives: OFF,
};

/** Reports the limit in our own words, as a problem of validation: the answer is 400 and nothing has run. */
const refuseWith = (message: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null) =>
      context?.reportError(new GraphQLError(message, { extensions: { code: "LIMIT_EXCEEDED" } })),
  ],
});

export const TOKEN_MESSAGE = `This query is too long: at most ${inWords.format(LIMITS.tokens)} words and signs are read. Ask in several requests.`;

/** Limits that a document's shape shows, for each operation in it. */
export const shapeRules = (): ValidationRule[] =>
  new ApolloArmor({
    ...ALL_OFF,
    maxDepth: {
      n: LIMITS.depth,
      flattenFragments: true,
      ...refuseWith(
        `This query is nested too deeply: at most ${LIMITS.depth} levels. Ask for what lies deeper on its own.`,
      ),
    },
    maxAliases: {
      n: LIMITS.aliases,
      ...refuseWith(
        `This query renames too many fields: at most ${LIMITS.aliases} aliases. Ask in several requests.`,
      ),
    },
    maxDirectives: {
      n: LIMITS.directives,
      ...refuseWith(`This query has too many directives: at most ${LIMITS.directives}.`),
    },
  }).protect().validationRules;

const costRules = (): ValidationRule[] =>
  new ApolloArmor({
    ...ALL_OFF,
    costLimit: {
      maxCost: LIMITS.cost,
      objectCost: 1,
      scalarCost: 1,
      // One for each value that may come back, so that the limit can be said in words.
      depthCostFactor: 1,
      flattenFragments: true,
      ...refuseWith(
        `This query asks for too much at once: at most ${inWords.format(LIMITS.cost)} values, counting every page at its full size. Ask for smaller pages or fewer fields.`,
      ),
    },
  }).protect().validationRules;

/**
 * Judges what the operation that will really run may cost: page sizes given as variables count as what they are, and pages
 * without a size as the default. The armour alone sees only sizes written into the document. Null: it may run.
 */
export const createCostJudge = (schema: GraphQLSchema) => {
  const rules = costRules();
  // The documents themselves are Apollo's to keep; what is known of one goes when it goes.
  const judged = new WeakMap<DocumentNode, Map<string, GraphQLError | null>>();
  return (document: DocumentNode, variables: Record<string, unknown>): GraphQLError | null => {
    const known = judged.get(document) ?? new Map<string, GraphQLError | null>();
    judged.set(document, known);
    const key = sizesAmong(document, variables);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST_JUDGED) known.clear();
    const [problem = null] = validate(schema, withPageSizes(schema, document, variables), rules);
    known.set(key, problem);
    return problem;
  };
};

export const costLimitPlugin = (schema: GraphQLSchema): ApolloServerPlugin<ApiContext> => {
  const judge = createCostJudge(schema);
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, request }) => {
        const problem = judge(document, request.variables ?? {});
        if (problem)
          throw new GraphQLError(problem.message, {
            extensions: { code: "LIMIT_EXCEEDED", http: { status: 400 } },
          });
      },
    }),
  };
};

/** Page sizes under which one document is remembered: pages of a few sizes, not whatever somebody sends. */
const MOST_JUDGED = 20;

/** Numbers among the variables that a document declares: page sizes are among them, and nothing else changes its cost. */
const sizesAmong = (document: DocumentNode, variables: Record<string, unknown>): string =>
  JSON.stringify(
    document.definitions
      .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
      .flatMap(({ variableDefinitions = [] }) => variableDefinitions)
      .map(({ variable }) => variables[variable.name.value])
      .map((value) => (typeof value === "number" ? value : null)),
  );

/** The document with every page size as a plain number in `first`, for the cost rule alone. */
const withPageSizes = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): DocumentNode => {
  const typeInfo = new TypeInfo(schema);
  const known = { ...variableDefaults(document), ...variables };
  const sizeField = (node: FieldNode): FieldNode | undefined => {
    const pages = (typeInfo.getFieldDef()?.args ?? []).filter(isPageSize);
    return pages.length > 0 ? withFirst(node, pageSizeOf(node, pages, known)) : undefined;
  };
  return visit(document, visitWithTypeInfo(typeInfo, { Field: sizeField }));
};

const isPageSize = ({ name }: GraphQLArgument): boolean => name === "first" || name === "last";

const pageSizeOf = (
  node: FieldNode,
  pages: readonly GraphQLArgument[],
  variables: Record<string, unknown>,
): number => {
  const asked = (node.arguments ?? [])
    .filter(({ name }) => pages.some((page) => page.name === name.value))
    .map(({ value }) => numberOf(value, variables));
  const standard = pages.map(({ defaultValue }) => defaultValue);
  const sizes = [...asked, ...standard].filter((size) => typeof size === "number");
  return sizes.length > 0 ? Math.max(...sizes) : LIMITS.defaultPage;
};

const numberOf = (value: ValueNode, variables: Record<string, unknown>): unknown => {
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.VARIABLE ? variables[value.name.value] : null;
};

const variableDefaults = (document: DocumentNode): Record<string, unknown> => {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const definitions = operations.flatMap((operation) => operation.variableDefinitions ?? []);
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
};

const withFirst = (node: FieldNode, size: number): FieldNode => ({
  ...node,
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: "first" },
      value: { kind: Kind.INT, value: String(Math.max(0, Math.trunc(size))) },
    },
  ],
});
