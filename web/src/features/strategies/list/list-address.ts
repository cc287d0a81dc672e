import { readDay } from "../days.ts";

const PAGE_SIZE = 25;

/** The query's variables for what an address asks to list. Unknown words in the address ask for nothing. */
export const listVariables = (search: URLSearchParams) => {
  const on = readDay(search.get("on"));
  const organisation = search.get("organisation") || null;
  return {
    filter: { ...(organisation ? { organisation } : {}), ...(on ? { inForceOn: on } : {}) },
    first: PAGE_SIZE,
    after: search.get("after"),
    on,
  };
};
