import { graphql } from "gql.tada";
import { failureFields } from "../../data/failure.ts";

const jobsFields = graphql(`
  fragment JobsFields on BackgroundJobs @_unmask {
    waiting
    active
    oldestWaitingSince
    workers
    emailIsSent
    dead {
      id
      job
      input
      error
      attempts
      failedAt
    }
    undelivered {
      id
      recipient {
        name
      }
      because
      givenUpAt
    }
  }
`);

export const JobsQuery = graphql(
  `
    query BackgroundJobs {
      backgroundJobs {
        ...JobsFields
      }
    }
  `,
  [jobsFields],
);

export const RolesQuery = graphql(`
  query OwnRoles {
    viewer {
      roles {
        role
      }
    }
  }
`);

export const RetryMutation = graphql(
  `
    mutation RetryJob($input: BackgroundJobInput!) {
      done: retryJob(input: $input) {
        __typename
        ... on BackgroundJobsChanged {
          jobs {
            ...JobsFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [jobsFields, failureFields],
);

export const DiscardMutation = graphql(
  `
    mutation DiscardJob($input: BackgroundJobInput!) {
      done: discardJob(input: $input) {
        __typename
        ... on BackgroundJobsChanged {
          jobs {
            ...JobsFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [jobsFields, failureFields],
);

export const SendAgainMutation = graphql(
  `
    mutation SendEmailAgain($input: BackgroundJobInput!) {
      done: sendEmailAgain(input: $input) {
        __typename
        ... on BackgroundJobsChanged {
          jobs {
            ...JobsFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [jobsFields, failureFields],
);
