import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import sdl from "../../../../schema.graphql?raw";
import { WORKED_QUERIES } from "./worked-queries.ts";

const schema = buildSchema(sdl);

test.each(WORKED_QUERIES)("stands in the schema: %s", (query) => {
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
});
