import { type CompletenessRule, type FormProblem, findFormProblems } from "../../form/completeness.ts";
import type { CheckRule, Finding } from "../finding.ts";
import { finding } from "../places.ts";

/** Why each kind of gap matters. What to do about it is the gap's own message. */
const REASONS: Record<CompletenessRule, string> = {
  "report-incomplete":
    "A negative or unknown impact, or one known beforehand, has to be looked into fully before it is signed.",
  "required-part-unanswered":
    "The form asks for this. A reader can't tell an empty answer from one that was forgotten.",
  "no-without-explanation":
    "The form asks for the reason behind a No. Without it nobody can see whether the gap matters.",
  "affected-without-direction":
    "Yes says only that people are affected. Whether they gain or lose decides what follows.",
  "action-without-owner-or-date":
    "An action that nobody owns, or that has no date, isn't done, and can't be chased.",
  "completed-to-be-confirmed":
    "The record must show that the assessment was complete before the decision was taken.",
  "obliged-action-missing": "An earlier answer makes this action necessary, so the plan has to hold it.",
};

const blockingFinding = (problem: FormProblem): Finding =>
  finding({
    rule: problem.rule,
    weight: "BLOCKS",
    place: problem.place,
    message: REASONS[problem.rule],
    remedy: problem.message,
  });

/** All problems of completeness of one kind, as findings. */
export const formProblemsOf =
  (rule: CompletenessRule): CheckRule =>
  ({ reading }) =>
    findFormProblems(reading)
      .filter((problem) => problem.rule === rule)
      .map(blockingFinding);
