import type { Executor, Transaction } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import type { KnownPerson } from "@due-regard/domain/access/people/decide";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { groupLoader } from "../../schema/group-loader.ts";
import { isRowId } from "../../schema/load-by-ids.ts";

export type PersonRow = typeof users.$inferSelect;
export type RoleRow = typeof roleGrants.$inferSelect;

/** One person by row id. Null: nobody has it. */
export const findPerson = async (db: Executor, id: string): Promise<PersonRow | null> => {
  if (!isRowId(id)) return null;
  return (await db.select().from(users).where(eq(users.id, id)))[0] ?? null;
};

/** Every role that a person holds or held, oldest first. Read anew: the request itself may give and end some. */
export const rolesOf = groupLoader<RoleRow>(
  ({ db }, ids) =>
    db
      .select()
      .from(roleGrants)
      .where(inArray(roleGrants.userId, [...ids]))
      .orderBy(asc(roleGrants.grantedAt), asc(roleGrants.id)),
  ({ userId }) => userId,
  { cache: false },
);

/** A person under their row's lock, with what they hold now: changes to one person follow each other. */
export const lockPerson = async (
  tx: Transaction,
  id: string,
): Promise<{ row: PersonRow; known: KnownPerson } | null> => {
  if (!isRowId(id)) return null;
  const [row] = await tx.select().from(users).where(eq(users.id, id)).for("no key update");
  if (row === undefined) return null;
  const roles = await tx
    .select({ id: roleGrants.id, role: roleGrants.role, departmentId: roleGrants.departmentId })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, id), isNull(roleGrants.revokedAt)));
  return { row, known: { userId: id, name: row.name, disabled: row.disabledAt !== null, roles } };
};
