import { type PresenceRow, readPresence, showPlace } from "@due-regard/database/assessments/presence";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { isPlace } from "@due-regard/domain/ehria/form/name-place";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { invalid, notAllowed, notFound, ok, type Problem, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../../context.ts";
import { loadPublishedTemplate } from "../../../forms/published-templates.ts";
import { type AssessmentHead, loadHeadByReference } from "../load-head.ts";

export interface PresenceInput {
  reference: string;
  tab: string;
  place?: string | null | undefined;
}

export interface PresenceSet {
  head: AssessmentHead;
  presence: PresenceRow[];
}

const LONGEST_TAB = 100;

export const isTab = (tab: string): boolean => tab.length > 0 && tab.length <= LONGEST_TAB;
export const TAB_PROBLEM = `Name the tab in 1 to ${LONGEST_TAB} characters.`;

/**
 * Says where in a draft somebody is writing. Only a place of its form is taken, so nobody can put words of their own on other
 * people's screens. Takes no lock: it changes nothing of the assessment, and must not wait for saves.
 */
export const setPresence = async (
  context: ApiContext,
  { reference, tab, place = null }: PresenceInput,
): Promise<Result<PresenceSet>> => {
  const { db, viewer } = context;
  const head = await loadHeadByReference(db, viewer, reference);
  if (viewer === null || head === null) return notFound("There is no assessment with this reference.");
  if (!mayOnAssessment(viewer, "assessment.edit", head.policySubject)) {
    return notAllowed(
      `This assessment is ${STATUS_IN_WORDS[head.status]}, and you can't change what it says, so there is nothing to show of you.`,
    );
  }
  const { filled } = await loadPublishedTemplate(db, head.templateId);
  const problems: Problem[] = [];
  if (!isTab(tab)) problems.push({ path: "tab", message: TAB_PROBLEM });
  if (place !== null && !isPlace(filled, place))
    problems.push({ path: "place", message: "This form has no such question or part." });
  if (problems.length > 0) return invalid(problems);
  await showPlace(db, { assessmentId: head.id, userId: viewer.userId, tab }, place);
  return ok({ head, presence: await readPresence(db, head.id) });
};
