import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { ApiContext } from "../context.ts";

const STREAM_INSTEAD =
  "A subscription is answered as a stream: send it to /graphql/stream, with the header accept: text/event-stream.";
const NOT_STREAMED = "Only subscriptions are streamed: send queries and mutations to /graphql.";

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
};

/**
 * Lets subscriptions pass through the same checks as everything else (parsing, validation, every limit, the log) and then
 * hands them to the stream that sent them, instead of running them. Stands after the plugins that check.
 */
export const streamedOperationsPlugin = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue: { live } }) => {
      const isSubscription = operation?.operation === "subscription";
      if (isSubscription && live?.prepare === undefined) refuse(STREAM_INSTEAD);
      if (!isSubscription && live !== undefined) refuse(NOT_STREAMED);
    },
    responseForOperation: async ({ operation, document, operationName, request, contextValue: { live } }) => {
      if (operation?.operation !== "subscription") return null;
      live?.prepare?.({ document, operationName, variableValues: request.variables ?? {} });
      return {
        http: { headers: new HeaderMap(), status: 200 },
        body: { kind: "single", singleResult: {} },
      };
    },
  }),
});
