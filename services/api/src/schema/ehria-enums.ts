import type { Role } from "@due-regard/domain/access/roles";
import type * as words from "@due-regard/domain/ehria/vocabulary";
import { describedEnum } from "./described-enum.ts";

export const RoleEnum = describedEnum<Role>(
  "Role",
  "A role that a person holds in one department or everywhere.",
  {
    OFFICER: "Starts and drafts assessments.",
    DEG_MEMBER: "Member of the Departmental Equalities Group: reads and reviews what was submitted.",
    DEG_CHAIR: "Chair of the Departmental Equalities Group: asks for changes or signs off.",
    ANALYST: "Keeps the figures.",
    HEAD_OF_SERVICE: "Explains the figures and reads the department's submitted assessments.",
    SCRUTINY: "Reads figures and signed assessments on behalf of members.",
    ADMIN: "Looks after people and forms. Reads no drafts.",
  },
);

export const AssessmentStatusEnum = describedEnum<words.AssessmentStatus>(
  "AssessmentStatus",
  "Where an assessment stands.",
  {
    DRAFT: "Being written.",
    IN_REVIEW: "Signed by its lead officer and submitted: waits for the Departmental Equalities Group.",
    CHANGES_REQUESTED: "Sent back with a reason: a new revision is being written.",
    SIGNED_OFF: "Signed by the lead officer and the chair.",
    PUBLISHED: "Signed off, and its depersonalised version is public.",
    REVIEW_DUE: "Signed, and due to be looked at again.",
    SUPERSEDED: "Replaced by a later assessment.",
    WITHDRAWN: "Given up by its lead officer.",
  },
);

export const StageEnum = describedEnum<words.Stage>("Stage", "Which part of the form a row belongs to.", {
  SCREENING: "The first look: is a fuller report needed?",
  REPORT: "The full report, by whatever name the form has for it.",
});

export const ProtectedCharacteristicEnum = describedEnum<words.ProtectedCharacteristic>(
  "ProtectedCharacteristic",
  "The nine of the Equality Act 2010, and two that the council asks about as well.",
  {
    AGE: "Age.",
    DISABILITY: "Disability.",
    GENDER_REASSIGNMENT: "Gender reassignment.",
    MARRIAGE_AND_CIVIL_PARTNERSHIP:
      "Marriage and civil partnership: counts for the first aim of the duty only.",
    PREGNANCY_AND_MATERNITY: "Pregnancy and maternity.",
    RACE: "Race.",
    RELIGION_OR_BELIEF: "Religion or belief.",
    SEX: "Sex.",
    SEXUAL_ORIENTATION: "Sexual orientation.",
    OTHER_GROUPS: "Other groups, such as carers or people in rural places. Not protected by the Act.",
    COMMUNITY_COHESION: "How communities get on together. Not protected by the Act.",
  },
);

export const ImpactDirectionEnum = describedEnum<words.ImpactDirection>(
  "ImpactDirection",
  "Which way an impact goes. Affected does not mean harmed.",
  {
    POSITIVE: "For the better.",
    NEUTRAL: "Neither better nor worse.",
    NEGATIVE: "For the worse.",
    MIXED: "Better for some, worse for others.",
    UNKNOWN: "Not known yet.",
  },
);

export const LikelyImpactEnum = describedEnum<words.LikelyImpact>(
  "LikelyImpact",
  "What the screening concludes about the policy as a whole.",
  {
    NO_IMPACT: "No impact.",
    POSITIVE: "Positive impact.",
    NEUTRAL: "Neutral impact.",
    NEGATIVE: "Negative impact: a full report is required.",
    UNKNOWN: "Impact not known: a full report is required.",
  },
);

export const RightKindEnum = describedEnum<words.RightKind>("RightKind", "How far a right may be limited.", {
  ABSOLUTE: "May never be interfered with.",
  LIMITED: "May be limited only in the circumstances that the right itself names.",
  QUALIFIED:
    "May be interfered with if prescribed by law, for a legitimate aim, necessary and proportionate.",
  ANCILLARY: "Applies together with another right (Article 14).",
});

export const RightPartEnum = describedEnum<words.RightPart>(
  "RightPart",
  "Where in the Human Rights Act a right stands.",
  {
    CONVENTION: "Part 1: the Convention.",
    FIRST_PROTOCOL: "Part 2: the First Protocol.",
  },
);

export const SectionStatusEnum = describedEnum<words.SectionStatus>(
  "SectionStatus",
  "How far a section has got.",
  {
    NOT_STARTED: "Nothing in it is answered.",
    IN_PROGRESS: "Something is answered, and something required is not.",
    COMPLETE: "Everything required is answered.",
    CANNOT_START_YET: "Another section has to be answered first.",
    NOT_REQUIRED: "The answers so far make it unnecessary.",
  },
);

export const SignatoryRoleEnum = describedEnum<words.SignatoryRole>(
  "SignatoryRole",
  "In which role somebody signed.",
  {
    LEAD_OFFICER: "First signature: the lead officer, on submitting.",
    DEG_CHAIR: "Second signature: the chair of the Departmental Equalities Group.",
  },
);
