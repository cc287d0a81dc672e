import { invalid, notAllowed, ok, type Result } from "../../result.ts";
import { ROLE_PLACES, type RoleGrant } from "../roles.ts";

/** Who may come in and what they may do here: how that changes (design/security.md, "actors"). Nothing is written here. */

/** A role that somebody holds now. */
export interface HeldRole extends RoleGrant {
  id: string;
}

/** Somebody known here, as far as the rules look at them. */
export interface KnownPerson {
  userId: string;
  name: string;
  /** Their account is closed: they can't sign in. */
  disabled: boolean;
  /** Those that they hold now. */
  roles: readonly HeldRole[];
}

/** Who changes it, and everybody who may: administrators whose account is open, at this moment. */
export interface Office {
  actorId: string;
  administratorIds: readonly string[];
}

/** WRITE: there is something to write. STANDS: it is so already, and that is no error. */
export type Decision = "WRITE" | "STANDS";

export const ONLY_IN_A_BROWSER = "People and their roles are looked after on the page: a token can't";

const NO_LONGER = "You are no longer an administrator, so you can't change this";
const LAST_ONE =
  "There must always be one administrator who can sign in. Make somebody else an administrator first";

const unlessRefused = (refused: Result<never> | null, decision: Decision): Result<Decision> =>
  refused ?? ok(decision);

const notInOffice = ({ actorId, administratorIds }: Office): Result<never> | null =>
  administratorIds.includes(actorId) ? null : notAllowed(NO_LONGER);

const leavesNobody = (person: KnownPerson, { administratorIds }: Office): boolean =>
  administratorIds.every((id) => id === person.userId);

/** NOT_ALLOWED for somebody who stopped being an administrator after they were let in. */
export const decideChange = (office: Office): Result<Decision> => unlessRefused(notInOffice(office), "WRITE");

/**
 * Gives somebody a role. VALIDATION for one that can't be held there or that they hold there already, and for a closed
 * account; NOT_ALLOWED for who is no administrator any more. Held in a department, a role may still be given everywhere.
 */
export const decideGrant = (office: Office, person: KnownPerson, grant: RoleGrant): Result<Decision> =>
  unlessRefused(notInOffice(office) ?? refuseGrant(person, grant), "WRITE");

const refuseGrant = (person: KnownPerson, { role, departmentId }: RoleGrant): Result<never> | null => {
  const place = departmentId === null ? "EVERYWHERE" : "DEPARTMENT";
  if (!ROLE_PLACES[role].includes(place)) {
    const message = "This role can't be held in one department. Choose every department";
    return invalid([{ path: "department", message }]);
  }
  const held = person.roles.filter((each) => each.role === role);
  if (held.some((each) => each.departmentId === departmentId))
    return invalid([{ path: "role", message: `${person.name} has this role there already` }]);
  if (held.some((each) => each.departmentId === null))
    return invalid([{ path: "role", message: `${person.name} has this role in every department already` }]);
  return person.disabled
    ? notAllowed(`${person.name} can't sign in. Open their account before you give them a role`)
    : null;
};

/**
 * Ends one of somebody's roles. One that they don't hold has ended already. NOT_ALLOWED for one's own administrator role, for
 * the last administrator's, and for who is no administrator any more.
 */
export const decideEnd = (office: Office, person: KnownPerson, roleId: string): Result<Decision> => {
  const held = person.roles.find(({ id }) => id === roleId);
  const refused = notInOffice(office) ?? (held?.role === "ADMIN" ? refuseEnd(office, person) : null);
  return unlessRefused(refused, held === undefined ? "STANDS" : "WRITE");
};

const refuseEnd = (office: Office, person: KnownPerson): Result<never> | null => {
  if (person.userId === office.actorId)
    return notAllowed("You can't end your own administrator role. Ask another administrator");
  return leavesNobody(person, office) ? notAllowed(LAST_ONE) : null;
};

/** Closes somebody's account. NOT_ALLOWED for one's own, for the last administrator's, and for who is none any more. */
export const decideDisable = (office: Office, person: KnownPerson): Result<Decision> => {
  const refused = notInOffice(office) ?? refuseDisable(office, person);
  return unlessRefused(refused, person.disabled ? "STANDS" : "WRITE");
};

const refuseDisable = (office: Office, person: KnownPerson): Result<never> | null => {
  if (person.userId === office.actorId)
    return notAllowed("You can't close your own account. Ask another administrator");
  return leavesNobody(person, office) ? notAllowed(LAST_ONE) : null;
};

/** Opens somebody's account again, with the roles that they still hold. */
export const decideEnable = (office: Office, person: KnownPerson): Result<Decision> =>
  unlessRefused(notInOffice(office), person.disabled ? "WRITE" : "STANDS");
