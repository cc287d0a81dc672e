import type { Executor } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { SCOPES, type Viewer } from "@due-regard/domain/access/roles";
import { and, inArray, isNull } from "drizzle-orm";

/** Somebody who may be told something, as the policy sees them. */
export interface Recipient {
  viewer: Viewer;
  email: string;
  name: string;
}

/** These people with the roles that they hold now; whoever can't sign in any more is left out. */
export const loadRecipients = async (db: Executor, ids: readonly string[]): Promise<Recipient[]> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const people = await db
    .select({ id: users.id, email: users.email, name: users.name, departmentId: users.departmentId })
    .from(users)
    .where(and(inArray(users.id, wanted), isNull(users.disabledAt)));
  const grants = await db
    .select({ userId: roleGrants.userId, role: roleGrants.role, departmentId: roleGrants.departmentId })
    .from(roleGrants)
    .where(and(inArray(roleGrants.userId, wanted), isNull(roleGrants.revokedAt)));
  const grantsOf = Map.groupBy(grants, ({ userId }) => userId);
  return people.map(({ id, email, name, departmentId }) => ({
    email,
    name,
    viewer: {
      userId: id,
      departmentId,
      roles: (grantsOf.get(id) ?? []).map((grant) => ({
        role: grant.role,
        departmentId: grant.departmentId,
      })),
      scopes: SCOPES,
    },
  }));
};
