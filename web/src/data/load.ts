import type { TypedDocumentNode } from "urql";
import { type AnyVariables, type Client, CombinedError, createRequest, type RequestPolicy } from "urql";
import { keepAnswer, lastAnswer, tellFresh, tellStale } from "./last-answers.ts";

/** Fetches what a page needs before it is shown, and leaves it in the client's cache for the page to read. */
export type LoadQuery = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  policy?: RequestPolicy,
) => Promise<Data>;

/** The page can't be shown because the server failed or can't be reached. */
export class LoadFailure extends Error {
  override name = "LoadFailure";
  readonly combined: CombinedError;
  constructor(combined: CombinedError) {
    super(combined.message, { cause: combined });
    this.combined = combined;
  }
}

/**
 * Figures and drafts change under the reader, so a move to a page asks the server unless told that the cache will do. While
 * the server can't be reached a page that was loaded in this visit shows what it last got, and says so.
 */
export const createLoad =
  (client: Client): LoadQuery =>
  async (document, variables, policy = "network-only") => {
    const { key } = createRequest(document, variables);
    const { data, error } = await client.query(document, variables, { requestPolicy: policy }).toPromise();
    if (error?.networkError) {
      const last = lastAnswer(key);
      if (last === null) throw new LoadFailure(error);
      tellStale(last.at);
      return last.data as NonNullable<typeof data>;
    }
    if (error) throw new LoadFailure(error);
    if (data === undefined || data === null)
      throw new LoadFailure(new CombinedError({ networkError: new Error("Empty answer") }));
    if (policy === "network-only") {
      keepAnswer(key, data);
      tellFresh();
    }
    return data;
  };
