import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { WORKED_QUERIES } from "./worked-queries.ts";

const schema = buildSchema(readFileSync(new URL("../../../../schema.graphql", import.meta.url), "utf8"));

test.each(WORKED_QUERIES.map(({ query }) => query))("stands in the schema: %s", (query) => {
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
});
