import { graphql } from "gql.tada";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useQuery } from "urql";

const UnreadQuery = graphql(`
  query Unread {
    viewer {
      unreadNotices
    }
  }
`);

/** A mutation that changes notices names these, so that the count and the lists follow. */
export const NOTICE_TYPES = { additionalTypenames: ["Notice", "Viewer"] };

const LOOK_EVERY_MS = 60_000;

/**
 * How many notices the reader has not read: asked at each move to another page, and once a minute while the page is in view.
 * Null: not known yet, or nobody is signed in.
 */
export const useUnread = (signedIn: boolean): number | null => {
  const { pathname } = useLocation();
  const [{ data }, ask] = useQuery({ query: UnreadQuery, pause: !signedIn });
  // The query asks by itself when the first page opens.
  const askedAt = useRef(pathname);
  useEffect(() => {
    if (!signedIn) return;
    if (askedAt.current !== pathname) ask({ requestPolicy: "network-only" });
    askedAt.current = pathname;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") ask({ requestPolicy: "network-only" });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [ask, signedIn, pathname]);
  return data?.viewer?.unreadNotices ?? null;
};
