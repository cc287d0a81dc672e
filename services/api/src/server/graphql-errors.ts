import { randomInt } from "node:crypto";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { describeError, withoutPrivateText } from "./describe-error.ts";
import { TOKEN_MESSAGE } from "./graphql-limits.ts";

/** Errors that were made to be read by whoever sent the query. Everything else is unknown and says nothing. */
const MEANT_FOR_CLIENTS: readonly string[] = [
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "LIMIT_EXCEEDED",
  "NOT_FOUND",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "UNAUTHENTICATED",
];

/** Messages of the libraries that say a limit in their own way. */
const IN_OUR_WORDS: readonly [RegExp, string][] = [
  [/Document contains more that \d+ tokens/, TOKEN_MESSAGE],
  [/^Validation aborted\.$/, "This query repeats the same fields too often. Write each of them once."],
  [/^Schema is not configured/, "This API has no operations of this kind."],
  [/^ID: /, "This id was not given by this API, or names something of another kind."],
  [/^Operation batching disabled/, "Send one operation in each request: several in one are not taken."],
];

/** Letters and digits that can be read out over the telephone. */
const READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new reference, such as "K7QM-2T9X-BH4R", which joins an answer to its line in the log. */
const newReference = (): string =>
  [0, 1, 2]
    .map(() => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join(""))
    .join("-");

export const opaqueMessage = (reference: string): string =>
  `Something went wrong. Quote this reference: ${reference}`;

/** Remembers which reference an error was logged under. */
const references = new WeakMap<object, string>();

interface CodedError {
  message: string;
  extensions?: Record<string, unknown> | undefined;
}

/**
 * Messages of the libraries about input that carry no code: an argument left empty by a variable, an id of another type,
 * a kind of operation that there is none of.
 */
const UNCODED_BAD_INPUT = [
  /^Argument "\w+" (\(or its default\) )?(of|has)/,
  /^Schema is not configured to execute \w+ operation\.$/,
  /^ID: [\s\S]* is not of type: [\w, ]+$/,
];

/** The code that the client is told; null for an error that says nothing. */
export const publicCode = ({ message, extensions }: CodedError): string | null => {
  const code = extensions?.code;
  if (typeof code === "string" && MEANT_FOR_CLIENTS.includes(code)) return code;
  return UNCODED_BAD_INPUT.some((pattern) => pattern.test(message)) ? "BAD_USER_INPUT" : null;
};

/** Logs an unknown error once, whole, and returns its reference. */
export const referTo = (error: unknown, logger: Logger, detail: Record<string, unknown> = {}): string => {
  const key = typeof error === "object" && error !== null ? error : {};
  const known = references.get(key);
  if (known) return known;
  const reference = newReference();
  references.set(key, reference);
  const { originalError } = key as { originalError?: unknown };
  logger.error({ reference, ...detail, error: describeError(originalError ?? error) }, "unexpected error");
  return reference;
};

/** The one place that decides what a client learns of an error. */
export const createFormatError =
  (logger: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, locations, path, extensions } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const code = publicCode({ message, extensions });
    if (code !== null) {
      const words = IN_OUR_WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? message;
      return { message: words, ...place, extensions: { code } };
    }
    const reference = referTo(error, logger, path ? { path: withoutPrivateText(path.join(".")) } : {});
    return { message: opaqueMessage(reference), ...place, extensions: { code: "INTERNAL", reference } };
  };
