import { connectDatabase, type DatabaseConnection } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { createTestDatabase, type TestDatabase } from "@due-regard/database/test-support/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readChanges } from "./read-changes.ts";

let made: TestDatabase;
let database: DatabaseConnection;
beforeAll(async () => {
  made = await createTestDatabase();
  database = connectDatabase(made.url, { max: 1 });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const ASSESSMENT = "5f0c7a52-1111-4222-8333-444455556666";
const ENTRIES: [
  action: string,
  detail: Record<string, unknown>,
  place: string | null,
  version: number | null,
][] = [
  ["answer.saved", { place: "aims.one", version: 3 }, "aims.one", 3],
  ["evidence.cited", { place: "potential-impact.AGE" }, "potential-impact.AGE", null],
  // Of evidence that is taken out, question and part stand each on its own.
  ["evidence.removed", { question: "potential-impact", part: "AGE" }, "potential-impact.AGE", null],
  ["evidence.removed", { question: "aims", part: null }, "aims", null],
  ["evidence.removed", { question: null, part: null }, null, null],
  ["person.invited", { version: "3" }, null, null],
];

it("tells from the record where something happened, down to the row, and on which version", async () => {
  const written = await database.db
    .insert(auditEvents)
    .values(
      ENTRIES.map(([action, detail]) => ({
        action,
        detail,
        subjectType: "assessment",
        subjectId: ASSESSMENT,
        assessmentId: ASSESSMENT,
      })),
    )
    .returning({ sequence: auditEvents.sequence });
  const sequences = written.map(({ sequence }) => sequence);
  const range = { assessmentId: ASSESSMENT, first: Math.min(...sequences), last: Math.max(...sequences) };
  const changes = await readChanges(database.db, range);
  expect(changes.map(({ action, place, version }) => [action, place, version])).toEqual(
    ENTRIES.map(([action, , place, version]) => [action, place, version]),
  );
});
