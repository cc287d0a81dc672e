import { graphql } from "gql.tada";
import { failureFields } from "../../data/failure.ts";

export const NoticesQuery = graphql(`
  query Notices($unread: Boolean, $after: String) {
    viewer {
      unreadNotices
    }
    notices(unread: $unread, first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          urgency
          words
          address
          at
          readAt
          by {
            name
          }
        }
      }
    }
  }
`);

export const PreferencesQuery = graphql(`
  query NoticePreferences {
    viewer {
      email
      noticePreferences {
        email
        emailIsSent
        undeliveredSince
      }
    }
  }
`);

export const MarkReadMutation = graphql(
  `
    mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
      markNoticesRead(input: $input) {
        __typename
        ... on NoticesRead {
          unread
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const SetPreferencesMutation = graphql(
  `
    mutation SetNoticePreferences($input: SetNoticePreferencesInput!) {
      setNoticePreferences(input: $input) {
        __typename
        ... on NoticePreferencesSet {
          preferences {
            email
            emailIsSent
            undeliveredSince
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
