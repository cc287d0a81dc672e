import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";
import { contentFields } from "../fragments.ts";

/** What reviewers have said so far, and what they may know besides what they read. */
export const ReviewQuery = graphql(`
  query Review($reference: String!) {
    viewer {
      user {
        id
      }
    }
    assessment(reference: $reference) {
      id
      recommendations {
        recommendation
        reason
        at
        revision
        by {
          id
          name
          jobTitle
        }
        earlier {
          recommendation
          reason
          at
        }
      }
      deputy {
        reason
        namedAt
        deputy {
          id
          name
        }
        namedBy {
          id
          name
        }
      }
      changes {
        from
        to
        questions {
          question
        }
      }
    }
  }
`);

export const ChangesQuery = graphql(`
  query Changes($reference: String!, $from: Int, $to: Int) {
    assessment(reference: $reference) {
      id
      reference
      title
      revision
      revisions {
        number
        sealedAt
      }
      changes(from: $from, to: $to) {
        from
        to
        questions {
          question
          number
          label
          rows {
            place
            label
            change
            fields {
              field
              runs {
                kind
                text
              }
            }
          }
        }
      }
    }
  }
`);

export const RecommendMutation = graphql(
  `
    mutation Recommend($input: RecommendInput!) {
      recommend(input: $input) {
        __typename
        ... on AssessmentSaved {
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

export const HandOverQuery = graphql(`
  query HandOver($reference: String!) {
    viewer {
      user {
        id
      }
    }
    assessment(reference: $reference) {
      id
      reference
      title
      availableActions
      deputy {
        deputy {
          id
          name
        }
      }
      possibleDeputies {
        id
        name
        jobTitle
      }
    }
  }
`);

export const HandOverMutation = graphql(
  `
    mutation HandOver($input: HandOverReviewInput!) {
      handOverReview(input: $input) {
        __typename
        ... on AssessmentSaved {
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

/** An earlier revision as it was signed, asked for by its number. */
export const RevisionQuery = graphql(
  `
    query Revision($reference: String!, $revision: Int!) {
      assessment(reference: $reference, revision: $revision) {
        ...ContentFields
        isEarlier
        completedOn
        template {
          id
          title
          version
        }
        signatures {
          role
          statement
          contentHash
          signedAt
          keyId
          valid
          voidBecause
          signatory {
            id
            name
            jobTitle
          }
        }
        recommendations(revision: $revision) {
          recommendation
          reason
          at
          revision
          by {
            id
            name
            jobTitle
          }
          earlier {
            recommendation
            reason
            at
          }
        }
      }
    }
  `,
  [contentFields],
);
