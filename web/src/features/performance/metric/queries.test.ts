import { parse, print } from "graphql";
import { expect, test } from "vitest";
import document from "../../../../../docs/queries/metric-page.graphql?raw";
import ranksDocument from "../../../../../docs/queries/metric-ranks.graphql?raw";
import { MetricQuery, MetricRanksQuery } from "./queries.ts";

/** Tests of the API count the statements of these documents: they must be what the page sends. */
test.each([
  ["metric-page.graphql", document, MetricQuery],
  ["metric-ranks.graphql", ranksDocument, MetricRanksQuery],
])("%s is the page's query", (_name, written, sent) => {
  expect(print(parse(written))).toBe(print(sent));
});
