import type { Database, Transaction } from "@due-regard/database/connection";
import type { Result } from "@due-regard/domain/result";
import type { Logger } from "pino";
import { loadOperator } from "../cli/load-operator.ts";
import { type ApiContext, createContext } from "../context.ts";
import type { SealKeys } from "../seal/seal-keys.ts";

export interface DemoStage {
  tx: Transaction;
  /** Those of this installation: what is sealed here must verify here. */
  seals: SealKeys;
  logger: Logger;
  /** The day on which the demonstration is loaded. */
  now: Date;
}

/** What somebody's own page would call with, where they have just signed in: one of the made-up people, acting at the start. */
export const actAs = async ({ tx, seals, logger, now }: DemoStage, email: string): Promise<ApiContext> => {
  const viewer = { ...(await loadOperator(tx, email)), authenticatedAt: now.toISOString() };
  // The verbs' own transactions become savepoints of this one: all of it is loaded, or nothing.
  const db = tx as unknown as Database;
  return createContext({ viewer, db, requestId: "demo", logger, seals });
};

/** A verb refused: somebody changed the people, their roles or the form before the demonstration was loaded. */
export class DemoRefused extends Error {}

/** What a verb answered. Throws DemoRefused where it said no. */
export const done = <Value>(result: Result<Value>, what: string): Value => {
  if (result.ok) return result.value;
  throw new DemoRefused(`The demonstration can't ${what}: ${JSON.stringify(result.failure)}`);
};
