import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import type { Logger } from "pino";
import type { ApiContext } from "../context.ts";
import type { ChangeFeed } from "../live/change-feed.ts";
import { refuseStrangers, sendGraphqlError } from "./graphql-answers.ts";
import { createFormatError } from "./graphql-errors.ts";
import { costLimitPlugin, shapeRules } from "./graphql-limits.ts";
import { graphqlLogPlugin } from "./graphql-log.ts";
import type { Identification } from "./identify-request.ts";
import { LIMITS } from "./limits.ts";
import { readableTextPlugin } from "./readable-text.ts";
import { registerStreams } from "./stream-routes.ts";
import { streamedOperationsPlugin } from "./streamed-operations.ts";

export interface GraphqlOptions {
  schema: GraphQLSchema;
  identification: Identification;
  logger: Logger;
  production: boolean;
  /** Longest time for one answer, in milliseconds. */
  answerMs: number;
  /** What streams of changes are told from. */
  feed: ChangeFeed;
}

/** POST /graphql, POST /graphql/stream and GET /schema.graphql. */
export const registerGraphql = async (app: FastifyInstance, options: GraphqlOptions): Promise<void> => {
  const apollo = createApollo(options);
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const { identification } = options;
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => identification.contextOf(request),
  });
  app.route({
    method: "POST",
    url: "/graphql",
    bodyLimit: LIMITS.bodyBytes,
    config: { rateLimit: identification.rateLimit },
    onRequest: identification.identify,
    preHandler: async (request, reply) => refuseStrangers(identification, request, reply),
    handler: (request, reply) => withinTime(options.answerMs, answer.call(app, request, reply)),
  });
  registerStreams(app, { ...options, apollo });
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
      // It looks at every field to work out a cache lifetime that nobody has given.
      ApolloServerPluginCacheControlDisabled(),
      readableTextPlugin(),
      costLimitPlugin(schema),
      streamedOperationsPlugin(),
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
