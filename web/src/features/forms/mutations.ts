import { graphql } from "gql.tada";
import { failureFields } from "../../data/failure.ts";

/** Each success names the draft or the form: that is how the client knows which pages to bring up to date. */

export const StartDraftMutation = graphql(
  `
    mutation StartFormDraft($input: StartFormDraftInput!) {
      startFormDraft(input: $input) {
        __typename
        ... on FormDraftSaved {
          draft {
            key
            version
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const ImportDraftMutation = graphql(
  `
    mutation ImportFormDraft($input: ImportFormDraftInput!) {
      importFormDraft(input: $input) {
        __typename
        ... on FormDraftSaved {
          draft {
            key
            version
            faults {
              path
            }
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const SaveDraftMutation = graphql(
  `
    mutation SaveFormDraft($input: SaveFormDraftInput!) {
      saveFormDraft(input: $input) {
        __typename
        ... on FormDraftSaved {
          draft {
            key
            version
            faults {
              path
              section
              question
              message
              remedy
            }
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const DiscardDraftMutation = graphql(
  `
    mutation DiscardFormDraft($input: DiscardFormDraftInput!) {
      discardFormDraft(input: $input) {
        __typename
        ... on FormDraftDiscarded {
          form {
            key
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const PublishDraftMutation = graphql(
  `
    mutation PublishFormDraft($input: PublishFormDraftInput!) {
      publishFormDraft(input: $input) {
        __typename
        ... on FormPublished {
          template {
            id
            key
            version
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
