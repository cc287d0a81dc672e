import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

const commentFields = graphql(`
  fragment CommentFields on Comment @_unmask {
    id
    place
    kind
    text
    writtenAs
    writtenAt
    revision
    version
    correctedAt
    correctableUntil
    resolved
    resolvedAt
    canResolve
    answered
    author {
      id
      name
      jobTitle
    }
    resolvedBy {
      id
      name
    }
  }
`);

export const talkFields = graphql(
  `
    fragment TalkFields on Comment @_unmask {
      ...CommentFields
      replies {
        ...CommentFields
      }
    }
  `,
  [commentFields],
);

/** Talks that one page of an assessment shows beside its questions: more than that stand on the page of all comments. */
export const TALKS_AT_ONCE = 100;

export const TalksQuery = graphql(
  `
    query Talks($reference: String!, $first: Int!) {
      viewer {
        user {
          id
        }
      }
      assessment(reference: $reference) {
        id
        reference
        revision
        availableActions
        comments(first: $first) {
          totalCount
          edges {
            node {
              ...TalkFields
            }
          }
        }
      }
    }
  `,
  [talkFields],
);

/** Each success names a comment and its assessment: that is how the client knows which pages to bring up to date. */
export const AddCommentMutation = graphql(
  `
    mutation AddComment($input: AddCommentInput!) {
      addComment(input: $input) {
        __typename
        ... on CommentSaved {
          comment {
            id
          }
          assessment {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const CorrectCommentMutation = graphql(
  `
    mutation CorrectComment($input: CorrectCommentInput!) {
      correctComment(input: $input) {
        __typename
        ... on CommentSaved {
          comment {
            id
          }
          assessment {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const ResolveCommentMutation = graphql(
  `
    mutation ResolveComment($input: ResolveCommentInput!) {
      resolveComment(input: $input) {
        __typename
        ... on CommentSaved {
          comment {
            id
          }
          assessment {
            id
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
