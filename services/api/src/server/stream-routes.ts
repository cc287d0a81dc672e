import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import type { Logger } from "pino";
import type { ApiContext, PreparedSubscription } from "../context.ts";
import type { ChangeFeed } from "../live/change-feed.ts";
import { LIVE_LIMITS } from "../live/live-limits.ts";
import { runSubscription } from "../live/run-subscription.ts";
import { refuseStrangers, sendGraphqlError } from "./graphql-answers.ts";
import { createFormatError, referTo } from "./graphql-errors.ts";
import type { Identification } from "./identify-request.ts";
import { LIMITS } from "./limits.ts";

export interface StreamOptions {
  apollo: ApolloServer<ApiContext>;
  schema: GraphQLSchema;
  identification: Identification;
  logger: Logger;
  feed: ChangeFeed;
}

/** The library wants its contexts open to further properties. */
type StreamContext = ApiContext & Record<PropertyKey, unknown>;

const EVENT_STREAM = "text/event-stream";
const LOOK_EVERY_MS = 50;

/** POST /graphql/stream: subscriptions as server-sent events (ADR 0027). Closing the app ends each of them in order. */
export const registerStreams = (app: FastifyInstance, options: StreamOptions): void => {
  const { identification, feed, logger } = options;
  const handle = createStreamHandler(options);
  app.addHook("preClose", () => feed.close());
  app.route({
    method: "POST",
    url: "/graphql/stream",
    bodyLimit: LIMITS.bodyBytes,
    config: { rateLimit: identification.rateLimit },
    onRequest: identification.identify,
    preHandler: async (request, reply) =>
      refuseStrangers(identification, request, reply) ?? onlyStreams(request, reply),
    handler: async (request, reply) => {
      reply.header("x-accel-buffering", "no");
      reply.hijack();
      try {
        await handle(request, reply);
      } catch (error) {
        referTo(error, logger, { route: "/graphql/stream" });
        reply.raw.destroy();
      }
    },
  });
};

/** The library takes this one word alone, and answers anything else with a bare 404. */
const onlyStreams = (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined => {
  if (!(request.headers.accept ?? "").includes(EVENT_STREAM)) {
    return sendGraphqlError(reply, 406, "BAD_REQUEST", `Ask for a stream: accept: ${EVENT_STREAM}.`);
  }
  request.headers.accept = EVENT_STREAM;
  return undefined;
};

const createStreamHandler = ({ apollo, schema, identification, logger, feed }: StreamOptions) => {
  const formatError = createFormatError(logger);
  const finish = ({ errors, ...result }: ExecutionResult): ExecutionResult =>
    errors === undefined
      ? result
      : { ...result, errors: errors.map((error) => formatError(error.toJSON(), error)) as never };
  return createHandler<StreamContext>({
    // One operation for each stream: no tokens by which others could join it.
    authenticate: () => null,
    // Apollo has done that, in `check`.
    validate: () => [],
    subscribe: (args) => runSubscription(args as Parameters<typeof runSubscription>[0], finish),
    onSubscribe: async (request, params) => {
      const { raw, context } = request;
      let prepared: PreparedSubscription | undefined;
      const contextValue: ApiContext = {
        ...identification.contextOf(raw),
        live: {
          feed,
          identifyAgain: () => identification.identifyAgain(raw),
          drained: createDrained(context.reply),
          prepare: (subscription) => {
            prepared = subscription;
          },
        },
      };
      const { query, variables, operationName } = params;
      const { body, http } = await apollo.executeOperation(
        {
          query: query as string,
          ...(variables ? { variables } : {}),
          ...(operationName ? { operationName } : {}),
        },
        { contextValue },
      );
      if (prepared !== undefined) return { schema, contextValue: contextValue as StreamContext, ...prepared };
      const errors = body.kind === "single" ? body.singleResult.errors : undefined;
      return refuse(http.status ?? 400, errors ?? []);
    },
  });
};

const refuse = (
  status: number,
  errors: readonly GraphQLFormattedError[],
): [string, { status: number; statusText: string; headers: Record<string, string> }] => [
  JSON.stringify({ errors }),
  { status, statusText: "Bad Request", headers: { "content-type": "application/json; charset=utf-8" } },
];

/** Resolves once everything written has left the process. Who takes too long is cut off. */
const createDrained =
  ({ raw }: FastifyReply) =>
  async (): Promise<boolean> => {
    const deadline = performance.now() + LIVE_LIMITS.drainMs;
    while (raw.writableLength > 0 && !raw.destroyed) {
      if (performance.now() > deadline) raw.destroy();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return !raw.destroyed;
  };
