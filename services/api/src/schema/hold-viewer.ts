import type { Transaction } from "@due-regard/database/connection";
import type { RoleGrant } from "@due-regard/domain/access/roles";
import { sql } from "drizzle-orm";
import type { SignedInViewer } from "../context.ts";

/**
 * The person first and their roles then, the order in which whoever ends a role locks them (features/people/load-person.ts). Roles are
 * locked themselves, so that one that ended while this waited isn't read as it was before.
 */
const held = (userId: string) => sql`
  with person as materialized (select u.id from users u where u.id = ${userId} and u.disabled_at is null for share),
    held as materialized (
      select g.role, g.department_id from person p join role_grants g on g.user_id = p.id
      where g.revoked_at is null for share of g)
  select coalesce((select jsonb_agg(jsonb_build_object('role', h.role, 'departmentId', h.department_id)) from held h), '[]') as roles
  from person`;

/**
 * Who asks, with the roles that they hold now and go on holding until the transaction ends: a request that had to wait doesn't act by a
 * role that ended meanwhile, and whoever ends one waits for what was done by it. Null: their account was closed.
 */
export const holdViewer = async (tx: Transaction, viewer: SignedInViewer): Promise<SignedInViewer | null> => {
  const [row] = await tx.execute<{ roles: RoleGrant[] }>(held(viewer.userId));
  return row === undefined ? null : { ...viewer, roles: row.roles };
};
