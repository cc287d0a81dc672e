import type { Executor } from "@due-regard/database/connection";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { SCOPES } from "@due-regard/domain/access/roles";
import type { AssessmentHead } from "../load-head.ts";
import { heldBy } from "../people/held-by.ts";
import type { ActionInForce } from "./load-actions.ts";

/** Whether somebody may read the assessment of an action, as the signed one whose plan is in force. */
export const readsPlan = async (
  db: Executor,
  { head, action }: { head: Pick<AssessmentHead, "policySubject">; action: ActionInForce },
  person: { id: string; departmentId: string | null },
): Promise<boolean> => {
  const roles = (await heldBy(db, [person.id])).get(person.id) ?? [];
  const viewer = { userId: person.id, departmentId: person.departmentId, roles, scopes: SCOPES };
  return mayOnAssessment(viewer, "assessment.read", { ...head.policySubject, status: action.planStatus });
};
