import type { ResultOf } from "gql.tada";
import { useCallback, useEffect, useState } from "react";
import { useClient } from "urql";
import { EarlierAnswersQuery } from "./queries.ts";

export type EarlierAnswer = NonNullable<
  NonNullable<ResultOf<typeof EarlierAnswersQuery>["assessment"]>["earlierAnswers"]
>[number];

export type Earlier =
  | { kind: "LOADING"; found: readonly EarlierAnswer[] }
  | { kind: "FAILED"; found: readonly EarlierAnswer[] }
  | { kind: "FOUND"; found: readonly EarlierAnswer[] };

/** Of how many assessments answers are shown at first, more at each further step, and at most. */
const FIRST = 5;
const MORE = 10;
export const MOST = 50;

/**
 * Asks once, and again when somebody wants more: not after each save of the page, as the pages' own data are. What was found
 * stays in sight while more is fetched.
 */
export const useEarlier = (reference: string, question: string) => {
  const client = useClient();
  const [first, setFirst] = useState(FIRST);
  const [earlier, setEarlier] = useState<Earlier>({ kind: "LOADING", found: [] });
  const load = useCallback(async () => {
    setEarlier(({ found }) => ({ kind: "LOADING", found }));
    const { data } = await client
      .query(EarlierAnswersQuery, { reference, question, first }, { requestPolicy: "network-only" })
      .toPromise();
    const answers = data?.assessment?.earlierAnswers;
    setEarlier(({ found }) =>
      answers == null ? { kind: "FAILED", found } : { kind: "FOUND", found: answers },
    );
  }, [client, reference, question, first]);
  useEffect(() => {
    void load();
  }, [load]);
  const assessments = new Set(earlier.found.map(({ assessment }) => assessment.id)).size;
  return {
    earlier,
    again: load,
    /** Null: there are no more, or no more are shown. */
    more:
      earlier.kind === "FOUND" && assessments >= first && first < MOST
        ? () => setFirst((count) => Math.min(MOST, count + MORE))
        : null,
    isFull: earlier.kind === "FOUND" && assessments >= MOST,
  };
};
