import { getNamedType, isUnionType } from "graphql";
import { schema } from "../schema.ts";
import { selectEverything } from "./select-everything.ts";

/** Mutations as texts, so that tests can send any of them without knowing it. */

const partsOf = (mutation: string) => {
  const field = schema.getMutationType()?.getFields()[mutation];
  const union = field && getNamedType(field.type);
  if (!isUnionType(union)) throw new Error(`There is no mutation ${mutation}`);
  return {
    input: field?.args.map(({ type }) => String(type)).join(""),
    answers: union.getTypes().map(({ name }) => name),
  };
};

/** The text of a mutation that asks for everything that any of its answers could show. */
export const writeText = (mutation: string): string => {
  const { input, answers } = partsOf(mutation);
  const shown = answers.map((name) => `... on ${name} ${selectEverything(name)}`);
  return `mutation ($input: ${input}) { ${mutation}(input: $input) { __typename ${shown.join(" ")} } }`;
};

const FAILURES = ["Conflict", "NotAllowed", "NotFound", "ValidationError"];

/** Several mutations in one request, as w0, w1 …: of failures everything is asked for, of successes only a title. */
export const writeMany = (writes: readonly { mutation: string; input: object }[]) => {
  const fields = writes.map(({ mutation }, index) => {
    const [success] = partsOf(mutation).answers.filter((name) => !FAILURES.includes(name));
    const shown = `__typename ...F0 ...F1 ...F2 ...F3 ... on ${success} { assessment { title } }`;
    return `w${index}: ${mutation}(input: $w${index}) { ${shown} }`;
  });
  const fragments = FAILURES.map((name, index) => `fragment F${index} on ${name} ${selectEverything(name)}`);
  const inputs = writes.map(({ mutation }, index) => `$w${index}: ${partsOf(mutation).input}`);
  return {
    text: `mutation (${inputs.join(", ")}) { ${fields.join("\n")} } ${fragments.join("\n")}`,
    variables: Object.fromEntries(writes.map(({ input }, index) => [`w${index}`, input])),
  };
};
