import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, GraphQLError, visit } from "graphql";
import type { ApiContext } from "../context.ts";

/** False for what no database and no hash can hold: U+0000, and half of a pair of surrogates. */
const isReadable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

const holdsOnlyReadable = (value: unknown): boolean => {
  if (typeof value === "string") return isReadable(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isReadable(name) && holdsOnlyReadable(inner));
};

const MESSAGE = "A text in this request holds a character that can't be stored. Type it again.";

/** The refusal of texts that could be neither stored nor compared, in variables or in the document; null: there are none. */
export const findUnreadable = (document: DocumentNode, variables: unknown): GraphQLError | null => {
  let found = !holdsOnlyReadable(variables);
  visit(document, {
    StringValue: ({ value }) => {
      found ||= !isReadable(value);
    },
  });
  return found
    ? new GraphQLError(MESSAGE, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } })
    : null;
};

/** Refuses them before anything runs. */
export const readableTextPlugin = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request }) => {
      const problem = findUnreadable(document, request.variables);
      if (problem !== null) throw problem;
    },
  }),
});
