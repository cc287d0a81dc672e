import type { ChangeKind } from "@due-regard/domain/ehria/change-kinds";
import { namePlace, placeOfRecord } from "@due-regard/domain/ehria/form/name-place";
import type { ApiContext } from "../../../context.ts";
import { loadPublishedTemplate } from "../../../forms/published-templates.ts";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { type AssessmentChangeEvent, followAssessment } from "./follow-assessment.ts";
import { PresenceType } from "./presence.graphql.ts";

const AssessmentChangeKindEnum = describedEnum<ChangeKind>("AssessmentChangeKind", "What happened.", {
  OPENED: "Nothing yet: the stream has begun. What was read before may be old, so read it again.",
  ANSWER: "An answer was saved.",
  ROW: "A row about a characteristic or a right was saved.",
  EVIDENCE: "Evidence was cited, or taken out.",
  ACTION: "An action of the improvement plan was added, changed or taken out.",
  COMMENT: "Something was said about it, or settled.",
  REVIEW: "A member of the group recommended something, or the review went to a deputy.",
  PEOPLE: "Somebody was asked to write it, their part ended, or the lead changed.",
  STATUS: "It was started, submitted, sent back, signed off, reopened or withdrawn.",
  FORM: "It was moved to a newer version of its form.",
  OTHER: "Something else of its history.",
  PRESENCE: "Somebody came, went, or is writing elsewhere. Told only to those who may edit it.",
  MISSED: "Changes went by that were not told one by one: read the assessment again.",
});

/** The place in the form, now: the record may name one that an earlier version of the form had. */
const placeOf = async ({ place, access }: AssessmentChangeEvent, { db }: ApiContext) => {
  if (place === null) return null;
  const { filled } = await loadPublishedTemplate(db, access.head.templateId);
  const found = placeOfRecord(filled, place);
  return found === null ? null : { path: found, name: namePlace(filled, found) };
};

/** The policy judges it by the assessment that it is about, as it stood when this was told. */
interface JudgedChange extends AssessmentChangeEvent {
  policySubject: AssessmentChangeEvent["access"]["head"]["policySubject"];
}

const AssessmentChangeType = builder.objectRef<JudgedChange>("AssessmentChange").implement({
  description:
    "Something that happened to an assessment. Says what, where and by whom; what it says now, `assessment` tells.",
  fields: (t) => ({
    kind: t.expose("kind", { type: AssessmentChangeKindEnum, description: "What happened." }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    record: t.id({
      nullable: true,
      description: "The entry of its history, as `AuditEvent.id` has it. Null: it leaves none.",
      resolve: ({ sequence }) => (sequence === null ? null : String(sequence)),
    }),
    action: t.exposeString("action", {
      nullable: true,
      description:
        "Machine-readable name of what was done, as in its history. Null: it leaves no entry there.",
    }),
    place: t.string({
      nullable: true,
      description:
        "Where in the form: “question” or “question.part”. Null: it is about no one place, or the form has it no more.",
      resolve: async (change, _args, context) => (await placeOf(change, context))?.path ?? null,
    }),
    label: t.string({
      nullable: true,
      description: "The place in words, such as “question 9”. Null: as for `place`.",
      resolve: async (change, _args, context) => (await placeOf(change, context))?.name ?? null,
    }),
    version: t.exposeInt("version", {
      nullable: true,
      description: "The version that was stored. Null: it has none.",
    }),
    by: t.field({
      type: UserType,
      nullable: true,
      description: "Who did it. Null: the system, or nobody.",
      resolve: ({ byId }) => byId,
    }),
    presence: t.field({
      type: [PresenceType],
      description: "Who has it open now, you among them. Empty for those who may not edit it.",
      resolve: ({ presence, access: { head } }) => presence.map((row) => ({ row, head })),
    }),
    assessment: t.field({
      type: AssessmentType,
      description: "The assessment as it stands now.",
      resolve: ({ access }) => access.head,
    }),
  }),
});

builder.subscriptionField("assessmentChanged", (t) =>
  t.field({
    type: AssessmentChangeType,
    description:
      "What happens to an assessment that you may see, while it happens: who changed what, and who is there. Begins with OPENED. Ends when you may no longer see it, or your session ends. Up to 20 at once for each account.",
    args: {
      reference: t.arg.string({ required: true, description: "The assessment's reference." }),
      tab: t.arg.string({
        description:
          "Any text of 1 to 100 characters that names this tab: whoever may edit the draft then shows as present. Default: watch unseen.",
      }),
    },
    subscribe: (_root, args, context) => followAssessment(context, args),
    resolve: (event: AssessmentChangeEvent) => ({ ...event, policySubject: event.access.head.policySubject }),
  }),
);
