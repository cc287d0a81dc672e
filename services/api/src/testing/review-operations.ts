import { FAILURE, HOME_CARE, readAssessment, TRANSITION } from "./home-care.ts";
import type { Ask, TestApi } from "./test-api.ts";

/** What reviewers and those whom they review send, as their pages do. */

const TALK = `
  id place kind text author { name } writtenAs writtenAt revision version correctedAt correctableUntil
  resolved resolvedBy { name } canResolve answered
`;

const saved = (mutation: string, type: string) => `
  mutation ($input: ${type}!) {
    ${mutation}(input: $input) {
      __typename
      ... on CommentSaved { comment { ${TALK} replyTo { id } } assessment { commentCounts { place section open resolved unanswered } } }
      ${FAILURE}
    }
  }
`;

export const ADD_COMMENT = saved("addComment", "AddCommentInput");
export const CORRECT_COMMENT = saved("correctComment", "CorrectCommentInput");
export const RESOLVE_COMMENT = saved("resolveComment", "ResolveCommentInput");

const done = (mutation: string, type: string) => `
  mutation ($input: ${type}!) {
    ${mutation}(input: $input) {
      __typename
      ... on AssessmentSaved { assessment { status availableActions } }
      ${FAILURE}
    }
  }
`;
export const RECOMMEND = done("recommend", "RecommendInput");
export const HAND_OVER = done("handOverReview", "HandOverReviewInput");

export const REVIEW = `
  query ($reference: String!) {
    assessment(reference: $reference) {
      status revision contentHash availableActions unavailableActions { action because }
      comments { totalCount edges { node { ${TALK} replies { ${TALK} } } } }
      commentCounts { place section open resolved unanswered }
      recommendations { recommendation reason by { name } revision earlier { recommendation reason } }
      deputy { deputy { name } namedBy { name } reason }
      possibleDeputies { id name }
    }
  }
`;

// biome-ignore lint/suspicious/noExplicitAny: whatever the mutation answers
export type AnyAnswer = any;

/** Sends one mutation about the home care assessment as one of the demo people, and hands out its union's member. */
export const sender =
  (api: TestApi, reference = HOME_CARE) =>
  async (person: string, mutation: string, input: object): Promise<AnyAnswer> => {
    const { data, errors } = await api.as(`${person}@example.org`)(mutation, {
      input: { reference, ...input },
    });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  };

export const readReview = async (ask: Ask, reference = HOME_CARE): Promise<AnyAnswer> => {
  const { data, errors } = await ask(REVIEW, { reference });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.assessment;
};

/** Signs off with the hash and statement that the person's own page shows. */
export const signOff = async (ask: Ask, reference = HOME_CARE): Promise<AnyAnswer> => {
  const { contentHash, signingStatement } = await readAssessment(ask, reference);
  const input = { reference, action: "SIGN_OFF", displayedHash: contentHash, statement: signingStatement };
  return (await ask(TRANSITION, { input })).data.transitionAssessment;
};
