import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { notAllowed, ok, type Result } from "@due-regard/domain/result";
import type { SignedInViewer } from "../../../context.ts";
import type { AssessmentHead } from "../load-head.ts";

/** Whoever writes it may comment while it is written, the group while it reviews; nobody with a conflict of interest in the group. */
export const mayComment = (viewer: SignedInViewer, { policySubject }: AssessmentHead): Result<void> =>
  mayOnAssessment(viewer, "assessment.comment", policySubject)
    ? ok(undefined)
    : notAllowed(`This assessment is ${STATUS_IN_WORDS[policySubject.status]}, and you can't comment on it.`);
