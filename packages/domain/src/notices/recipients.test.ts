import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  NOTICE_RULES,
  type NoticeEvent,
  type NoticePeople,
  recipientsOf,
  tellsSomebody,
} from "./recipients.ts";

const PEOPLE: NoticePeople = {
  leadId: "lead",
  contributorIds: ["helper"],
  conflictedIds: ["lead", "helper", "former"],
  // The former contributor sits on the group, and so does the helper.
  groupIds: ["member", "chair", "former", "helper"],
  chairIds: ["chair", "deputy"],
  signatoryIds: ["lead", "chair", "earlier-chair"],
  threadIds: ["lead", "member"],
};

const happened = (action: string, change: Partial<NoticeEvent> = {}): NoticeEvent => ({
  action,
  actorId: null,
  subjectType: "assessment",
  subjectId: "assessment",
  detail: {},
  ...change,
});

const shown = (event: NoticeEvent, people = PEOPLE): string =>
  recipientsOf(event, people)
    .map(({ userId, kind }) => `${kind} ${userId}`)
    .sort()
    .join(", ");

describe("who is told what", () => {
  test.each<[string, NoticeEvent, string]>([
    [
      "a person who was asked to help",
      happened("person.invited", { actorId: "lead", subjectType: "person", subjectId: "new" }),
      "INVITED new",
    ],
    [
      "a person who was made the lead",
      happened("lead.handed-over", { actorId: "lead", subjectType: "person", subjectId: "helper" }),
      "MADE_LEAD helper",
    ],
    [
      "whoever else writes it, of a lead who followed one who has left",
      happened("lead.reassigned", { actorId: "admin", subjectType: "person", subjectId: "new" }),
      "LEAD_CHANGED helper, MADE_LEAD new",
    ],
    [
      "whoever writes the assessment, and whoever talks along, of a comment",
      happened("comment.written", { actorId: "member", subjectType: "comment" }),
      "COMMENTED helper, COMMENTED lead",
    ],
    [
      "those who talk along, of a talk that is opened again",
      happened("comment.reopened", { actorId: "lead", subjectType: "comment" }),
      "COMMENTED member",
    ],
    [
      "the group, of a first submission; nobody of it who ever helped to write it",
      happened("assessment.submitted", { actorId: "lead", detail: { from: "DRAFT" } }),
      "SUBMITTED_FOR_REVIEW chair, SUBMITTED_FOR_REVIEW deputy, SUBMITTED_FOR_REVIEW member",
    ],
    [
      "the group, of points that were addressed",
      happened("assessment.submitted", { actorId: "lead", detail: { from: "CHANGES_REQUESTED" } }),
      "POINTS_ADDRESSED chair, POINTS_ADDRESSED deputy, POINTS_ADDRESSED member",
    ],
    [
      "those who write it and those who had signed, of changes asked for",
      happened("assessment.changes-requested", { actorId: "chair" }),
      "CHANGES_REQUESTED earlier-chair, CHANGES_REQUESTED helper, CHANGES_REQUESTED lead",
    ],
    [
      "who decides, of a recommendation",
      happened("review.changes-recommended", { actorId: "member" }),
      "RECOMMENDED chair, RECOMMENDED deputy",
    ],
    [
      "who may approve it, of a copy for the public that somebody else prepared",
      happened("publication.prepared", { actorId: "chair" }),
      "COPY_PREPARED deputy",
    ],
    [
      "the deputy",
      happened("review.handed-over", { actorId: "chair", detail: { deputyId: "member" } }),
      "NAMED_DEPUTY member",
    ],
    [
      "those who write it, of the signature",
      happened("assessment.signed-off", { actorId: "chair" }),
      "SIGNED_OFF helper, SIGNED_OFF lead",
    ],
    [
      "those who signed, of a reopening by the lead",
      happened("assessment.reopened", { actorId: "lead" }),
      "REOPENED chair, REOPENED earlier-chair, REOPENED helper",
    ],
    [
      "the lead and whoever chairs its review, when the system finds it due for review",
      happened("assessment.review-due"),
      "REVIEW_DUE chair, REVIEW_DUE deputy, REVIEW_DUE lead",
    ],
    [
      "the owner of an action, unless they named themselves",
      happened("action.owner-named", { actorId: "lead", detail: { ownerId: "owner" } }),
      "ACTION_GIVEN owner",
    ],
    ["nobody, of an answer that was saved", happened("answer.saved", { actorId: "lead" }), ""],
    ["nobody, of a name that every object has", happened("constructor"), ""],
  ])("%s", (_name, event, expected) => {
    expect(shown(event)).toBe(expected);
  });

  it("manages without a lead and with details of any kind", () => {
    const nobody = { ...PEOPLE, leadId: null, contributorIds: [] };
    expect(shown(happened("assessment.signed-off"), nobody)).toBe("");
    expect(shown(happened("review.handed-over", { detail: { deputyId: 7 } }))).toBe("");
    expect(shown(happened("person.invited"))).toBe("");
  });
});

const ids = fc.subarray(["a", "b", "c", "d"]);
const anyPeople: fc.Arbitrary<NoticePeople> = fc.record({
  leadId: fc.option(fc.constantFrom("a", "b", "c", "d")),
  contributorIds: ids,
  conflictedIds: ids,
  groupIds: ids,
  chairIds: ids,
  signatoryIds: ids,
  threadIds: ids,
});
const anyEvent: fc.Arbitrary<NoticeEvent> = fc.record({
  action: fc.constantFrom(...Object.keys(NOTICE_RULES), "answer.saved"),
  actorId: fc.option(fc.constantFrom("a", "b", "c", "d")),
  subjectType: fc.constantFrom("person", "assessment", "comment"),
  subjectId: fc.constantFrom("a", "b", "c", "d"),
  detail: fc.record({
    from: fc.constantFrom("DRAFT", "CHANGES_REQUESTED"),
    deputyId: fc.constantFrom("a", "b"),
  }),
});

test("property: nobody is told twice, nor of what they did themselves, nor anybody who has no part in it", () => {
  fc.assert(
    fc.property(anyEvent, anyPeople, (event, people) => {
      const told = recipientsOf(event, people).map(({ userId }) => userId);
      expect(new Set(told).size).toBe(told.length);
      expect(told).not.toContain(event.actorId);
      const known = [...Object.values(people).flat(), event.subjectId, event.detail.deputyId];
      for (const userId of told) expect(known).toContain(userId);
      expect(told.length > 0 && !tellsSomebody(event.action)).toBe(false);
    }),
  );
});

test("property: whoever ever wrote it is not asked to review it", () => {
  const asked = ["SUBMITTED_FOR_REVIEW", "POINTS_ADDRESSED", "RECOMMENDED"];
  fc.assert(
    fc.property(anyEvent, anyPeople, (event, people) => {
      for (const { userId, kind } of recipientsOf(event, people))
        if (asked.includes(kind)) expect(people.conflictedIds).not.toContain(userId);
    }),
  );
});
