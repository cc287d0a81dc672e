import type { AssessmentStatus } from "../ehria/vocabulary.ts";
import {
  ASSESSMENT_ACTS,
  type AssessmentAct,
  CAPACITIES,
  type Capacity,
  PLAN_IN_FORCE,
  type StatesByCapacity,
} from "./assessment-acts.ts";
import { holdsRole, holdsRoleAnywhere, type Role, SCOPES, type Scope, type Viewer } from "./roles.ts";

/**
 * The one policy table: who may do what. What is not listed is denied (design/security.md).
 * The API's field scopes, the row predicates and the test matrix all come from here; which field needs which act
 * stands in schema-policy.ts.
 */

/** Nobody: the jobs that watch review dates and evidence. It holds no role and no scope, and no request ever carries it. */
export const SYSTEM = "SYSTEM" as const;

/** What the policy needs to know of an assessment. */
export interface AssessmentSubject {
  status: AssessmentStatus;
  departmentId: string;
  leadId: string | null;
  /** Who contributes now. Having contributed earlier bars from reviewing and signing, and gives no access. */
  contributorIds: readonly string[];
  /**
   * Who has a conflict of interest: whoever ever led or helped to write it, and a chair who handed it over. They take no
   * part in the group's review of it.
   */
  conflictedIds: readonly string[];
  /** The member of the group who was named to chair its review. Null: nobody, the chair does. */
  deputyId: string | null;
}

/**
 * The group's own acts. A conflict of interest bars from them as its member or chair, whatever else the person may do
 * (issue 4, "Conflict of interest"; the transitions have the same rule as a need of theirs).
 */
const ACTS_OF_THE_GROUP: readonly AssessmentAct[] = [
  "assessment.comment",
  "assessment.recommend",
  "assessment.redact",
];
export const GROUP_CAPACITIES: readonly Capacity[] = ["DEG_MEMBER", "DEG_CHAIR"];

interface Grant {
  /** The scopes that an API token needs, all of them. */
  scopes: readonly Scope[];
  /** ANYONE needs no sign-in; SIGNED_IN any account; otherwise one of these roles. */
  who: "ANYONE" | "SIGNED_IN" | readonly Role[];
}

/** A write answers with the assessment as it then stands, and so needs the scope to read it as well. */
const WRITES_ASSESSMENTS = ["read:assessments", "write:assessments"] as const;

/** Acts that are not about one assessment. */
const GENERAL_ACTS = {
  /** What a signed-out person may ask: who am I, and doors that filter for themselves. */
  open: { scopes: [], who: "ANYONE" },
  "people.read": { scopes: [], who: "SIGNED_IN" },
  "performance.read": { scopes: ["read:metrics"], who: "SIGNED_IN" },
  /** Breakdowns by protected characteristic as recorded, without disclosure control. */
  "performance.analyse": { scopes: ["read:metrics"], who: ["ANALYST"] },
  /** Figures, targets, metrics and the dashboards that show them. */
  "performance.write": { scopes: ["write:metrics"], who: ["ANALYST"] },
  /** Files of figures: what is in them is shown again to who sent them, and so it needs the scope to read as well. */
  "performance.import": { scopes: ["read:metrics", "write:metrics"], who: ["ANALYST"] },
  /** Judging a rating, and saying what figures mean. */
  "performance.judge": { scopes: ["write:metrics"], who: ["HEAD_OF_SERVICE", "ANALYST"] },
  /** Saying how a plan's delivery actions get on. */
  "strategies.progress": { scopes: ["write:metrics"], who: ["HEAD_OF_SERVICE", "ANALYST"] },
  /** Published forms. */
  "forms.read": { scopes: ["read:assessments"], who: "SIGNED_IN" },
  /** Drafts of forms: importing, editing and publishing them. */
  "forms.write": { scopes: WRITES_ASSESSMENTS, who: ["ADMIN"] },
  /** Asking for assessments at all; each one then passes assessment.read. */
  "assessments.list": { scopes: ["read:assessments"], who: "SIGNED_IN" },
  /** What waits for a department's group; each assessment on it then passes assessment.workings. */
  "reviews.read": { scopes: ["read:assessments"], who: ["DEG_MEMBER", "DEG_CHAIR"] },
  "assessments.start": { scopes: WRITES_ASSESSMENTS, who: ["OFFICER"] },
  /** One's own notices: each then passes what its subject needs. */
  "notices.read": { scopes: ["read:assessments"], who: "SIGNED_IN" },
  /** Marking them as read, and saying how one wants to be told. */
  "notices.write": { scopes: WRITES_ASSESSMENTS, who: "SIGNED_IN" },
  /** Background jobs that failed, and email that could not be delivered. */
  "jobs.manage": { scopes: WRITES_ASSESSMENTS, who: ["ADMIN"] },
  /**
   * Who is known here, with their addresses and roles, and changing that. No scope lets a token in: one that has them all is
   * refused because nobody has signed in (access/people/decide.ts, ONLY_IN_A_BROWSER).
   */
  "people.manage": { scopes: SCOPES, who: ["ADMIN"] },
  /** Asking to change an assessment at all; each change then passes assessment.edit or the transition table. */
  "assessments.write": { scopes: WRITES_ASSESSMENTS, who: "SIGNED_IN" },
} as const satisfies Record<string, Grant>;
export type GeneralAct = keyof typeof GENERAL_ACTS;

const SCOPES_OF_ASSESSMENT_ACT: Record<AssessmentAct, readonly Scope[]> = {
  "assessment.read": ["read:assessments"],
  "assessment.workings": ["read:assessments"],
  "assessment.edit": WRITES_ASSESSMENTS,
  "assessment.invite": WRITES_ASSESSMENTS,
  "assessment.hand-over": WRITES_ASSESSMENTS,
  "assessment.reassign": SCOPES,
  "assessment.watch": WRITES_ASSESSMENTS,
  "assessment.track-actions": WRITES_ASSESSMENTS,
  "assessment.change-form": WRITES_ASSESSMENTS,
  "assessment.comment": WRITES_ASSESSMENTS,
  "assessment.recommend": WRITES_ASSESSMENTS,
  "assessment.hand-over-review": WRITES_ASSESSMENTS,
  "assessment.publication": ["read:assessments"],
  "assessment.redact": WRITES_ASSESSMENTS,
};

export type Act = GeneralAct | AssessmentAct;
export const isAssessmentAct = (act: Act): act is AssessmentAct => act in ASSESSMENT_ACTS;

/** May this person do this at all? For acts on one assessment ask {@link mayOnAssessment}. */
export const may = (viewer: Viewer | null, act: GeneralAct): boolean => {
  const grant: Grant = GENERAL_ACTS[act];
  if (grant.who === "ANYONE") return true;
  if (viewer === null || !hasScopes(viewer, grant.scopes)) return false;
  return grant.who === "SIGNED_IN" || grant.who.some((role) => holdsRoleAnywhere(viewer, role));
};

/** As {@link may}, for one department: starting an assessment there, say. */
export const mayInDepartment = (viewer: Viewer | null, act: GeneralAct, departmentId: string): boolean => {
  const grant: Grant = GENERAL_ACTS[act];
  if (viewer === null || !may(viewer, act) || typeof grant.who === "string") return may(viewer, act);
  return grant.who.some((role) => holdsRole(viewer, role, departmentId));
};

/**
 * As {@link may}, for figures and plans of one organisation: a role that is held in a department holds for the
 * organisation that the department is part of, and for no other.
 */
export const mayForOrganisation = (
  viewer: Viewer | null,
  act: GeneralAct,
  departmentIds: readonly string[],
): boolean => {
  const grant: Grant = GENERAL_ACTS[act];
  if (viewer === null || !may(viewer, act) || typeof grant.who === "string") return may(viewer, act);
  const { who } = grant;
  return viewer.roles.some(
    ({ role, departmentId }) =>
      who.includes(role) && (departmentId === null || departmentIds.includes(departmentId)),
  );
};

const hasScopes = (viewer: Viewer, scopes: readonly Scope[]): boolean =>
  scopes.every((scope) => viewer.scopes.includes(scope));

/** What the viewer is to this assessment. */
export const capacitiesOf = (viewer: Viewer, subject: AssessmentSubject): Capacity[] =>
  CAPACITIES.filter((capacity) => {
    if (capacity === "LEAD") return subject.leadId === viewer.userId;
    if (capacity === "CONTRIBUTOR") return subject.contributorIds.includes(viewer.userId);
    if (capacity === "DEG_CHAIR" && isDeputy(viewer, subject)) return true;
    return holdsRole(viewer, capacity, subject.departmentId);
  });

/** A deputy chairs this one assessment, for as long as they sit on its department's group. */
const isDeputy = (viewer: Viewer, { deputyId, departmentId }: AssessmentSubject): boolean =>
  deputyId === viewer.userId && holdsRole(viewer, "DEG_MEMBER", departmentId);

/** Who may do this to an assessment in this state; `isConflicted` asks for people with a conflict of interest. */
export const capacitiesThatMay = (
  act: AssessmentAct,
  status: AssessmentStatus,
  isConflicted = false,
): Capacity[] => {
  const states: StatesByCapacity = ASSESSMENT_ACTS[act];
  const barred = isConflicted && ACTS_OF_THE_GROUP.includes(act) ? GROUP_CAPACITIES : [];
  return CAPACITIES.filter(
    (capacity) => (states[capacity]?.includes(status) ?? false) && !barred.includes(capacity),
  );
};

/** The capacities by which this person may do this to this assessment, in its present state. None: they may not. */
export const capacitiesFor = (
  viewer: Viewer | null,
  act: AssessmentAct,
  subject: AssessmentSubject,
): Capacity[] => {
  if (viewer === null || !hasScopes(viewer, SCOPES_OF_ASSESSMENT_ACT[act])) return [];
  const allowed = capacitiesThatMay(act, subject.status, subject.conflictedIds.includes(viewer.userId));
  return capacitiesOf(viewer, subject).filter((capacity) => allowed.includes(capacity));
};

/** May this person do this to this assessment, in its present state? */
export const mayOnAssessment = (
  viewer: Viewer | null,
  act: AssessmentAct,
  subject: AssessmentSubject,
): boolean => capacitiesFor(viewer, act, subject).length > 0;

/**
 * May this person say what becomes of one action of its signed plan? Who may track them all, and whoever was named to see to
 * this one for as long as they may read the assessment.
 *
 * @param subject the assessment as the signed one whose plan is in force
 */
export const mayTrackAction = (
  viewer: Viewer | null,
  subject: AssessmentSubject,
  ownerId: string | null,
): boolean => {
  if (mayOnAssessment(viewer, "assessment.track-actions", subject)) return true;
  const owns = viewer !== null && ownerId === viewer.userId;
  return (
    owns &&
    hasScopes(viewer, SCOPES_OF_ASSESSMENT_ACT["assessment.track-actions"]) &&
    (PLAN_IN_FORCE as readonly AssessmentStatus[]).includes(subject.status) &&
    mayOnAssessment(viewer, "assessment.read", subject)
  );
};

/** Which of an assessment's revisions somebody is shown. */
export type Face = "IN_FORCE" | "LAST_SIGNED";

/**
 * Whoever may read it as it stands sees the revision in force. While a signed one has been reopened, whoever may read
 * signed assessments alone goes on seeing that one, as what it was then (`signedStatus`; null: it was not reopened).
 */
export const faceFor = (
  viewer: Viewer | null,
  subject: AssessmentSubject,
  signedStatus: AssessmentStatus | null,
): Face | null => {
  if (mayOnAssessment(viewer, "assessment.read", subject)) return "IN_FORCE";
  return signedStatus !== null &&
    mayOnAssessment(viewer, "assessment.read", { ...subject, status: signedStatus })
    ? "LAST_SIGNED"
    : null;
};

/** One reason why a row may be read. The database turns each into a predicate; any that holds lets the row through. */
export interface RowRule {
  /** How the viewer must be joined to the assessment: as who drafts it, or through a department (null: any). */
  through: { drafting: "LEAD" | "CONTRIBUTOR" } | { departmentId: string | null };
  statuses: readonly AssessmentStatus[];
}

/** The system reads what it acts on (ehria/workflow/transitions.ts): what is signed off and in force. */
const SYSTEM_READS = ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"] as const satisfies readonly AssessmentStatus[];

/** The row predicate for reading assessments, as data. No rules: nothing may be read. */
export const assessmentReadRules = (viewer: Viewer | typeof SYSTEM | null): RowRule[] => {
  if (viewer === SYSTEM) return [{ through: { departmentId: null }, statuses: SYSTEM_READS }];
  if (viewer === null || !hasScopes(viewer, SCOPES_OF_ASSESSMENT_ACT["assessment.read"])) return [];
  const states: StatesByCapacity = ASSESSMENT_ACTS["assessment.read"];
  const drafting = (["LEAD", "CONTRIBUTOR"] as const).map((capacity) => ({
    through: { drafting: capacity },
    statuses: states[capacity] ?? [],
  }));
  const byRole = viewer.roles.map((grant) => ({
    through: { departmentId: grant.departmentId },
    statuses: states[grant.role] ?? [],
  }));
  return [...drafting, ...byRole].filter((rule) => rule.statuses.length > 0);
};
