import { parse, print } from "graphql";
import { expect, test } from "vitest";
import document from "../../../../docs/queries/draft.graphql?raw";
import { DraftQuery } from "./queries.ts";

test("draft.graphql is what section pages ask: a test of the API counts its statements", () => {
  expect(print(parse(document))).toBe(print(DraftQuery));
});
