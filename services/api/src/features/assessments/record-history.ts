import type { Transaction } from "@due-regard/database/connection";
import type { WorkflowAction } from "@due-regard/domain/ehria/workflow/transitions";
import type { ApiContext } from "../../context.ts";
import { recordAudit } from "../../schema/in-transaction.ts";
import type { AssessmentHead } from "./load-head.ts";

/** What the timeline calls each milestone. */
export const MILESTONES = {
  "assessment.started": "Started",
  "assessment.loaded": "Loaded from a committee paper",
  "assessment.submitted": "Signed by the lead officer and submitted",
  "assessment.changes-requested": "Changes asked for",
  "assessment.signed-off": "Signed off by the chair",
  "assessment.published": "Published",
  "assessment.reopened": "Reopened",
  "assessment.review-due": "Due for review",
  "assessment.superseded": "Superseded by another assessment",
  "assessment.withdrawn": "Withdrawn",
  "assessment.form-changed": "Moved to a newer version of its form",
  "review.sign-off-recommended": "Recommended to sign it off",
  "review.changes-recommended": "Recommended to ask for changes",
  "review.handed-over": "Review handed over to a deputy",
  "publication.prepared": "Copy for the public prepared",
  "assessment.review-date-set": "Day of its review set",
  "review.cause-found": "Another reason to review it was found",
  "person.invited": "Asked to contribute",
  "person.removed": "Contributes no longer",
  "lead.handed-over": "Made lead officer",
  "lead.reassigned": "Made lead officer, in place of one who can no longer sign in",
} as const;

/** What the whole history calls each edit. */
export const EDITS = {
  "answer.saved": "Answer saved",
  "answer.copied": "Answer copied from another assessment",
  "impact.saved": "Row saved",
  "text.set-aside": "Text given up for another’s",
  "evidence.cited": "Evidence cited",
  "evidence.cited-anew": "Evidence cited anew",
  "evidence.noted": "Note on evidence changed",
  "evidence.removed": "Evidence taken out",
  "evidence.watched": "What is watched of a figure was set",
  "file.refused": "File refused by the virus scanner",
  "publication.passage-decided": "Decided what the public reads of a passage",
  "action.added": "Action added",
  "action.saved": "Action changed",
  "action.removed": "Action taken out",
  "action.progress-recorded": "Progress of an action recorded",
  "action.due-moved": "Action given another date",
  "action.owner-named": "Owner of an action named",
  "action.linked": "Action joined to a measure or a plan",
  "comment.written": "Comment written",
  "comment.corrected": "Comment put right",
  "comment.resolved": "Comment resolved",
  "comment.reopened": "Comment opened again",
  "point.raised": "Point made by the chair",
} as const;

type Milestone = keyof typeof MILESTONES;

/** The milestone that each transition leaves: one that is missing here does not compile. */
export const MILESTONE_OF: Record<WorkflowAction, Milestone> = {
  SUBMIT: "assessment.submitted",
  REQUEST_CHANGES: "assessment.changes-requested",
  SIGN_OFF: "assessment.signed-off",
  PUBLISH: "assessment.published",
  REOPEN: "assessment.reopened",
  SUPERSEDE: "assessment.superseded",
  MARK_REVIEW_DUE: "assessment.review-due",
  WITHDRAW: "assessment.withdrawn",
};

interface HistoryEntry {
  action: Milestone | keyof typeof EDITS;
  /** What of the assessment it is about; left out: the assessment itself. */
  subject?: {
    type: "evidence-link" | "improvement-action" | "person" | "comment" | "recommendation";
    id: string;
  };
  reason?: string | null;
  detail?: Record<string, unknown>;
}

/** Writes what happened to an assessment, in the transaction of the write itself. */
export const recordHistory = (
  tx: Transaction,
  context: ApiContext,
  head: Pick<AssessmentHead, "id" | "revision">,
  entries: HistoryEntry[],
): Promise<void> =>
  recordAudit(
    tx,
    context,
    entries.map(({ subject, ...entry }) => ({
      ...entry,
      subjectType: subject?.type ?? "assessment",
      subjectId: subject?.id ?? head.id,
      assessmentId: head.id,
      revision: head.revision,
    })),
  );
