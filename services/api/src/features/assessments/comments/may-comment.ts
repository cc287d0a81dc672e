import { capacitiesOf, GROUP_CAPACITIES, mayOnAssessment } from "@due-regard/domain/access/policy";
import { conflictOfInterest } from "@due-regard/domain/ehria/workflow/needs";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { notAllowed, ok, type Result } from "@due-regard/domain/result";
import type { SignedInViewer } from "../../../context.ts";
import { type AssessmentHead, everWrote, handedOver } from "../load-head.ts";

/** Whoever writes it may comment while it is written, the group while it reviews; nobody with a conflict of interest in the group. */
export const mayComment = (viewer: SignedInViewer, head: AssessmentHead): Result<void> => {
  const { policySubject, leadId } = head;
  if (mayOnAssessment(viewer, "assessment.comment", policySubject)) return ok(undefined);
  const isNoReviewer = !GROUP_CAPACITIES.some((each) => capacitiesOf(viewer, policySubject).includes(each));
  const people = { lead: leadId ?? "", everWrote: everWrote(head), handedOver: handedOver(head) };
  const conflict = isNoReviewer ? null : conflictOfInterest({ people, signatures: [] }, viewer);
  return notAllowed(
    conflict ?? `This assessment is ${STATUS_IN_WORDS[policySubject.status]}, and you can't comment on it.`,
  );
};
