import type { Executor } from "@due-regard/database/connection";
import { loadReferenceData } from "@due-regard/database/reference/load-reference-data";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { londonToday } from "../../schema/london-today.ts";
import type { AssessmentCase } from "./judge-assessment.ts";
import { type AssessmentBody, bodyOf } from "./load-body.ts";
import type { AssessmentHead } from "./load-head.ts";

/** Everything that the rules need to judge one assessment. */
export const loadCase = async (
  db: Executor,
  head: AssessmentHead,
  body: AssessmentBody,
): Promise<AssessmentCase> => {
  const today = londonToday();
  const [references, jobTitles, chairs] = await Promise.all([
    loadReferenceData(db, today),
    loadJobTitles(
      db,
      head.people.map((person) => person.userId),
    ),
    loadChairs(db, head.departmentId),
  ]);
  return { head, body, references, jobTitles, chairs, today };
};

const loadJobTitles = async (db: Executor, userIds: string[]): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: users.id, jobTitle: users.jobTitle })
    .from(users)
    .where(inArray(users.id, userIds));
  return new Map(rows.map((row) => [row.id, row.jobTitle]));
};

const loadChairs = async (db: Executor, departmentId: string): Promise<string[]> => {
  const rows = await db
    .select({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, "DEG_CHAIR"),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.departmentId), eq(roleGrants.departmentId, departmentId)),
      ),
    );
  return rows.map((row) => row.userId);
};

const cases = new WeakMap<AssessmentHead, Promise<AssessmentCase>>();

/** The case of a head that this request has loaded, worked out once however many fields ask for it. */
export const caseOf = (context: ApiContext, head: AssessmentHead): Promise<AssessmentCase> => {
  const known = cases.get(head) ?? bodyOf(context, head).then((body) => loadCase(context.db, head, body));
  cases.set(head, known);
  return known;
};
