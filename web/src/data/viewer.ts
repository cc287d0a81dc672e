import { FRESH_SIGN_IN_SECONDS } from "@due-regard/domain/access/fresh-sign-in";
import { graphql } from "gql.tada";
import { data, redirectDocument } from "react-router";
import type { LoadQuery } from "./load.ts";

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      email
      canStartAssessment
      canReview
      canManagePeople
      user {
        id
        name
        jobTitle
      }
      department {
        id
        name
      }
    }
  }
`);

export const signInAddress = (returnTo: string): string =>
  `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`;

/** Where somebody proves once more who they are, before they sign (domain/access/fresh-sign-in.ts). */
export const signInAgainAddress = (returnTo: string): string =>
  `${signInAddress(returnTo)}&maxAge=${FRESH_SIGN_IN_SECONDS}`;

const pathOf = (request: Request): string => {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
};

/** The signed-in person, or off to the sign-in page, which comes back to where the reader wanted to go. */
export const requireViewer = async (load: LoadQuery, request: Request) => {
  const { viewer } = await load(ViewerQuery, {}, "cache-first");
  if (!viewer) throw redirectDocument(signInAddress(pathOf(request)));
  return viewer;
};

/**
 * What does not exist and what one may not see look the same: page not found. Only somebody who isn't signed in
 * (or no longer is) is asked to sign in first.
 */
export const requireFound = async <Value>(
  load: LoadQuery,
  request: Request,
  value: Value | null | undefined,
): Promise<Value> => {
  if (value !== null && value !== undefined) return value;
  const { viewer } = await load(ViewerQuery, {}, "network-only");
  throw viewer ? data(null, { status: 404 }) : redirectDocument(signInAddress(pathOf(request)));
};
