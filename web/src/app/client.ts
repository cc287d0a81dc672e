import { Client, cacheExchange, fetchExchange } from "urql";
import { streamExchange } from "../data/stream.ts";

/**
 * One client for the application. The document cache asks again for every query that holds a type which a mutation
 * returned, so pages follow their own writes; see design/stack.md on additionalTypenames for lists that may be empty.
 */
export const createClient = (): Client =>
  new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange, streamExchange()],
    preferGetMethod: false,
    fetchOptions: { credentials: "same-origin" },
  });
