import { expect, test } from "vitest";
import { checkHandingOver, type HandingOver } from "./deputy.ts";

const handing: HandingOver = {
  deputyId: "member",
  namedById: "chair",
  reason: "I helped to write it",
  memberIds: ["member", "other-member", "writer", "former-deputy", "chair"],
  conflictedIds: ["lead", "writer", "former-deputy"],
  currentDeputyId: null,
};

const HANDED_OVER = { conflictedIds: ["chair"], currentDeputyId: "other-member" };

test.each<[string, Partial<HandingOver>, string[]]>([
  ["a member", {}, []],
  ["another member in place of the deputy", { currentDeputyId: "other-member" }, []],
  ["the deputy again", { currentDeputyId: "member" }, ["deputy"]],
  ["somebody outside the group", { deputyId: "officer" }, ["deputy"]],
  ["a member who wrote it", { deputyId: "writer" }, ["deputy"]],
  ["a member who handed it over before", { deputyId: "former-deputy" }, ["deputy"]],
  ["oneself", { deputyId: "chair" }, ["deputy"]],
  ["another one, by a chair who handed it over to somebody who can chair it", { ...HANDED_OVER }, ["deputy"]],
  [
    "another one, by that chair, when the deputy left the group",
    { ...HANDED_OVER, memberIds: ["member", "chair"] },
    [],
  ],
  [
    "another one, by that chair, when the deputy came to have an interest",
    { ...HANDED_OVER, conflictedIds: ["chair", "other-member"] },
    [],
  ],
  ["nobody in particular, for no reason", { deputyId: "", reason: " " }, ["reason", "deputy"]],
  ["a member, at too great length", { reason: "x".repeat(4_001) }, ["reason"]],
])("naming %s", (_name, change, paths) => {
  expect(checkHandingOver({ ...handing, ...change }).map(({ path }) => path)).toEqual(paths);
});
