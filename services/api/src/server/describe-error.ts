/** What the log says of an error. Made to be read by whoever repairs it, and to hold nothing about anybody. */
export interface DescribedError {
  type: string;
  message: string;
  /** Postgres' or the system's code: "23505", "ECONNREFUSED". */
  code?: string;
  /** The constraint that refused a write. */
  constraint?: string;
  /** The statement, without its values. */
  statement?: string;
  /** Where it was thrown. */
  at?: string[];
  cause?: DescribedError;
}

const DEEPEST_CAUSE = 4;
const MOST_FRAMES = 12;
const LONGEST_MESSAGE = 500;

/** Patterns of what must never be logged, wherever it comes from. */
const PRIVATE: readonly [RegExp, string][] = [
  [/[^\s"'<>()=,;:]+@[^\s"'<>()=,;:]+/g, "[email]"],
  [/\bdr_[\w-]{20,}/g, "[token]"],
  [/\b(code|state|id_token_hint|access_token|client_secret)=[^&\s"']+/gi, "$1=[hidden]"],
  [/\bpostgres(ql)?:\/\/\S+/gi, "[database address]"],
];

export const withoutPrivateText = (text: string): string =>
  PRIVATE.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);

/**
 * Describes an error for the log: type, message, code, statement and place, and its causes. Left out on purpose: the
 * values of a statement, Postgres' detail ("Key (email)=(…)") and what a message quotes of bad input.
 */
export const describeError = (error: unknown, depth = 0): DescribedError => {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something that is no Error was thrown" };
  const { code, constraint_name: constraint, query } = error as Error & Record<string, unknown>;
  const cause =
    depth < DEEPEST_CAUSE && error.cause instanceof Error ? describeError(error.cause, depth + 1) : null;
  const at = placesOf(error);
  return {
    type: error.constructor.name,
    message: messageOf(error, code, query),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(typeof query === "string" ? { statement: query } : {}),
    ...(at.length > 0 ? { at } : {}),
    ...(cause ? { cause } : {}),
  };
};

const messageOf = (error: Error, code: unknown, query: unknown): string => {
  // Drizzle's message carries the statement and its values.
  if (typeof query === "string") return "A statement failed";
  // Class 22: data that Postgres could not read; the message quotes it.
  const quoted = typeof code === "string" && /^22\w{3}$/.test(code);
  const message = quoted ? error.message.replace(/"[^"]*"/g, '"…"') : error.message;
  return withoutPrivateText(message).slice(0, LONGEST_MESSAGE);
};

/** The frames alone: the lines above them repeat the message. */
const placesOf = (error: Error): string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
