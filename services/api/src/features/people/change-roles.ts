import { roleGrants } from "@due-regard/database/schema/people";
import { decideEnd, decideGrant } from "@due-regard/domain/access/people/decide";
import type { Role } from "@due-regard/domain/access/roles";
import { invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { isRowId } from "../../schema/load-by-ids.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { lockPerson, type PersonRow } from "./load-person.ts";
import {
  aboutPerson,
  inOffice,
  isDepartment,
  NO_SUCH_DEPARTMENT,
  NOBODY_HERE,
  recordPersonEvent,
} from "./write-person.ts";

export interface GrantRoleInput {
  personId: string;
  role: Role;
  /** Row id. None: everywhere. */
  departmentId?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

export interface EndRoleInput {
  /** Row id of the role that somebody holds. */
  roleId: string;
  idempotencyKey?: Maybe<string>;
}

/** Gives somebody a role, from now on. */
export const grantRole = (context: ApiContext, input: GrantRoleInput): Promise<Result<PersonRow>> =>
  aboutPerson(context, { name: "grantRole", input, personId: input.personId }, async (work, person) => {
    const grant = { role: input.role, departmentId: input.departmentId ?? null };
    if (!(await isDepartment(work.tx, grant.departmentId))) return invalid([NO_SUCH_DEPARTMENT]);
    const decided = decideGrant(work.office, person.known, grant);
    if (!decided.ok) return decided;
    const userId = person.row.id;
    const values = { ...grant, userId, grantedAt: work.now, grantedById: work.office.actorId };
    await work.tx.insert(roleGrants).values(values);
    await recordPersonEvent(work, "role.granted", userId, grant);
    return ok(undefined);
  });

const NO_SUCH_ROLE = "Nobody here holds or held this role.";

/** Ends a role, now. That it was held stays on record; one that has ended already stays as it is. */
export const endRole = (context: ApiContext, input: EndRoleInput): Promise<Result<PersonRow>> =>
  inOffice(context, { name: "endRole", input }, async (work) => {
    const { tx, office, now } = work;
    const byId = eq(roleGrants.id, input.roleId);
    const [grant] = isRowId(input.roleId) ? await tx.select().from(roleGrants).where(byId) : [];
    if (grant === undefined) return notFound(NO_SUCH_ROLE);
    const person = await lockPerson(tx, grant.userId);
    if (person === null) return notFound(NOBODY_HERE);
    const decided = decideEnd(office, person.known, grant.id);
    if (!decided.ok) return decided;
    if (decided.value === "STANDS") return ok(grant.userId);
    await tx.update(roleGrants).set({ revokedAt: now, revokedById: office.actorId }).where(byId);
    const { role, departmentId } = grant;
    await recordPersonEvent(work, "role.ended", grant.userId, { role, departmentId });
    return ok(grant.userId);
  });
