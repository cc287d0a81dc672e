import type { NoticeKind } from "./kinds.ts";

/** Something that happened to an assessment, as the audit trail has it. */
export interface NoticeEvent {
  /** Its name in the audit trail: "assessment.submitted". */
  action: string;
  /** Who did it; null: the system. */
  actorId: string | null;
  /** The row that it is about, and of what kind: a person who was asked, a comment … */
  subjectType: string;
  subjectId: string;
  detail: Readonly<Record<string, unknown>>;
}

/** Everybody whom an event of an assessment can concern, as they stand when the notice is made. */
export interface NoticePeople {
  leadId: string | null;
  contributorIds: readonly string[];
  /** Whoever ever led or contributed, and a chair who handed the review over: they take no part in it. */
  conflictedIds: readonly string[];
  /** Members and chairs of the group of its department. */
  groupIds: readonly string[];
  /** Those who decide for the group: its chairs, and a deputy named for it. */
  chairIds: readonly string[];
  /** Whoever signed an earlier or the present revision. */
  signatoryIds: readonly string[];
  /** Whoever wrote in the same talk, of a comment. */
  threadIds: readonly string[];
}

/** One part of the people of an event, by name. The policy is asked about each of them besides, when the notice is made. */
const AUDIENCES = {
  LEAD: (_event, { leadId }) => (leadId === null ? [] : [leadId]),
  CONTRIBUTORS: (_event, { contributorIds }) => contributorIds,
  GROUP: (_event, people) => withoutConflict(people.groupIds, people),
  CHAIR: (_event, people) => withoutConflict(people.chairIds, people),
  SIGNATORIES: (_event, { signatoryIds }) => signatoryIds,
  THREAD: (_event, { threadIds }) => threadIds,
  /** The person whom the event is about. */
  SUBJECT: ({ subjectType, subjectId }) => (subjectType === "person" ? [subjectId] : []),
  /** Whoever was named to see to an action. */
  OWNER: ({ detail }) => (typeof detail.ownerId === "string" ? [detail.ownerId] : []),
  DEPUTY: ({ detail }) => (typeof detail.deputyId === "string" ? [detail.deputyId] : []),
} as const satisfies Record<string, (event: NoticeEvent, people: NoticePeople) => readonly string[]>;
export type Audience = keyof typeof AUDIENCES;

const withoutConflict = (ids: readonly string[], { conflictedIds }: NoticePeople): string[] =>
  ids.filter((id) => !conflictedIds.includes(id));

interface NoticeRule {
  kind: NoticeKind;
  to: readonly Audience[];
  /** Only of events that carry this: submitted again after changes, say. Left out: of each. */
  when?: (event: NoticeEvent) => boolean;
}

const submittedAgain = ({ detail }: NoticeEvent): boolean => detail.from === "CHANGES_REQUESTED";

/** Whoever else writes it has to know whom to ask from now on. */
const NEW_LEAD: readonly NoticeRule[] = [
  { kind: "MADE_LEAD", to: ["SUBJECT"] },
  { kind: "LEAD_CHANGED", to: ["CONTRIBUTORS"] },
];

/**
 * Who is told what, by what happened. Of several rules that hold for a person the first counts. “Rejection needs a reason;
 * earlier signatories are told” (design/domain.md §3, Process): so are they of a reopening.
 */
export const NOTICE_RULES: Readonly<Record<string, readonly NoticeRule[]>> = {
  "person.invited": [{ kind: "INVITED", to: ["SUBJECT"] }],
  "lead.handed-over": NEW_LEAD,
  "lead.reassigned": NEW_LEAD,
  "comment.written": [{ kind: "COMMENTED", to: ["THREAD", "LEAD", "CONTRIBUTORS"] }],
  "comment.reopened": [{ kind: "COMMENTED", to: ["THREAD"] }],
  "assessment.submitted": [
    { kind: "POINTS_ADDRESSED", to: ["GROUP", "CHAIR"], when: submittedAgain },
    { kind: "SUBMITTED_FOR_REVIEW", to: ["GROUP", "CHAIR"] },
  ],
  "assessment.changes-requested": [
    { kind: "CHANGES_REQUESTED", to: ["LEAD", "CONTRIBUTORS", "SIGNATORIES"] },
  ],
  "review.sign-off-recommended": [{ kind: "RECOMMENDED", to: ["CHAIR"] }],
  "review.changes-recommended": [{ kind: "RECOMMENDED", to: ["CHAIR"] }],
  "review.handed-over": [{ kind: "NAMED_DEPUTY", to: ["DEPUTY"] }],
  "assessment.signed-off": [{ kind: "SIGNED_OFF", to: ["LEAD", "CONTRIBUTORS"] }],
  "publication.prepared": [{ kind: "COPY_PREPARED", to: ["CHAIR"] }],
  "assessment.published": [{ kind: "PUBLISHED", to: ["LEAD", "CONTRIBUTORS"] }],
  "assessment.reopened": [{ kind: "REOPENED", to: ["LEAD", "CONTRIBUTORS", "SIGNATORIES"] }],
  "assessment.review-due": [{ kind: "REVIEW_DUE", to: ["LEAD", "CHAIR"] }],
  "review.cause-found": [{ kind: "REVIEW_CAUSE", to: ["LEAD", "CHAIR"] }],
  "action.owner-named": [{ kind: "ACTION_GIVEN", to: ["OWNER"] }],
  "assessment.withdrawn": [{ kind: "WITHDRAWN", to: ["CONTRIBUTORS", "SIGNATORIES", "GROUP"] }],
};

/** Whether anybody may have to be told of it. */
export const tellsSomebody = (action: string): boolean => Object.hasOwn(NOTICE_RULES, action);

/** A date is nobody's doing. */
const NOBODY: NoticeEvent = { action: "", actorId: null, subjectType: "", subjectId: "", detail: {} };

/** The people of these parts, each once: whom a date concerns. */
export const peopleOf = (audiences: readonly Audience[], people: NoticePeople): string[] => [
  ...new Set(audiences.flatMap((audience) => AUDIENCES[audience](NOBODY, people))),
];

export interface Told {
  userId: string;
  kind: NoticeKind;
}

/** Who is told what of an event, each person once, and never whoever did it. Whether they may read it is the policy's to say. */
export const recipientsOf = (event: NoticeEvent, people: NoticePeople): Told[] => {
  const rules = tellsSomebody(event.action) ? (NOTICE_RULES[event.action] ?? []) : [];
  const told = new Map<string, NoticeKind>();
  for (const { kind, to, when } of rules) {
    if (when && !when(event)) continue;
    for (const userId of to.flatMap((audience) => AUDIENCES[audience](event, people)))
      if (userId !== event.actorId && !told.has(userId)) told.set(userId, kind);
  }
  return [...told].map(([userId, kind]) => ({ userId, kind }));
};
