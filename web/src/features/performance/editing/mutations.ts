import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

/** What a row shows that a write may change. */
export const shownFields = graphql(`
  fragment ShownFields on MetricResult @_unmask {
    title
    metric {
      id
      code
    }
    current {
      id
      display
      note
      period {
        label
      }
    }
    target {
      display
      note
    }
    rating {
      suggested
      suggestedComparison
      suggestedReason
      judged
      comparison
      effective
      reason
      judgedAt
    }
    progress {
      comparison
      basis
    }
    commentary {
      id
      data
      review
      action
      author {
        id
        name
      }
    }
  }
`);

export const changeFields = graphql(
  `
    fragment ChangeFields on DashboardChange @_unmask {
      edition {
        reportedOn
        period {
          code
          label
        }
      }
      before {
        sentence
      }
      after {
        sentence
      }
      rows {
        before {
          ...ShownFields
        }
        after {
          ...ShownFields
        }
      }
    }
  `,
  [shownFields],
);

export const RecordFigureMutation = graphql(
  `
    mutation RecordFigure($input: RecordObservationsInput!) {
      recordObservations(input: $input) {
        __typename
        ... on ObservationsRecorded {
          observations {
            id
            doubts
          }
          dashboards {
            ...ChangeFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields, changeFields],
);

export const SetTargetMutation = graphql(
  `
    mutation SetTarget($input: SetTargetInput!) {
      setTarget(input: $input) {
        __typename
        ... on TargetSet {
          dashboards {
            ...ChangeFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields, changeFields],
);

export const JudgeRatingMutation = graphql(
  `
    mutation JudgeRating($input: JudgeRatingInput!) {
      judgeRating(input: $input) {
        __typename
        ... on RatingJudged {
          dashboards {
            ...ChangeFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields, changeFields],
);

export const WriteCommentaryMutation = graphql(
  `
    mutation WriteCommentary($input: WriteCommentaryInput!) {
      writeCommentary(input: $input) {
        __typename
        ... on CommentaryWritten {
          dashboards {
            ...ChangeFields
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields, changeFields],
);
