import {
  type EmailChoice,
  NOTICES,
  type NoticeKind,
  type NoticeUrgency,
} from "@due-regard/domain/notices/kinds";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { pageOf } from "../../../schema/page.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { UserType, ViewerType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { countNotices, isUnread, loadNotices, type NoticeView } from "./load-notices.ts";
import { MOST_IDS, markNoticesRead, type NoticesRead } from "./mark-read.ts";
import { loadPreferences, type NoticePreferences, setNoticePreferences } from "./preferences.ts";

const NoticeKindEnum = describedEnum<NoticeKind>("NoticeKind", "Why you are told.", {
  INVITED: "You are asked to help write an assessment.",
  MADE_LEAD: "You are now an assessment's lead officer.",
  COMMENTED: "Somebody commented on what you write, or answered you.",
  CHANGES_REQUESTED: "The chair asks for changes to what you wrote or signed.",
  SUBMITTED_FOR_REVIEW: "An assessment waits for your group's review.",
  POINTS_ADDRESSED: "An assessment is back in review after changes were asked for.",
  RECOMMENDED: "A member of your group recommended what to decide.",
  NAMED_DEPUTY: "You are to chair the review of an assessment.",
  SIGNED_OFF: "What you wrote is signed off.",
  PUBLISHED: "What you wrote is published.",
  REOPENED: "What you wrote or signed is open for changes again.",
  WITHDRAWN: "What you wrote, signed or reviewed is withdrawn.",
  RESULTS_EXPECTED: "Results that you record, or that your assessment cites, are expected soon.",
  RESULTS_OVERDUE: "Results that were expected are not recorded yet.",
  ACTION_DUE_SOON: "An action of a signed assessment that is yours to see to is due within two weeks.",
  ACTION_OVERDUE: "The day by which an action that is yours to see to was due has passed: once a week.",
  REVIEW_DUE_SOON: "Your assessment is to be reviewed within a week.",
  REVIEW_OVERDUE: "The day on which an assessment was to be reviewed has passed.",
  REVIEW_DUE: "A signed assessment became due for review: its day came, or its evidence changed.",
  REVIEW_CAUSE: "Another reason was found to review an assessment that is due for it already.",
  COPY_PREPARED: "A copy for the public was prepared and waits for your approval.",
  ACTION_GIVEN: "You were named to see to an action of a signed assessment.",
  DECISION_DUE_SOON: "The day by which your group is asked to decide about an assessment is within a week.",
  DECISION_OVERDUE: "The day by which your group was asked to decide about an assessment has passed.",
  LEAD_CHANGED: "An assessment that you help to write has another lead officer.",
});

const NoticeUrgencyEnum = describedEnum<NoticeUrgency>("NoticeUrgency", "How pressing a notice is.", {
  NOW: "Something waits for you, or is late.",
  SOON: "Something will be asked of you soon, or may be.",
  FOR_INFORMATION: "Nothing is asked of you.",
});

const NoticeEmailEnum = describedEnum<EmailChoice>("NoticeEmail", "How you are told by email.", {
  EACH: "One message for each notice, at once.",
  DAILY: "One message each morning, when there is something new.",
  NONE: "Not at all: your notices are here.",
});

const NoticeType = builder.objectRef<NoticeView>("Notice").implement({
  description: "Something that you were told.",
  fields: (t) => ({
    id: t.id({ description: "Names it for `markNoticesRead`.", resolve: ({ row }) => row.id }),
    kind: t.field({ type: NoticeKindEnum, description: "Why you are told.", resolve: ({ row }) => row.kind }),
    urgency: t.field({
      type: NoticeUrgencyEnum,
      description: "How pressing it is.",
      resolve: ({ row }) => NOTICES[row.kind].urgency,
    }),
    words: t.exposeString("words", { description: "The notice in one line." }),
    address: t.exposeString("address", {
      description:
        "The page that it leads to, from the top of the site: /assessments/EHRIA-2026-0007/review.",
    }),
    at: t.field({
      type: "DateTime",
      description: "When you were told.",
      resolve: ({ row }) => row.createdAt,
    }),
    readAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When you marked it as read. Null: it is new.",
      resolve: ({ row }) => row.readAt,
    }),
    by: t.field({
      type: UserType,
      nullable: true,
      description: "Whose doing it is about. Null: a date came.",
      resolve: ({ row }) => row.actorId,
    }),
    assessment: t.field({
      type: AssessmentType,
      nullable: true,
      description: "The assessment that it is about. Null: it is about the results of an organisation.",
      resolve: ({ row }) => row.assessmentId,
    }),
  }),
});

const NoticePage = connectionOf(NoticeType);

builder.queryField("notices", (t) =>
  t.connection(
    {
      type: NoticeType,
      description:
        "Your notices, latest first: of what you may see now, whatever you saw when you were told.",
      args: { unread: t.arg.boolean({ description: "True: only those that you have not marked as read." }) },
      resolve: (_root, { unread, ...page }, { db, viewer }) =>
        pageOf(page, {
          rows: async (limit, offset) =>
            viewer === null
              ? []
              : await loadNotices(db, viewer, { where: unread ? isUnread : undefined, limit, offset }),
          count: async () =>
            viewer === null ? 0 : await countNotices(db, viewer, unread ? isUnread : undefined),
        }),
    },
    ...NoticePage,
  ),
);

const NoticePreferencesType = builder.objectRef<NoticePreferences>("NoticePreferences").implement({
  description: "How you are told of what concerns you, beside the notices here.",
  fields: (t) => ({
    email: t.expose("email", { type: NoticeEmailEnum, description: "By email." }),
    emailIsSent: t.exposeBoolean("emailIsSent", {
      description: "Whether this installation sends email at all.",
    }),
    undeliveredSince: t.expose("undeliveredSince", {
      type: "DateTime",
      nullable: true,
      description:
        "When the last message to you was given up, if none has reached you since. Null: nothing is known to be wrong.",
    }),
  }),
});

builder.objectFields(ViewerType, (t) => ({
  unreadNotices: t.int({
    nullable: true,
    description: "How many notices you have not marked as read. Null: you may not ask for notices.",
    resolve: (viewer, _args, { db }) => countNotices(db, viewer, isUnread),
  }),
  noticePreferences: t.field({
    type: NoticePreferencesType,
    nullable: true,
    description: "How you are told. Null: you may not ask for notices.",
    resolve: (viewer, _args, { db }) => loadPreferences(db, viewer.userId),
  }),
}));

const MarkNoticesReadInput = builder.inputType("MarkNoticesReadInput", {
  description: "Which notices: by `ids` or by `until`.",
  fields: (t) => ({
    ids: t.idList({ description: `Ids that \`notices\` gave, at most ${MOST_IDS}.` }),
    until: t.field({
      type: "DateTime",
      description: "Each that came until then: all that your page showed.",
    }),
  }),
});

const NoticesReadType = builder.objectRef<NoticesRead>("NoticesRead").implement({
  description: "Notices were marked as read.",
  fields: (t) => ({
    unread: t.exposeInt("unread", { description: "How many are left unread." }),
  }),
});

const SetNoticePreferencesInput = builder.inputType("SetNoticePreferencesInput", {
  description: "How you want to be told.",
  fields: (t) => ({
    email: t.field({ type: NoticeEmailEnum, required: true, description: "By email." }),
  }),
});

interface PreferencesSet {
  preferences: NoticePreferences;
}

const NoticePreferencesSet = builder.objectRef<PreferencesSet>("NoticePreferencesSet").implement({
  description: "It is kept how you want to be told.",
  fields: (t) => ({
    preferences: t.expose("preferences", { type: NoticePreferencesType, description: "As they now stand." }),
  }),
});

const MarkNoticesReadResult = resultUnion("MarkNoticesReadResult", NoticesReadType);
const SetNoticePreferencesResult = resultUnion("SetNoticePreferencesResult", NoticePreferencesSet);

builder.mutationFields((t) => ({
  markNoticesRead: t.field({
    type: MarkNoticesReadResult,
    description: "Marks your notices as read.",
    args: { input: t.arg({ type: MarkNoticesReadInput, required: true, description: "Which." }) },
    resolve: async (_root, { input }, context) => answer(await markNoticesRead(context, input)),
  }),
  setNoticePreferences: t.field({
    type: SetNoticePreferencesResult,
    description: "Says how you want to be told of what concerns you.",
    args: { input: t.arg({ type: SetNoticePreferencesInput, required: true, description: "How." }) },
    resolve: async (_root, { input }, context) => {
      const set = await setNoticePreferences(context, input);
      return answer(set.ok ? { ok: true, value: { preferences: set.value } } : set);
    },
  }),
}));
