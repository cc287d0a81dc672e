import { describe, expect, test } from "vitest";
import { SYSTEM } from "../../access/policy.ts";
import { sampleCommand, sampleDraft } from "../testing/sample-workflow.ts";
import { decide } from "./decide.ts";

describe("superseding", () => {
  const published = sampleDraft({ status: "PUBLISHED" });

  test("names what takes its place, and why", () => {
    const result = decide(published, sampleCommand("SUPERSEDE", "LEAD"));
    expect(result.ok && result.value).toMatchObject([
      {
        type: "STATUS_CHANGED",
        to: "SUPERSEDED",
        successor: "EHRIA-2020-0002",
        reason: "Question 10 needs figures",
      },
    ]);
  });

  test.each([
    ["nothing", null],
    ["itself", { reference: "EHRIA-2020-0001", status: "PUBLISHED", isItself: true }],
    ["a draft", { reference: "EHRIA-2020-0002", status: "DRAFT", isItself: false }],
    ["one in review", { reference: "EHRIA-2020-0002", status: "IN_REVIEW", isItself: false }],
    ["a superseded one", { reference: "EHRIA-2020-0002", status: "SUPERSEDED", isItself: false }],
    ["a withdrawn one", { reference: "EHRIA-2020-0002", status: "WITHDRAWN", isItself: false }],
  ] as const)("is refused in favour of %s", (_name, successor) => {
    expect(decide(published, sampleCommand("SUPERSEDE", "DEG_CHAIR", { successor }))).toMatchObject({
      ok: false,
      failure: { kind: "VALIDATION", problems: [{ path: "successor" }] },
    });
  });
});

test("the system marks what is due for review, with the reason", () => {
  const command = sampleCommand("MARK_REVIEW_DUE", SYSTEM, { reason: "The figure cited is now 11.3" });
  expect(decide(sampleDraft({ status: "SIGNED_OFF" }), command)).toMatchObject({
    ok: true,
    value: [
      { type: "STATUS_CHANGED", to: "REVIEW_DUE", userId: null, reason: "The figure cited is now 11.3" },
    ],
  });
});
