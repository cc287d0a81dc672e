/**
 * Who people are to the system. A role is held in one department or everywhere; a capacity is what a person is to one
 * assessment, worked out from their roles and from who drafts it (design/security.md, "actors").
 */
export const ROLES = [
  "OFFICER",
  "DEG_MEMBER",
  "DEG_CHAIR",
  "ANALYST",
  "HEAD_OF_SERVICE",
  "SCRUTINY",
  "ADMIN",
] as const;
export type Role = (typeof ROLES)[number];

export const PLACES = ["DEPARTMENT", "EVERYWHERE"] as const;
export type Place = (typeof PLACES)[number];

/**
 * Where each role can be held. An administrator looks after people and forms, which belong to no department, so nobody is one
 * of a department alone.
 */
export const ROLE_PLACES: Readonly<Record<Role, readonly Place[]>> = {
  OFFICER: PLACES,
  DEG_MEMBER: PLACES,
  DEG_CHAIR: PLACES,
  ANALYST: PLACES,
  HEAD_OF_SERVICE: PLACES,
  SCRUTINY: PLACES,
  ADMIN: ["EVERYWHERE"],
};

export interface RoleGrant {
  role: Role;
  /** Null: in every department. */
  departmentId: string | null;
}

/** What an API token may be used for. A browser session carries all of them; the policy still decides each act. */
export const SCOPES = ["read:metrics", "write:metrics", "read:assessments", "write:assessments"] as const;
export type Scope = (typeof SCOPES)[number];

/** A signed-in person, as the policy sees them. */
export interface Viewer {
  userId: string;
  departmentId: string | null;
  roles: RoleGrant[];
  scopes: readonly Scope[];
}

/** True when the viewer holds the role in that department, or everywhere. */
export const holdsRole = (viewer: Viewer, role: Role, departmentId: string | null): boolean =>
  viewer.roles.some(
    (grant) => grant.role === role && (grant.departmentId === null || grant.departmentId === departmentId),
  );

/** True when the viewer holds the role in any department. */
export const holdsRoleAnywhere = (viewer: Viewer, role: Role): boolean =>
  viewer.roles.some((grant) => grant.role === role);
