import { holdsRole, type RoleGrant, SCOPES } from "../../access/roles.ts";
import { invalid, notAllowed, ok, type Result } from "../../result.ts";
import { type Candidate, type Drafter, type DrafterEvent, decideHandOver } from "./drafters.ts";

/**
 * What somebody who has left leaves behind, in an administrator's hands. Administrators don't read drafts (design/security.md,
 * "actors"), so nothing here looks at what an assessment says, and none of them can take one over. Nothing is written here.
 */

/** Somebody who could follow whoever has left. */
export interface Successor extends Candidate {
  /** Those that they hold now. */
  roles: readonly RoleGrant[];
}

/** Who leads now, as far as the rules look at them. */
export type Former = Pick<Candidate, "name" | "disabled">;

export interface Reassignment {
  drafters: readonly Drafter[];
  former: Former;
  to: Successor;
  /** The administrator. */
  actorId: string;
  /** Where the assessment belongs. */
  departmentId: string;
}

const refuse = (message: string): Result<never> => invalid([{ path: "to", message }]);

/** May this person lead assessments of that department? Whoever may start one there (`assessments.start` of the policy). */
export const mayLeadIn = (roles: readonly RoleGrant[], departmentId: string): boolean =>
  holdsRole({ userId: "", departmentId: null, roles: [...roles], scopes: SCOPES }, "OFFICER", departmentId);

/** Null: they can't sign in, so that an administrator may act for them. */
const refuseForOpenAccount = ({ name, disabled }: Former): Result<never> | null =>
  disabled
    ? null
    : notAllowed(
        `${name} can sign in, and so can hand this over. Once their account is closed, you can do it for them`,
      );

const refusePerson = ({ to, actorId, departmentId }: Reassignment): Result<never> | null => {
  const { userId, name, disabled, roles, reviewed } = to;
  if (userId === actorId)
    return refuse(
      "You can't make yourself its lead officer: administrators don't read drafts by their office",
    );
  if (disabled) return refuse(`${name} can't sign in any more. Choose somebody else`);
  if (!mayLeadIn(roles, departmentId))
    return refuse(`${name} is no officer in its department. Choose somebody who is, or give them that role`);
  return reviewed
    ? refuse(`${name} has taken part in its review, so they can't lead it. Choose somebody else`)
    : null;
};

/**
 * Makes somebody else the lead in place of one who can no longer sign in. Who led stays on record, and so keeps what follows from
 * it: they never review or sign it (design/domain.md §3, process). NOT_ALLOWED while the lead can sign in. VALIDATION at `to` for
 * the administrator's own self, a closed account, whoever may not lead in that department, and whoever took part in its review.
 */
export const decideReassignment = (given: Reassignment): Result<DrafterEvent[]> =>
  refuseForOpenAccount(given.former) ??
  refusePerson(given) ??
  decideHandOver(given.drafters, given.to, { formerStays: false });

/**
 * Gives an action of a signed plan another owner in place of one who can no longer sign in. NOT_ALLOWED while they can; VALIDATION
 * at `to` for a closed account and for whoever may not read the assessment.
 */
export const decideNewOwner = ({
  former,
  to,
  mayRead,
}: {
  former: Former;
  to: Pick<Candidate, "name" | "disabled">;
  mayRead: boolean;
}): Result<void> => {
  const refused = refuseForOpenAccount(former);
  if (refused !== null) return refused;
  if (to.disabled) return refuse(`${to.name} can't sign in any more. Choose somebody else`);
  return mayRead
    ? ok(undefined)
    : refuse(`${to.name} can't read this assessment, so they can't see to its actions. Choose somebody else`);
};
