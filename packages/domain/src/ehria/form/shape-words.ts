import type { z } from "zod";

/** What is wrong with the shape of a template file, for whoever reads it: the library's own words are for programmers. */

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const NEEDED: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list ([…])",
  object: "an object ({…})",
};

const whatStands = (input: unknown): string => {
  if (input === undefined) return "This is missing";
  if (input === null) return "This is null";
  if (Array.isArray(input)) return "This is a list";
  const names: Record<string, string> = { string: "text", number: "a number", boolean: "true or false" };
  return `This is ${names[typeof input] ?? "an object"}`;
};

const limited = (origin: string, figure: string, word: "at least" | "at most"): string =>
  ({
    string: `Use ${word} ${figure} characters`,
    array: `There must be ${word} ${figure} here`,
  })[origin] ?? `This must be ${word} ${figure}`;

const limitOf = (limit: number | bigint, isInclusive: boolean | undefined, step: 1 | -1): string =>
  (Number(limit) + (isInclusive === false ? step : 0)).toLocaleString("en-GB");

const known = (values: readonly unknown[]): string => values.map(String).join(", ");

/** In one sentence, without its full stop. Undefined: the schema says it itself. */
export const shapeWords = (issue: Issue): string | undefined => {
  switch (issue.code) {
    case "invalid_type":
      return `${whatStands(issue.input)}, and ${NEEDED[issue.expected] ?? issue.expected} belongs here`;
    case "invalid_value":
      return issue.input === undefined
        ? `This is missing. It can be: ${known(issue.values)}`
        : `“${String(issue.input)}” is not known. It can be: ${known(issue.values)}`;
    case "too_small":
      return limited(issue.origin, limitOf(issue.minimum, issue.inclusive, 1), "at least");
    case "too_big":
      return limited(issue.origin, limitOf(issue.maximum, issue.inclusive, -1), "at most");
    case "unrecognized_keys":
      return `There is nothing of this name here: ${known(issue.keys)}`;
    case "invalid_union":
      return "This has none of the shapes that it can have";
    default:
      return undefined;
  }
};
