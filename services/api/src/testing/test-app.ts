import { type AddressInfo, createServer } from "node:net";
import { connectDatabase, type DatabaseConnection } from "@due-regard/database/connection";
import { connectPublicRegister } from "@due-regard/database/public-register";
import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { users } from "@due-regard/database/schema/people";
import { createSampleDatabase } from "@due-regard/database/test-support/sample-database";
import { createTestDatabase, type TestDatabase } from "@due-regard/database/test-support/test-database";
import type { FastifyInstance } from "fastify";
import { type AppOptions, buildApp, type ServerConfig } from "../server/build-app.ts";
import { closeGracefully } from "../server/close-gracefully.ts";
import { createLogger } from "../server/logger.ts";
import { createTestKeys } from "./seal-keys.ts";
import { openBrowser, type TestBrowser } from "./test-browser.ts";
import { createTestSchema } from "./test-schema.ts";

export interface TestApp {
  app: FastifyInstance;
  baseUrl: string;
  database: DatabaseConnection;
  databaseUrl: string;
  /** A new browser without cookies. */
  openBrowser: () => TestBrowser;
  /** Everything logged so far, and as one text. */
  logLines: () => Record<string, unknown>[];
  logText: () => string;
  close: () => Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

type TestAppOptions = Partial<AppOptions> & {
  settings?: Partial<ServerConfig>;
  sampleData?: boolean;
  /** Shares the database of this one, as a second process would. */
  beside?: TestApp;
};

const openTestDatabase = async ({ sampleData, beside }: TestAppOptions): Promise<TestDatabase> => {
  if (beside) return { url: beside.databaseUrl, drop: async () => {} };
  return await (sampleData ? createSampleDatabase() : createTestDatabase());
};

/** The real server on a port and a database of its own, listening, with the demo people in it, or the whole sample data. */
export const startTestApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  const { settings, sampleData = false, beside, ...rest } = options;
  const testDatabase = await openTestDatabase(options);
  const database = connectDatabase(testDatabase.url, { max: 4 });
  const register = connectPublicRegister(testDatabase.url, { max: 2 });
  if (!sampleData && !beside)
    await database.db
      .insert(users)
      .values(DEMO_ACCOUNTS.map(({ email, name, jobTitle }) => ({ email, name, jobTitle })));
  const lines: string[] = [];
  const logger = createLogger({ level: "trace", destination: { write: (line) => void lines.push(line) } });
  const port = await freePort();
  const baseUrl = settings?.baseUrl ?? `http://localhost:${port}`;
  const config: ServerConfig = {
    host: "127.0.0.1",
    port,
    baseUrl,
    production: false,
    demo: true,
    signIn: null,
    logLevel: "trace",
    requestsPerMinute: 10_000,
    clamav: null,
    ...settings,
  };
  const defaults = { schema: createTestSchema(), seals: createTestKeys() };
  const app = await buildApp({ config, database, register, logger, ...defaults, ...rest });
  await app.listen({ host: "127.0.0.1", port });
  return {
    app,
    baseUrl,
    database,
    databaseUrl: testDatabase.url,
    openBrowser: () => openBrowser(baseUrl, `http://localhost:${port}`),
    logLines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    logText: () => lines.join(""),
    close: async () => {
      await closeGracefully(app, 2_000);
      await Promise.all([database.close(), register.close()]);
      await testDatabase.drop();
    },
  };
};

/** Signs in through the demo issuer, as a person would: chooses the account and follows every redirect. */
export const signIn = async (browser: TestBrowser, email: string, returnTo = "/"): Promise<Response> => {
  const start = await browser.get(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  const { addresses } = await browser.follow(start);
  const chosen = await browser.post(addresses.at(-1) ?? "", { account: email });
  const { response } = await browser.follow(chosen);
  return response;
};
