import postgres from "postgres";
import { StartFailure } from "./start-failure.ts";

const OLDEST_VERSION = 15;

/**
 * Makes sure that DATABASE_URL leads to a Postgres that is new enough and can search by likeness, before anything is changed.
 *
 * @throws StartFailure, one clear sentence without the URL's password
 */
export async function checkDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [row] = await sql<
      { version: number; hasTrigrams: boolean }[]
    >`select current_setting('server_version_num')::int as version,
      exists (select from pg_available_extensions where name = 'pg_trgm') as "hasTrigrams"`;
    const version = Math.floor((row?.version ?? 0) / 10_000);
    if (version < OLDEST_VERSION) {
      throw new StartFailure(
        `The database at ${describe(url)} is Postgres ${version}, and Due Regard needs ${OLDEST_VERSION} or newer.`,
      );
    }
    if (!row?.hasTrigrams) {
      throw new StartFailure(
        `The database at ${describe(url)} lacks the extension pg_trgm, which searching needs. It comes with Postgres: install the package of its contributed modules (often called postgresql-contrib).`,
      );
    }
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The database at ${describe(url)} can't be reached: ${reasonOf(error)}.`);
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

/** Host, port and name only. */
function describe(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the host's name is not known",
  EAI_AGAIN: "the host's name is not known",
  CONNECT_TIMEOUT: "it did not answer in 10 seconds",
  "28P01": "it did not accept the user and password",
  "28000": "it did not accept the user",
  "3D000": "there is no database of that name",
};

function reasonOf(error: unknown): string {
  const code = String((error as { code?: unknown }).code ?? "");
  return REASONS[code] ?? `the connection failed${code ? ` (${code})` : ""}`;
}
