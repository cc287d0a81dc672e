import { possibleDeputies } from "@due-regard/domain/ehria/review/deputy";
import type { RecommendationKind } from "@due-regard/domain/ehria/review/recommendation";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import type { NamedDeputy } from "../load-head.ts";
import { loadGroupMembers } from "./hand-over.ts";
import {
  loadAllRecommendations,
  type RecommendationRow,
  type StandingRecommendation,
} from "./load-recommendations.ts";

export const RecommendationKindEnum = describedEnum<RecommendationKind>(
  "RecommendationKind",
  "What a member of the group tells the chair to do.",
  { SIGN_OFF: "Sign it off.", ASK_FOR_CHANGES: "Ask for changes." },
);

export const RecommendationType = builder.objectRef<RecommendationRow | StandingRecommendation>(
  "Recommendation",
);
RecommendationType.implement({
  description: "What a member of the group recommends to the chair about one sealed revision.",
  fields: (t) => ({
    recommendation: t.expose("recommendation", { type: RecommendationKindEnum, description: "What to do." }),
    reason: t.exposeString("reason", { description: "Why, up to 4,000 characters." }),
    by: t.field({ type: UserType, description: "Who recommends it.", resolve: ({ userId }) => userId }),
    at: t.expose("recordedAt", { type: "DateTime", description: "When." }),
    revision: t.exposeInt("revision", { description: "Number of the revision that it is about." }),
    earlier: t.field({
      type: [RecommendationType],
      description:
        "What the same person recommended about this revision before, newest first. An earlier one has none of its own.",
      resolve: (row) => ("earlier" in row ? [...row.earlier] : []),
    }),
  }),
});

const ReviewDeputyType = builder.objectRef<NamedDeputy>("ReviewDeputy").implement({
  description: "Who chairs the review of an assessment in the chair's place, and how that came.",
  fields: (t) => ({
    deputy: t.field({ type: UserType, description: "Who chairs it.", resolve: ({ deputyId }) => deputyId }),
    namedBy: t.field({
      type: UserType,
      description: "Who handed it over, and so takes no further part.",
      resolve: ({ namedById }) => namedById,
    }),
    namedAt: t.expose("namedAt", { type: "DateTime", description: "When." }),
    reason: t.exposeString("reason", { description: "Why." }),
  }),
});

builder.objectFields(AssessmentType, (t) => ({
  recommendations: t.field({
    type: [RecommendationType],
    description:
      "What members of the group recommend, each person's latest with their earlier ones. None for those who may not see its workings.",
    args: {
      revision: t.arg.int({
        description: "About this revision alone. Default: about every one, oldest first.",
      }),
    },
    resolve: async (head, { revision }, { db }) =>
      (await loadAllRecommendations(db, head.id)).filter(
        (each) => revision == null || each.revision === revision,
      ),
  }),
  deputy: t.field({
    type: ReviewDeputyType,
    nullable: true,
    description: "Who chairs its review in the chair's place. Null: nobody was named, the chair does.",
    resolve: ({ deputies }) => deputies.at(-1) ?? null,
  }),
  possibleDeputies: t.field({
    type: [UserType],
    description:
      "Members of its group whom you could name to chair its review now, by name. None for those who can't hand it over.",
    resolve: async (head, _args, { db, viewer }) => {
      const members = await loadGroupMembers(db, head.departmentId);
      const { conflictedIds, deputyId } = head.policySubject;
      return possibleDeputies({
        memberIds: members.map(({ id }) => id),
        conflictedIds,
        namedById: viewer?.userId ?? "",
        currentDeputyId: deputyId,
      });
    },
  }),
}));
