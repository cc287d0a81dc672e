import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { DatabaseConnection } from "@due-regard/database/connection";
import type { PublicRegister } from "@due-regard/database/public-register";
import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import cookie from "@fastify/cookie";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { registerAuthRoutes } from "../auth/auth-routes.ts";
import { cookieNames } from "../auth/credentials.ts";
import { mountDemoIssuer } from "../auth/demo-issuer.ts";
import type { ChoosableAccount } from "../auth/demo-issuer-page.ts";
import { createIssuerClient, type IssuerClient } from "../auth/issuer.ts";
import type { Config } from "../config.ts";
import { registerFileRoutes } from "../features/assessments/files/file-routes.ts";
import { registerPreview } from "../features/assessments/publication/preview-route.ts";
import { IMPORT_LIMITS } from "../features/performance/importing/files/import-limits.ts";
import { registerImportRoutes } from "../features/performance/importing/import-routes.ts";
import { createChangeFeed } from "../live/change-feed.ts";
import type { LiveLimits } from "../live/live-limits.ts";
import { type Page, renderPage } from "../pages/page-layout.ts";
import { findStylesheets } from "../pages/stylesheets.ts";
import { openScanner } from "../receiving/clamav.ts";
import { registerRegisterRoutes } from "../register/register-routes.ts";
import type { SealKeys } from "../seal/seal-keys.ts";
import { registerArrivalLimit } from "./arrival-limit.ts";
import { registerClient } from "./client-routes.ts";
import { registerDownloads } from "./download-routes.ts";
import { registerErrorAnswers } from "./error-answers.ts";
import { registerGraphql } from "./graphql-routes.ts";
import { registerHealth } from "./health-routes.ts";
import { prepareIdentification } from "./identify-request.ts";
import { LIMITS } from "./limits.ts";
import { perMinute, registerRateLimits } from "./rate-limits.ts";
import { registerRequestLog } from "./request-log.ts";
import { registerSealRoutes } from "./seal-routes.ts";
import { explorerPolicy, registerSecurityHeaders } from "./security-headers.ts";

/** What the server needs of the configuration. */
export type ServerConfig = Pick<
  Config,
  "baseUrl" | "host" | "port" | "production" | "demo" | "signIn" | "logLevel" | "requestsPerMinute" | "clamav"
>;

export interface AppOptions {
  config: ServerConfig;
  database: DatabaseConnection;
  /** What the public reads: the register's pages and its fields of the API ask nothing else. */
  register: PublicRegister;
  logger: Logger;
  schema: GraphQLSchema;
  /** What seals are made and checked with. Left out: nothing can be signed. */
  seals?: SealKeys | undefined;
  /** Where the client was built to. */
  clientDir?: string;
  /** Longest time for one GraphQL answer, in milliseconds. */
  answerMs?: number;
  /** Other limits for streams of changes than live-limits.ts has: for tests. */
  liveLimits?: Partial<LiveLimits>;
  /** Whom the demo issuer offers. */
  demoAccounts?: readonly ChoosableAccount[];
}

/** For each address: a whole council may sign in from one, at nine o'clock; nobody guesses 256 bits at this pace. */
const SIGN_IN_LIMIT = perMinute(300);

const CLIENT_DIR = fileURLToPath(new URL("../../../../web/dist", import.meta.url));

/** The whole server on one origin, not listening yet. Closing it finishes what is under way; it leaves the pool open. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { config, database, logger, schema, clientDir = CLIENT_DIR, answerMs = LIMITS.answerMs } = options;
  const { liveLimits = {}, register } = options;
  const https = config.baseUrl.startsWith("https:");
  const app = createFastify(logger, https);
  const render = (page: Page): string => renderPage(page, findStylesheets(clientDir));
  const security = { https, formOrigins: config.signIn ? [new URL(config.signIn.issuer).origin] : [] };

  registerRequestLog(app);
  registerArrivalLimit(app, LIMITS.arrivalMs);
  registerErrorAnswers(app, render);
  await registerSecurityHeaders(app, security);
  await app.register(cookie);
  await registerRateLimits(app);
  registerHealth(app, database);
  const issuer = await openIssuer(app, options, render);
  const auth = { baseUrl: config.baseUrl, database, issuer, render, formOrigins: security.formOrigins };
  await registerAuthRoutes(app, { ...auth, rateLimit: SIGN_IN_LIMIT });
  const identification = prepareIdentification(app, {
    database,
    register,
    origin: new URL(config.baseUrl).origin,
    seals: options.seals,
    cookies: cookieNames(https),
    rateLimit: perMinute(config.requestsPerMinute),
    scansFiles: config.clamav !== null,
  });
  const { production } = config;
  const feed = createChangeFeed({ database, logger, limits: liveLimits });
  await registerGraphql(app, { schema, identification, logger, production, answerMs, feed });
  registerSealRoutes(app, { database, identification, render, seals: options.seals });
  registerDownloads(app, { database, identification, render, baseUrl: config.baseUrl });
  registerPreview(app, { database, identification, render, baseUrl: config.baseUrl });
  await registerImportRoutes(app, identification);
  const scanner = config.clamav && openScanner(config.clamav);
  await registerFileRoutes(app, { identification, scanner, render });
  registerRegisterRoutes(app, {
    register,
    baseUrl: config.baseUrl,
    render,
    rateLimit: perMinute(config.requestsPerMinute),
  });
  await registerClient(app, { clientDir, render, explorerPolicy: explorerPolicy(security) });
  return app;
};

const createFastify = (logger: Logger, https: boolean): FastifyInstance =>
  fastify({
    loggerInstance: logger as FastifyBaseLogger,
    // request-log.ts writes the one line for each request.
    logController: new LogController({ disableRequestLogging: true }),
    // Ours alone: an id from outside could carry anything into the log, and be made to collide.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: Math.max(LIMITS.arrivalMs, IMPORT_LIMITS.arrivalMs),
    http: { headersTimeout: LIMITS.arrivalMs },
    forceCloseConnections: "idle",
    // Behind https there is exactly one proxy, which ends it and says whom it speaks for. Without one, anybody could claim
    // any address.
    trustProxy: https && ((_address, hop) => hop === 0),
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.code(400).send({ error: "This request could not be read." });
    },
  });

/** The demo issuer under our own roof, or the council's. */
const openIssuer = async (
  app: FastifyInstance,
  { config, demoAccounts = DEMO_ACCOUNTS }: AppOptions,
  render: (page: Page) => string,
): Promise<IssuerClient> => {
  const { baseUrl, demo, production, signIn } = config;
  const addresses = { redirectUri: `${baseUrl}/auth/callback`, signedOutUri: `${baseUrl}/` };
  if (demo) {
    if (production) throw new Error("Demo mode is refused in production");
    const own = await mountDemoIssuer(app, { baseUrl, accounts: demoAccounts, render });
    return createIssuerClient({ ...addresses, ...own, allowHttp: true });
  }
  if (!signIn) throw new Error("Without demo mode an issuer must be configured");
  return createIssuerClient({
    ...addresses,
    ...signIn,
    allowHttp: !production && signIn.issuer.startsWith("http:"),
  });
};
