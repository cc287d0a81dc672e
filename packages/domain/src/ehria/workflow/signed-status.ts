import { SIGNED_STATUSES } from "../../access/assessment-acts.ts";
import type { AssessmentStatus } from "../vocabulary.ts";

const isSigned = (status: AssessmentStatus): boolean => SIGNED_STATUSES.some((each) => each === status);

/**
 * What becomes of the last signed revision when an assessment moves from one status to another: the status under which its
 * readers go on seeing it while a later revision is written. Null: there is none, since the revision in force is itself signed,
 * or the whole was given up. `before`: what it was until now.
 */
export const signedStatusAfter = (
  { from, to }: { from: AssessmentStatus; to: AssessmentStatus },
  before: AssessmentStatus | null,
): AssessmentStatus | null => {
  if (isSigned(to) || to === "WITHDRAWN") return null;
  return isSigned(from) ? from : before;
};
