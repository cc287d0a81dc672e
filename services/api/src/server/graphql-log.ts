import type { ApolloServerPlugin } from "@apollo/server";
import type { ApiContext } from "../context.ts";
import { publicCode, referTo } from "./graphql-errors.ts";

/**
 * One line for each operation: its name, kind, time taken and how it ended. Never its text or its variables: both may
 * hold what somebody wrote about people.
 */
export const graphqlLogPlugin = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async ({ contextValue: { logger } }) => {
    const startedAt = performance.now();
    return {
      didEncounterErrors: async ({ errors, operationName }) => {
        for (const error of errors.filter((each) => publicCode(each) === null)) {
          referTo(error, logger, { operation: operationName, path: error.path?.join(".") });
        }
      },
      willSendResponse: async ({ operationName, operation, errors, response }) => {
        const line = {
          operation: operationName ?? "(unnamed)",
          kind: operation?.operation ?? "none",
          status: response.http.status ?? 200,
          ms: Math.round(performance.now() - startedAt),
          ...(errors ? { errors: errors.map((error) => publicCode(error) ?? "INTERNAL") } : {}),
        };
        logger.info(line, "graphql");
      },
    };
  },
});
