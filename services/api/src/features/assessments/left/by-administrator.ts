import type { Transaction } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { ONLY_IN_A_BROWSER } from "@due-regard/domain/access/people/decide";
import { notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import type { UserRow } from "./find-successors.ts";

/** Whoever looks after people does it at the page: a token that has every scope never does. */
export const atThePage = ({ viewer }: ApiContext): Result<SignedInViewer> =>
  viewer === null || viewer.authenticatedAt === null
    ? notAllowed(ONLY_IN_A_BROWSER, "USE_A_BROWSER")
    : ok(viewer);

/** Holds an administrator's role until the transaction ends: who ends it meanwhile waits. NOT_ALLOWED where it has ended. */
export const holdOffice = async (tx: Transaction, { userId }: SignedInViewer): Promise<Result<void>> => {
  const held = await tx
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), eq(roleGrants.role, "ADMIN"), isNull(roleGrants.revokedAt)))
    .for("share");
  return held.length > 0
    ? ok(undefined)
    : notAllowed("You are no longer an administrator, so you can't change this");
};

/** People as they stand until the transaction ends: nobody's account is closed or opened meanwhile. By row id. */
export const holdPeople = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, UserRow>> => {
  const rows = await tx
    .select()
    .from(users)
    .where(inArray(users.id, ids.filter(isRowId)))
    .orderBy(asc(users.id))
    .for("share");
  return new Map(rows.map((row) => [row.id, row]));
};
