import type { Transaction } from "@due-regard/database/connection";
import { departments } from "@due-regard/database/schema/organisations";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { type Office, ONLY_IN_A_BROWSER } from "@due-regard/domain/access/people/decide";
import { notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import { isRowId } from "../../schema/load-by-ids.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { lockPerson, type PersonRow } from "./load-person.ts";

/** Any number that nothing else locks on. */
const OFFICE_LOCK = 4_011_903;

/** Held until the transaction ends: changes to people come one after the other. */
export const lockOffice = async (tx: Transaction): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${OFFICE_LOCK})`);
};

export const NOBODY_HERE = "Nobody here has this id.";

/** What a verb about people has at hand, inside its transaction. */
export interface OfficeWork {
  tx: Transaction;
  context: ApiContext;
  office: Office;
  /** When it happens: told under the lock, so that of two writes the second is the later. */
  now: string;
}

interface Operation {
  name: string;
  input: { idempotencyKey?: Maybe<string> };
}

/**
 * Runs a verb about people: for a person in a browser, never for a token; one after the other, since two administrators who end
 * each other's role at once must not both succeed. `work` answers with the row id of whom it is about.
 */
export const inOffice = async (
  context: ApiContext,
  { name, input }: Operation,
  work: (office: OfficeWork) => Promise<Result<string>>,
): Promise<Result<PersonRow>> => {
  const { viewer } = context;
  if (viewer === null || viewer.authenticatedAt === null)
    return notAllowed(ONLY_IN_A_BROWSER, "USE_A_BROWSER");
  return await inTransaction(context, async (tx) => {
    await lockOffice(tx);
    const question = { viewer, key: input.idempotencyKey, operation: name, input };
    const done = await once(tx, question, async () => {
      const office = { actorId: viewer.userId, administratorIds: await administratorsNow(tx) };
      return await work({ tx, context, office, now: new Date().toISOString() });
    });
    if (!done.ok) return done;
    const [row] = await tx.select().from(users).where(eq(users.id, done.value));
    return row === undefined ? notFound(NOBODY_HERE) : ok(row);
  });
};

/** As {@link inOffice}, about somebody who is known here, whose row it locks. */
export const aboutPerson = (
  context: ApiContext,
  operation: Operation & { personId: string },
  work: (
    office: OfficeWork,
    person: NonNullable<Awaited<ReturnType<typeof lockPerson>>>,
  ) => Promise<Result<void>>,
): Promise<Result<PersonRow>> =>
  inOffice(context, operation, async (office) => {
    const person = await lockPerson(office.tx, operation.personId);
    if (person === null) return notFound(NOBODY_HERE);
    const done = await work(office, person);
    return done.ok ? ok(person.row.id) : done;
  });

const administratorsNow = async (tx: Transaction): Promise<string[]> => {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(eq(roleGrants.role, "ADMIN"), isNull(roleGrants.revokedAt), isNull(users.disabledAt)));
  return rows.map(({ id }) => id);
};

type PersonAction =
  | "person.added"
  | "person.changed"
  | "person.disabled"
  | "person.enabled"
  | "role.granted"
  | "role.ended";

/** Who did it to whom. Whatever that person has open looks again at what they may (the trigger on the audit announces it). */
export const recordPersonEvent = (
  { tx, context }: Pick<OfficeWork, "tx" | "context">,
  action: PersonAction,
  userId: string,
  detail: Record<string, unknown>,
): Promise<void> => recordAudit(tx, context, [{ action, subjectType: "USER", subjectId: userId, detail }]);

/** True for null, which is no department, and for one that is there. */
export const isDepartment = async (tx: Transaction, id: string | null): Promise<boolean> => {
  if (id === null) return true;
  if (!isRowId(id)) return false;
  const found = await tx.select({ id: departments.id }).from(departments).where(eq(departments.id, id));
  return found.length > 0;
};

/** Names by row id. */
export const departmentNames = async (
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> => {
  const known = ids.filter((id) => id !== null);
  const rows = await tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const NO_SUCH_DEPARTMENT = { path: "department", message: "Choose a department from the list" };
