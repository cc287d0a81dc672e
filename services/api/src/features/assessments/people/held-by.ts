import type { Executor } from "@due-regard/database/connection";
import { roleGrants } from "@due-regard/database/schema/people";
import type { RoleGrant } from "@due-regard/domain/access/roles";
import { and, inArray, isNull } from "drizzle-orm";

/** The roles that these people hold now, by their ids: one statement for all of them. Who holds none is not in it. */
export const heldBy = async (db: Executor, userIds: readonly string[]): Promise<Map<string, RoleGrant[]>> => {
  if (userIds.length === 0) return new Map();
  const { userId, role, departmentId, revokedAt } = roleGrants;
  const rows = await db
    .select({ userId, role, departmentId })
    .from(roleGrants)
    .where(and(inArray(userId, [...userIds]), isNull(revokedAt)));
  const held = new Map<string, RoleGrant[]>();
  for (const row of rows)
    held.set(row.userId, [
      ...(held.get(row.userId) ?? []),
      { role: row.role, departmentId: row.departmentId },
    ]);
  return held;
};
