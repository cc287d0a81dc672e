import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useClient } from "urql";
import { type Outcome, outcomeOf } from "../../../data/outcome.ts";
import { FindMetricsQuery } from "./queries.ts";

export type FoundMetric = ResultOf<typeof FindMetricsQuery>["metrics"]["edges"][number]["node"];

/** Looks metrics up by words or code. Answers with what went wrong, or null. */
export const useFindMetrics = () => {
  const client = useClient();
  const [found, setFound] = useState<{ metrics: readonly FoundMetric[]; total: number } | null>(null);
  const [finding, setFinding] = useState(false);
  const find = async (search: string): Promise<Exclude<Outcome<unknown>, { kind: "DONE" }> | null> => {
    setFinding(true);
    const { data, error } = await client
      .query(FindMetricsQuery, { search }, { requestPolicy: "network-only" })
      .toPromise();
    setFinding(false);
    if (data) {
      const { edges, totalCount } = data.metrics;
      setFound({ metrics: edges.map(({ node }) => node), total: totalCount });
      return null;
    }
    const outcome = outcomeOf<{ __typename: string }>(null, error);
    return outcome.kind === "DONE" ? null : outcome;
  };
  return { find, found, finding };
};
