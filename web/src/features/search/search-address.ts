import { SEARCH_LIMITS } from "@due-regard/domain/search/read-search";

/** How many of each kind the page shows. */
export const SHOWN = 10;

export const searchAddress = (text: string): string => `/search?text=${encodeURIComponent(text)}`;

/** More than the server searches for. */
export const isTooLong = (text: string): boolean =>
  text.length > SEARCH_LIMITS.characters || text.split(/\s+/).length > SEARCH_LIMITS.words;

/** What an address asks for. Null: nothing yet, or more than can be searched for. */
export const searchVariables = (search: URLSearchParams) => {
  const text = (search.get("text") ?? "").trim();
  return text === "" || isTooLong(text) ? null : { text, first: SHOWN };
};
