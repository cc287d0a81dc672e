import { connectDatabase, type Database, type DatabaseConnection } from "@due-regard/database/connection";
import { connectPublicRegister } from "@due-regard/database/public-register";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { createSampleDatabase } from "@due-regard/database/test-support/sample-database";
import { SCOPES, type Scope } from "@due-regard/domain/access/roles";
import { and, eq, isNull } from "drizzle-orm";
import { graphql } from "graphql";
import { pino } from "pino";
import { createContext, type SignedInViewer } from "../context.ts";
import { schema } from "../schema.ts";
import type { SealKeys } from "../seal/seal-keys.ts";
import { createTestKeys } from "./seal-keys.ts";

/** What came back, with data as loose as JSON: tests assert its values. */
export interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
  data: any;
  errors: { message: string; code: unknown }[];
}

export type Ask = (source: string, variables?: Record<string, unknown>) => Promise<Answered>;

export interface SignedInHow {
  /** When they last proved who they are, an ISO instant. Null: a token asks. */
  authenticatedAt: string | null;
}

export interface TestApi {
  database: DatabaseConnection;
  /** What its signatures are sealed with. */
  seals: SealKeys;
  /** Statements sent since the test began counting. */
  countStatements: (work: () => Promise<unknown>) => Promise<number>;
  /**
   * Asks as one of the demo people, through the real schema, in this process. Null: nobody is signed in. Every scope: a browser
   * session, signed in just now unless `how` says otherwise; else a token. `db` may be a transaction that the test rolls back.
   */
  as: (email: string | null, scopes?: readonly Scope[], db?: Database, how?: SignedInHow) => Ask;
  /** One of the demo people, as the policy sees them. */
  viewer: (email: string | null, scopes?: readonly Scope[]) => Promise<SignedInViewer | null>;
  close: () => Promise<void>;
}

/** One of the demo people, as the policy sees them. */
export const loadTestViewer = async (
  { db }: DatabaseConnection,
  email: string,
  scopes: readonly Scope[],
): Promise<SignedInViewer> => {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (user === undefined) throw new Error(`No demo person has the address ${email}`);
  const roles = await db
    .select({ role: roleGrants.role, departmentId: roleGrants.departmentId })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, user.id), isNull(roleGrants.revokedAt)));
  const authenticatedAt = SCOPES.every((scope) => scopes.includes(scope)) ? new Date().toISOString() : null;
  return { userId: user.id, departmentId: user.departmentId, roles, scopes, user, authenticatedAt };
};

/** A database of this test's own with the sample data in it, and the real schema over it. */
export const createTestApi = async ({ connections = 4 } = {}): Promise<TestApi> => {
  const testDatabase = await createSampleDatabase();
  const seals = createTestKeys();
  let statements = 0;
  const database = connectDatabase(testDatabase.url, {
    max: connections,
    onStatement: (statement) => {
      // Each new connection asks for the types of the database by itself: no statement of ours.
      if (!statement.includes("pg_catalog.pg_type")) statements += 1;
    },
  });
  const register = connectPublicRegister(testDatabase.url, { max: 2 });
  const viewerOf: TestApi["viewer"] = async (email, scopes = SCOPES) =>
    email === null ? null : await loadTestViewer(database, email, scopes);
  const as =
    (email: string | null, scopes: readonly Scope[] = SCOPES, db = database.db, how?: SignedInHow): Ask =>
    async (source, variableValues = {}) => {
      const found = await viewerOf(email, scopes);
      const viewer = found === null ? null : { ...found, ...how };
      const logger = pino({ level: "silent" });
      const contextValue = createContext({ viewer, db, register, requestId: "test", logger, seals });
      const result = await graphql({ schema, source, variableValues, contextValue });
      const errors = result.errors ?? [];
      return {
        data: result.data,
        errors: errors.map(({ message, extensions }) => ({ message, code: extensions.code })),
      };
    };
  return {
    database,
    seals,
    as,
    viewer: viewerOf,
    countStatements: async (work) => {
      statements = 0;
      await work();
      return statements;
    },
    close: async () => {
      await Promise.all([database.close(), register.close()]);
      await testDatabase.drop();
    },
  };
};
