import type { Executor } from "@due-regard/database/connection";
import { readAssessmentCase } from "@due-regard/database/read-models/assessment-case";
import type { ApiContext } from "../../context.ts";
import { londonToday } from "../../schema/london-today.ts";
import type { AssessmentCase } from "./judge-assessment.ts";
import { type AssessmentBody, bodyOf } from "./load-body.ts";
import { type AssessmentHead, handedOver } from "./load-head.ts";

/** Everything that the rules need to judge one assessment. */
export const loadCase = async (
  db: Executor,
  head: AssessmentHead,
  body: AssessmentBody | Promise<AssessmentBody>,
): Promise<AssessmentCase> => {
  const today = londonToday();
  const question = { assessmentId: head.id, departmentId: head.departmentId, today };
  const [rows, read] = await Promise.all([readAssessmentCase(db, question), body]);
  return { head, body: read, ...rows, chairs: chairsOf(head, rows.chairs), today };
};

/** Once the review was handed over, the deputy stands in the place of whoever did that. */
const chairsOf = (head: AssessmentHead, byRole: readonly string[]): string[] => {
  const gaveWay = handedOver(head);
  const deputyId = head.policySubject.deputyId;
  const chairs = byRole.filter((userId) => !gaveWay.includes(userId));
  return deputyId === null ? chairs : [...chairs, deputyId];
};

const cases = new WeakMap<AssessmentHead, Promise<AssessmentCase>>();

/** The case of a head that this request has loaded, worked out once however many fields ask for it. */
export const caseOf = (context: ApiContext, head: AssessmentHead): Promise<AssessmentCase> => {
  const known = cases.get(head) ?? loadCase(context.db, head, bodyOf(context, head));
  cases.set(head, known);
  return known;
};
