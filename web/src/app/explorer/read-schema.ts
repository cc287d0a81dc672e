import { buildSchema, type GraphQLSchema } from "graphql";

/**
 * The schema as the server publishes it. Asking the API itself (introspection) is switched off in production.
 * Null: it could not be read; the editor then works without suggestions.
 */
export const readSchema = async (): Promise<GraphQLSchema | null> => {
  try {
    const response = await fetch("/schema.graphql");
    return response.ok ? buildSchema(await response.text()) : null;
  } catch {
    return null;
  }
};
