import type { Executor } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { StartFailure } from "@due-regard/database/start-failure";
import { SCOPES } from "@due-regard/domain/access/roles";
import { and, eq, isNull } from "drizzle-orm";
import type { SignedInViewer } from "../context.ts";

/**
 * In whose name a command acts: the person with this address, with the roles that they hold. Without one, the only analyst
 * of every department that there is.
 *
 * @throws StartFailure when there is no such person, or several to choose from
 */
export async function loadOperator(db: Executor, email?: string): Promise<SignedInViewer> {
  const address = email?.trim().toLowerCase() ?? (await findOnlyAnalyst(db));
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.email, address), isNull(users.disabledAt)));
  if (user === undefined) throw new StartFailure(`Nobody with the address ${address} is known here.`);
  const roles = await db
    .select({ role: roleGrants.role, departmentId: roleGrants.departmentId })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, user.id), isNull(roleGrants.revokedAt)));
  return {
    userId: user.id,
    departmentId: user.departmentId,
    roles,
    scopes: SCOPES,
    user,
    authenticatedAt: null,
  };
}

async function findOnlyAnalyst(db: Executor): Promise<string> {
  const found = await db
    .selectDistinct({ email: users.email })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(
      and(
        eq(roleGrants.role, "ANALYST"),
        isNull(roleGrants.departmentId),
        isNull(roleGrants.revokedAt),
        isNull(users.disabledAt),
      ),
    );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new StartFailure("Say in whose name to import: --as analyst@example.org.");
  return only.email;
}
