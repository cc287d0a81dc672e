import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../schema.ts";

/** The whole API as SDL, in alphabetical order: what schema.graphql holds. */
export const printApiSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
