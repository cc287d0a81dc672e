import type { Role } from "@due-regard/domain/access/roles";

export interface DemoRoleGrant {
  role: Role;
  /** Slug of the department that the role is held in; null: in every department. */
  department: string | null;
}

/** A made-up person of the demonstration. */
export interface DemoAccount {
  email: string;
  name: string;
  jobTitle: string;
  /** Slug of the department that the person works in; null: of no one department. */
  department: string | null;
  roles: readonly DemoRoleGrant[];
  /** What this person can do, for the page on which an account is chosen. */
  does: string;
}

export const DEMO_DEPARTMENT = "adults-and-communities";
export const OTHER_DEMO_DEPARTMENT = "environment-and-transport";

/** One person for each part in the work. Nobody here exists: the addresses are reserved for examples (RFC 2606). */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    email: "lead.officer@example.org",
    name: "Robin Draftwell (demo)",
    jobTitle: "Commissioning manager",
    department: DEMO_DEPARTMENT,
    roles: [{ role: "OFFICER", department: DEMO_DEPARTMENT }],
    does: "Leads the home care assessment: answers it, cites evidence, then signs and submits it.",
  },
  {
    email: "contributor@example.org",
    name: "Casey Addmore (demo)",
    jobTitle: "Service improvement officer",
    department: DEMO_DEPARTMENT,
    roles: [{ role: "OFFICER", department: DEMO_DEPARTMENT }],
    does: "Helps to write assessments led by colleagues. Cannot sign the ones they helped with as chair.",
  },
  {
    email: "deg.member@example.org",
    name: "Morgan Readthrough (demo)",
    jobTitle: "Equalities adviser",
    department: DEMO_DEPARTMENT,
    roles: [{ role: "DEG_MEMBER", department: DEMO_DEPARTMENT }],
    does: "Sits on the Departmental Equalities Group: reads what is submitted to it.",
  },
  {
    email: "deg.chair@example.org",
    name: "Sam Chairwright (demo)",
    jobTitle: "Assistant director",
    department: DEMO_DEPARTMENT,
    roles: [{ role: "DEG_CHAIR", department: DEMO_DEPARTMENT }],
    does: "Chairs the Departmental Equalities Group: asks for changes, or signs an assessment off.",
  },
  {
    email: "analyst@example.org",
    name: "Alex Figuresmith (demo)",
    jobTitle: "Performance analyst",
    department: null,
    roles: [{ role: "ANALYST", department: null }],
    does: "Looks after the metrics of every department and reads them over the API.",
  },
  {
    email: "head.of.service@example.org",
    name: "Jo Stewardson (demo)",
    jobTitle: "Head of service",
    department: DEMO_DEPARTMENT,
    roles: [{ role: "HEAD_OF_SERVICE", department: DEMO_DEPARTMENT }],
    does: "Answers for the department's figures and reads its assessments.",
  },
  {
    email: "other.department@example.org",
    name: "Pat Nextdoor (demo)",
    jobTitle: "Transport policy officer",
    department: OTHER_DEMO_DEPARTMENT,
    roles: [{ role: "OFFICER", department: OTHER_DEMO_DEPARTMENT }],
    does: "Works in another department: sees performance, but none of this department's drafts.",
  },
  {
    email: "scrutiny@example.org",
    name: "Lee Askwell (demo)",
    jobTitle: "Scrutiny committee officer",
    department: null,
    roles: [{ role: "SCRUTINY", department: null }],
    does: "Supports the scrutiny committee: reads performance and assessments that are signed off.",
  },
  {
    email: "admin@example.org",
    name: "Kim Keyholder (demo)",
    jobTitle: "System administrator",
    department: null,
    roles: [{ role: "ADMIN", department: null }],
    does: "Looks after people, roles and forms. Does not read drafts.",
  },
];
