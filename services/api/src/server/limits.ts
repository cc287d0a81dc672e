/** What one request may ask for. Every message that refuses one says the figure in words (graphql-limits.ts). */
export const LIMITS = {
  /** Bytes of a request's body. */
  bodyBytes: 1024 * 1024,
  /** Words and signs in a GraphQL document. The client's longest has about 700. */
  tokens: 2_000,
  /** Levels of nested fields, fragments not counted. */
  depth: 15,
  /** Fields asked for under another name. */
  aliases: 30,
  directives: 50,
  /** Values that an answer may hold, by page sizes: 100 metrics × 10 fields = 1,000. */
  cost: 50_000,
  /** Entries in a page for which no `first` or `last` is given: schema/page.ts has the same figure. */
  defaultPage: 50,
  /** From the last byte of the request to the answer, in milliseconds. A single statement has less (connection.ts). */
  answerMs: 20_000,
  /** For the whole request to arrive, in milliseconds: somebody may send very slowly on purpose. Files have longer. */
  arrivalMs: 30_000,
  /** For what is under way when the server is told to stop, in milliseconds. */
  shutdownMs: 10_000,
  /** How long the database may take to show that it is there, in milliseconds. */
  readyMs: 1_000,
} as const;
