import type { PublicationRule, QuestionMeaning } from "@due-regard/domain/ehria/form/template";
import type { SignatoryRole, Stage } from "@due-regard/domain/ehria/vocabulary";

export const PUBLICATION: Record<PublicationRule, string> = {
  PUBLISH: "Published",
  JOB_TITLE_ONLY: "Published as a job title only",
  WITHHOLD: "Never published",
};

export const STAGE: Record<Stage, string> = { SCREENING: "Screening", REPORT: "Report" };

export const SIGNATORY: Record<SignatoryRole, string> = {
  LEAD_OFFICER: "Lead officer",
  DEG_CHAIR: "Chair of the Departmental Equalities Group",
};

/** What rules of the software may take a question to be. */
export const MEANING: Record<QuestionMeaning, string> = {
  TITLE: "Name of the policy",
  DEPARTMENT: "Department",
  LEAD_OFFICER: "Who leads the assessment",
  TELEPHONE: "Telephone number",
  IMPLEMENTING_OFFICER: "Who will implement the policy",
  STARTED_ON: "Day on which the assessment began",
  COMPLETED_ON: "Day on which it was completed",
  REPORT_ALREADY_NEEDED: "Whether a report is known to be needed, so that the screening is skipped",
  REPORT_ALREADY_NEEDED_REASON: "Why the screening is skipped",
  EQUALITY_AIMS: "The three aims of the equality duty",
  CONSULTED: "Whether the people concerned were asked",
  REPRESENTATIVES_CONSULTED: "Whether their representatives were asked",
  OTHERS_EXPLORED: "Whether others who may be affected were considered",
  CONSULTATION_EXPLANATION: "Why nobody was asked, or who will be",
  MONITORING: "Whether effects are monitored",
  POTENTIAL_IMPACT: "Possible effects on each group",
  POTENTIAL_RIGHTS: "Possible effects on rights",
  ADVERSE_EVIDENCE: "Whether there is evidence of harm or barriers",
  LIKELY_IMPACT: "The likely impact as a whole",
  REPORT_REQUIRED: "Whether a report is needed",
  LIKELY_IMPACT_ROWS: "Likely effects on each group",
  LIKELY_RIGHTS_ROWS: "Likely effects on rights",
  ADVERSE_IMPACT: "Whether discrimination was found, and whether it is lawful",
  MITIGATION: "What reduces harm",
  IMPROVEMENT_PLAN: "The improvement plan",
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
