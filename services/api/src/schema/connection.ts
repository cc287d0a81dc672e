import type { ObjectRef } from "@pothos/core";
import { builder } from "./builder.ts";

type SchemaTypesOf = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** The connection and edge types of a noun, made once and shared by every field that pages through it. */
export const connectionOf = <Type extends ObjectRef<SchemaTypesOf, unknown>>(type: Type) => {
  const edge = builder.edgeObject({
    type,
    name: `${type.name}Edge`,
    description: `One ${type.name} in a connection.`,
  });
  const connection = builder.connectionObject(
    {
      type,
      name: `${type.name}Connection`,
      description: `A page of ${type.name} objects, and where it stands in the whole.`,
    },
    edge,
  );
  return [connection, edge] as const;
};
