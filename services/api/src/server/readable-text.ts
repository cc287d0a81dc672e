import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, visit } from "graphql";
import type { ApiContext } from "../context.ts";

/** False for what no database and no hash can hold: U+0000, and half of a pair of surrogates. */
const isReadable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

const holdsOnlyReadable = (value: unknown): boolean => {
  if (typeof value === "string") return isReadable(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isReadable(name) && holdsOnlyReadable(inner));
};

const refuse = (): never => {
  throw new GraphQLError("A text in this request holds a character that can't be stored. Type it again.", {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });
};

/** Refuses, before anything runs, texts that could be neither stored nor compared: in variables and in the document. */
export const readableTextPlugin = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request }) => {
      if (!holdsOnlyReadable(request.variables)) refuse();
      visit(document, {
        StringValue: ({ value }) => {
          if (!isReadable(value)) refuse();
        },
      });
    },
  }),
});
