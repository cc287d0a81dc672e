import { parse, print } from "graphql";
import { expect, test } from "vitest";
import document from "../../../../docs/queries/home.graphql?raw";
import { HomeQuery } from "./queries.ts";

test("home.graphql is what the home page asks: a test of the API counts its statements", () => {
  expect(print(parse(document))).toBe(print(HomeQuery));
});
