import type { DatabaseConnection } from "../../../packages/database/src/connection.ts";
import type { LoadedDraft } from "../load-drafts.ts";

/** One question put to all three servers, and how to read the same values out of each answer. */
export interface Scenario {
  name: string;
  title: string;
  /** What our API is asked, as a program or the page asks it. */
  ours: { query: string; variables: Record<string, unknown> };
  /** The whole answer as JSON text, in one statement. */
  bare: { text: string; parameters: (string | string[])[] };
  postgraphile: { query: string; variables: Record<string, unknown> };
  /** Who asks ours. Default: an analyst. */
  asker?: "lead";
  /** Where the question writes. */
  writes?: Writing;
  /** The values that must be the same, from each answer. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as loosely as JSON comes
  read: Record<Contender, (answer: any) => unknown>;
}

/** A question that writes. Each connection writes in a row of its own, over the version that it last heard of. */
export interface Writing {
  /** The version of each connection's row, read anew before a server's turn. */
  readVersions: () => Promise<number[]>;
  /** Variables of the two questions in GraphQL, parameters of the bare statement. */
  send: (connection: number, version: number) => Record<Contender, object>;
  /** Whether an answer says that it was written. */
  isWritten: (body: string) => boolean;
}

export const CONTENDERS = ["ours", "bare", "postgraphile"] as const;
export type Contender = (typeof CONTENDERS)[number];

/** What the scenarios ask about. */
export interface Subject {
  organisation: string;
  /** Row id of the organisation: PostGraphile asks by it. */
  organisationId: string;
  /** The newest month, and all of them. */
  period: string;
  periods: string[];
  metric: string;
  drafts: readonly LoadedDraft[];
  sql: DatabaseConnection["sql"];
}
