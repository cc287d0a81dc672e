import type { Role } from "@due-regard/domain/access/roles";

interface RoleWords {
  name: string;
  /** Completes "They may …" and "They can no longer …". */
  may: string;
  /** What stays as it is when the role ends. Null: nothing that somebody might fear for. */
  stays: string | null;
}

/** Every role in words. The compiler asks for each. */
export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  OFFICER: {
    name: "Officer",
    may: "start assessments, and read those that are signed off",
    stays: "Assessments that they lead or help with stay theirs to write.",
  },
  DEG_MEMBER: {
    name: "Member of the equalities group",
    may: "read what is submitted to the group, comment on it, recommend what to decide and help to prepare what is published",
    stays: "What they wrote and recommended stays on record.",
  },
  DEG_CHAIR: {
    name: "Chair of the equalities group",
    may: "ask for changes, sign assessments off and publish them",
    stays: "What they signed stays signed.",
  },
  ANALYST: {
    name: "Analyst",
    may: "record and import figures, set targets, define metrics, prepare dashboards and judge ratings",
    stays: "The figures that they recorded stay as they are.",
  },
  HEAD_OF_SERVICE: {
    name: "Head of service",
    may: "judge ratings, explain figures, say how plans get on, and read what is submitted for review",
    stays: "What they wrote about figures stays as it is.",
  },
  SCRUTINY: {
    name: "Scrutiny",
    may: "read assessments that are signed off",
    stays: null,
  },
  ADMIN: {
    name: "Administrator",
    may: "look after people, forms and background jobs, and read assessments that are signed off",
    stays: "What they changed stays changed.",
  },
};

/** "Adults and Communities", "every department". */
export const placeInWords = (department: { name: string } | null): string =>
  department === null ? "every department" : department.name;

/** The same where it stands alone. */
export const placeAlone = (department: { name: string } | null): string =>
  department === null ? "Every department" : department.name;

export const roleInWords = ({
  role,
  department,
}: {
  role: Role;
  department: { name: string } | null;
}): string => `${ROLE_WORDS[role].name} in ${placeInWords(department)}`;
