import type { SearchWord } from "@due-regard/database/search/match-words";
import type { Match } from "@due-regard/domain/search/pair-figures";
import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import type { ApiContext } from "../context.ts";

/** What a search asks of a kind of thing: its text taken apart, and what its words name. */
export interface SearchedFor {
  words: readonly SearchWord[];
  /** The whole text as codes and references are compared: “EHRIA-2019-0001” → “ehria20190001”. */
  code: string;
  organisations: readonly Match[];
  periods: readonly SoughtPeriod[];
  /** Only of this organisation. Null: of any. */
  organisationId: string | null;
}

/** What is found that this reader may see, best match first. */
export interface FoundIds {
  ids: (limit: number, offset: number) => Promise<string[]>;
  count: () => Promise<number>;
}
type SearchSource = (context: ApiContext, sought: SearchedFor) => FoundIds;

const sources = new Map<string, SearchSource>();

/**
 * Lets a feature be searched that keeps its rows behind a loader of its own: the search knows neither its tables nor who may see
 * what of them.
 */
export const addSearchSource = (kind: string, source: SearchSource): void => {
  sources.set(kind, source);
};

export const searchSource = (kind: string): SearchSource => {
  const source = sources.get(kind);
  if (source === undefined) throw new Error(`Nothing that is searched is called ${kind}`);
  return source;
};
