import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase, type DatabaseConnection } from "../../packages/database/src/connection.ts";
import { migrateDatabase } from "../../packages/database/src/migrate.ts";
import { readAuthorities } from "../../packages/database/src/reference/authorities.ts";
import { storeAuthorities } from "../../packages/database/src/reference/store-authorities.ts";
import { KeyedIds } from "../../packages/database/src/sample-data/keyed-ids.ts";
import { loadPeople } from "../../packages/database/src/sample-data/load-people.ts";
import type { NationalSet } from "../../packages/database/src/sample-data/national/generate-figures.ts";
import {
  loadNational,
  type NationalIds,
} from "../../packages/database/src/sample-data/national/load-national.ts";
import { readNationalMetrics } from "../../packages/database/src/sample-data/national/national-metrics.ts";
import type { Scope } from "../../packages/domain/src/access/roles.ts";
import { createToken } from "../../services/api/src/auth/tokens.ts";
import { type ServerAddress, startBenchServer } from "./bench-server.ts";
import { LEAD, type LoadedDraft, loadDrafts } from "./load-drafts.ts";
import { loadEdition } from "./load-edition.ts";

export interface BenchDatabase {
  /** Goes away at the end, and so may hold whatever a server writes beside its database. */
  directory: string;
  url: string;
  connection: DatabaseConnection;
  set: NationalSet;
  /** An analyst's. */
  token: string;
  /** The lead officer's of every draft. */
  leadToken: string;
  drafts: readonly LoadedDraft[];
  close: () => Promise<void>;
}

/** Minutes may pass while a million rows are merged: no statement of the bench's own is cut off. */
const NO_LIMIT = 0;

/** A database of the bench's own that goes away with it, migrated, with the authorities and the demo people. */
export const startBenchDatabase = async (
  server: ServerAddress,
  set: Omit<NationalSet, "authorities" | "metrics">,
): Promise<BenchDatabase> => {
  const dataDir = await mkdtemp(join(tmpdir(), "due-regard-bench-"));
  const database = await startBenchServer(server, dataDir);
  const connection = connectDatabase(database.url, { max: 4, statementTimeout: NO_LIMIT });
  const close = async (): Promise<void> => {
    await connection.close();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrateDatabase(database.url);
    await storeAuthorities(connection.db);
    const { authorities } = await readAuthorities();
    const metrics = await readNationalMetrics();
    await addPeople(connection);
    return {
      directory: dataDir,
      url: database.url,
      connection,
      set: { ...set, authorities, metrics },
      token: await makeToken(connection, "analyst@example.org", ["read:metrics", "write:metrics"]),
      leadToken: await makeToken(connection, LEAD, ["read:assessments", "write:assessments"]),
      drafts: await loadDrafts(connection),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const addPeople = async ({ db, sql }: DatabaseConnection): Promise<void> => {
  const rows = await sql<{ code: string; id: string }[]>`select code, id from organisations`;
  const ids = new KeyedIds(
    "organisation",
    rows.map(({ code, id }) => [code, id]),
  );
  await db.transaction((tx) => loadPeople(tx, ids));
};

const makeToken = async ({ db }: DatabaseConnection, email: string, scopes: Scope[]): Promise<string> => {
  const made = await createToken(db, { email, scopes, days: 1 });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.token;
};

/** The national set by COPY, and a dashboard of 35 of its metrics over it. */
export const loadBenchData = async ({
  connection,
  set,
}: BenchDatabase): Promise<NationalIds & { rows: number }> => {
  const loaded = await loadNational(connection, set);
  await loadEdition(connection, set, loaded);
  // What a running system has: statistics, and pages known to be visible.
  await connection.sql.unsafe("vacuum analyze");
  return loaded;
};
