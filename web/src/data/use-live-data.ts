import { useState } from "react";
import { useLoaderData } from "react-router";
import type { TypedDocumentNode } from "urql";
import { type AnyVariables, useQuery } from "urql";

/**
 * The page's data: first as its loader fetched it, then as it changes (after a save the client asks again by itself).
 * When asking again fails, the last good answer stays on the page.
 */
export const useLiveData = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Data => {
  const loaded = useLoaderData() as Data;
  const [{ data }] = useQuery({ query: document, variables } as Parameters<
    typeof useQuery<Data, Variables>
  >[0]);
  const [kept, setKept] = useState({ loaded, data: loaded });
  const current = data ?? (kept.loaded === loaded ? kept.data : loaded);
  if (kept.loaded !== loaded || kept.data !== current) setKept({ loaded, data: current });
  return current;
};
