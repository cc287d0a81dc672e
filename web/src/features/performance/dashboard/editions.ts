import type { ResultOf } from "gql.tada";
import type { EditionsQuery } from "./queries.ts";

export type Edition = ResultOf<typeof EditionsQuery>["dashboardEditions"][number];

/** Organisations in the order in which their editions are listed, each once. */
export const organisationsOf = (editions: readonly Edition[]) => [
  ...new Map(editions.map(({ organisation }) => [organisation.code, organisation])).values(),
];

const newestFirst = (left: Edition, right: Edition) => right.period.end.localeCompare(left.period.end);

export const editionsOf = (editions: readonly Edition[], organisation: string): Edition[] =>
  editions.filter((edition) => edition.organisation.code === organisation).sort(newestFirst);

/**
 * The edition that an address asks for. Without an organisation the county's comes first, and without a period the
 * newest one. Null: there is no such edition.
 */
export const chooseEdition = (
  editions: readonly Edition[],
  asked: { organisation: string | null; period: string | null },
): Edition | null => {
  const fallback = editions.find(({ organisation }) => organisation.kind === "COUNTY") ?? editions[0];
  const own = editionsOf(editions, asked.organisation ?? fallback?.organisation.code ?? "");
  return (asked.period === null ? own[0] : own.find(({ period }) => period.code === asked.period)) ?? null;
};
