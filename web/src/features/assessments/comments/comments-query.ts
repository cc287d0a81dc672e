import { graphql } from "gql.tada";
import { placedForm } from "../reading/placed-form.ts";
import { talkFields } from "./queries.ts";

/** Every talk about an assessment, a page at a time, with what the form calls their places. */
export const CommentsQuery = graphql(
  `
    query Comments($reference: String!, $resolved: Boolean, $first: Int!, $after: String) {
      viewer {
        user {
          id
        }
      }
      assessment(reference: $reference) {
        id
        reference
        title
        revision
        availableActions
        form {
          number
          ...PlacedForm
        }
        commentCounts {
          place
          section
          open
          resolved
          unanswered
        }
        comments(resolved: $resolved, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...TalkFields
            }
          }
        }
      }
    }
  `,
  [talkFields, placedForm],
);

const PAGE_SIZE = 50;

/** What the address asks to show. Anything else in it asks for nothing. */
export const SHOWN = [
  { value: "", label: "All", resolved: null },
  { value: "open", label: "Open", resolved: false },
  { value: "resolved", label: "Resolved", resolved: true },
] as const;

export const commentsVariables = (reference: string, search: URLSearchParams) => ({
  reference,
  resolved: SHOWN.find(({ value }) => value === search.get("show"))?.resolved ?? null,
  first: PAGE_SIZE,
  after: search.get("after"),
});
