import { useEffect } from "react";
import type { TypedDocumentNode } from "urql";
import { type AnyVariables, useClient } from "urql";

const EVERY_MS = 1_000;

/**
 * Asks again each second while something is under way, or while a step that was sent is still being answered: the server
 * answers some seconds late, so that a quick step is done by then. Whoever shows the query's answer gets the new one; when asking
 * fails, the last good one stays, and the next second asks again.
 */
export const usePolling = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  underWay: boolean,
): void => {
  const client = useClient();
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (!underWay) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      await client
        .query(document, JSON.parse(key) as Variables, { requestPolicy: "network-only" })
        .toPromise();
      if (!left) timer = setTimeout(() => void ask(), EVERY_MS);
    };
    timer = setTimeout(() => void ask(), EVERY_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, document, key, underWay]);
};
