import type { Database, Transaction } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { type NewPersonDetails, readNewPerson } from "@due-regard/domain/access/people/details";
import { ok, type Result } from "@due-regard/domain/result";
import { and, eq, isNull } from "drizzle-orm";
import { lockOffice } from "./write-person.ts";

/**
 * Makes somebody an administrator in the operator's name: the first of an installation, or one again when nobody can get in. Who
 * is known here under the address keeps their name and job title, and their account is opened. VALIDATION with every problem.
 * Answers with the row id of the person; doing it again changes nothing.
 */
export const addAdministrator = async (db: Database, given: NewPersonDetails): Promise<Result<string>> => {
  const read = readNewPerson(given);
  if (!read.ok) return read;
  return await db.transaction(async (tx) => {
    await lockOffice(tx);
    const userId = await openAccount(tx, read.value);
    const isHeld = and(
      eq(roleGrants.userId, userId),
      eq(roleGrants.role, "ADMIN"),
      isNull(roleGrants.departmentId),
      isNull(roleGrants.revokedAt),
    );
    const held = await tx.select({ id: roleGrants.id }).from(roleGrants).where(isHeld);
    if (held.length > 0) return ok(userId);
    const grant = { role: "ADMIN" as const, departmentId: null };
    await tx.insert(roleGrants).values({ ...grant, userId, grantedAt: new Date().toISOString() });
    await record(tx, "role.granted", userId, grant);
    return ok(userId);
  });
};

const openAccount = async (tx: Transaction, details: NewPersonDetails): Promise<string> => {
  const [known] = await tx.select().from(users).where(eq(users.email, details.email)).for("no key update");
  if (known === undefined) {
    const [added] = await tx.insert(users).values(details).returning({ id: users.id });
    if (added === undefined) throw new Error("The person was not stored");
    const { name, jobTitle } = details;
    await record(tx, "person.added", added.id, { name, jobTitle, departmentId: null });
    return added.id;
  }
  if (known.disabledAt !== null) {
    await tx.update(users).set({ disabledAt: null }).where(eq(users.id, known.id));
    await record(tx, "person.enabled", known.id, { disabledAt: known.disabledAt });
  }
  return known.id;
};

const record = async (
  tx: Transaction,
  action: string,
  subjectId: string,
  detail: Record<string, unknown>,
): Promise<void> => {
  await tx.insert(auditEvents).values({ action, subjectType: "USER", subjectId, detail });
};
