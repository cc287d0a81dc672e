import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { DatabaseConnection } from "@due-regard/database/connection";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import type { Logger } from "pino";
import { type CookieNames, readCredentials } from "../auth/credentials.ts";
import { isSameOrigin } from "../auth/same-origin.ts";
import { type ApiViewer, loadViewer } from "../auth/viewer.ts";
import { type ApiContext, createContext } from "../context.ts";
import { createFormatError } from "./graphql-errors.ts";
import { costLimitPlugin, shapeRules } from "./graphql-limits.ts";
import { graphqlLogPlugin } from "./graphql-log.ts";
import { LIMITS } from "./limits.ts";
import type { RateLimit } from "./rate-limits.ts";
import { readableTextPlugin } from "./readable-text.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set on /graphql before anything else runs; null when nobody is signed in. */
    viewer: ApiViewer | null;
  }
}

export interface GraphqlOptions {
  schema: GraphQLSchema;
  database: DatabaseConnection;
  logger: Logger;
  production: boolean;
  /** The one origin whose pages may use the session cookie. */
  origin: string;
  cookies: CookieNames;
  rateLimit: RateLimit;
  /** Longest time for one answer, in milliseconds. */
  answerMs: number;
}

/** POST /graphql and GET /schema.graphql. */
export const registerGraphql = async (app: FastifyInstance, options: GraphqlOptions): Promise<void> => {
  const apollo = createApollo(options);
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  app.decorateRequest("viewer", null);
  const answer = fastifyApolloHandler(apollo, { context: async (request) => contextOf(options, request) });
  app.route({
    method: "POST",
    url: "/graphql",
    bodyLimit: LIMITS.bodyBytes,
    config: { rateLimit: { ...options.rateLimit, hook: "preParsing", keyGenerator: accountOrAddress } },
    onRequest: (request) => identify(options, request),
    preHandler: (request, reply) => refuseStrangers(options, request, reply),
    handler: (request, reply) => withinTime(options.answerMs, answer.call(app, request, reply)),
  });
  app.get("/graphql", async (_request, reply) =>
    sendGraphqlError(
      reply.header("allow", "POST"),
      405,
      "BAD_REQUEST",
      "Send GraphQL as a POST request. The explorer is at /explorer.",
    ),
  );
  const sdl = printSchema(options.schema);
  app.get("/schema.graphql", async (_request, reply) =>
    reply.type("text/plain; charset=utf-8").send(`${sdl}\n`),
  );
};

const createApollo = ({ schema, logger, production }: GraphqlOptions): ApolloServer<ApiContext> =>
  new ApolloServer<ApiContext>({
    schema,
    logger,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    persistedQueries: false,
    stopOnTerminationSignals: false,
    validationRules: shapeRules(),
    formatError: createFormatError(logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      readableTextPlugin(),
      costLimitPlugin(schema),
      graphqlLogPlugin(),
    ],
  });

/**
 * The answer, or an error that error-answers.ts puts into words. Fastify's own handlerTimeout is of no use here: since
 * Node 16 a request "closes" once its body is read, which stops that clock for every POST.
 */
const withinTime = async (ms: number, answer: unknown): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error("No answer in time"), { code: "TIMED_OUT" })),
      ms,
    );
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/** Per account, because a whole council may share one address; per address for those whom we don't know. */
const accountOrAddress = (request: FastifyRequest): string =>
  request.viewer ? `account:${request.viewer.userId}` : `address:${request.ip}`;

const contextOf = ({ database }: GraphqlOptions, request: FastifyRequest): ApiContext =>
  createContext({
    viewer: request.viewer,
    db: database.db,
    requestId: request.id,
    logger: request.log as Logger,
  });

/** Finds out who is asking, before the rate limit, which counts by account. Refusals wait until it has counted. */
const identify = async (options: GraphqlOptions, request: FastifyRequest): Promise<void> => {
  request.viewer = await loadViewer(options.database.db, readCredentials(request, options.cookies));
};

/** A wrong token is told so; a cookie counts only when one of our own pages sent the request. */
const refuseStrangers = async (
  options: GraphqlOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  const { kind } = readCredentials(request, options.cookies);
  if (kind === "SESSION" && !isSameOrigin(request, options.origin)) {
    return sendGraphqlError(
      reply,
      403,
      "FORBIDDEN",
      "This request carries a sign-in but comes from another site.",
    );
  }
  if (kind === "TOKEN" && !request.viewer) {
    const message = "This token is not known, has expired or was revoked.";
    return sendGraphqlError(reply.header("www-authenticate", "Bearer"), 401, "UNAUTHENTICATED", message);
  }
  return undefined;
};

/** An answer in GraphQL's own form, for what is refused before GraphQL runs. */
export const sendGraphqlError = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply =>
  reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
