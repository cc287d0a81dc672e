import type { Transaction } from "@due-regard/database/connection";
import { apiTokens, sessions, users } from "@due-regard/database/schema/people";
import { decideChange, decideDisable, decideEnable } from "@due-regard/domain/access/people/decide";
import { readDetails, readNewPerson } from "@due-regard/domain/access/people/details";
import { conflict, invalid, ok, type Result, type VersionConflict } from "@due-regard/domain/result";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import type { PersonRow } from "./load-person.ts";
import {
  aboutPerson,
  departmentNames,
  inOffice,
  isDepartment,
  NO_SUCH_DEPARTMENT,
  type OfficeWork,
  recordPersonEvent,
} from "./write-person.ts";

interface DetailsInput {
  name: string;
  jobTitle: string;
  /** Row id of where they work. */
  departmentId?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

export interface AddPersonInput extends DetailsInput {
  email: string;
}

export interface ChangePersonInput extends DetailsInput {
  personId: string;
  /** The version that its writer saw. */
  basedOnVersion: number;
}

export interface PersonInput {
  personId: string;
  idempotencyKey?: Maybe<string>;
}

/**
 * Puts somebody on the list of people: whoever the issuer vouches for under this address may sign in from then on. They hold no
 * role yet. VALIDATION with every problem; an address belongs to one person.
 */
export const addPerson = (context: ApiContext, input: AddPersonInput): Promise<Result<PersonRow>> =>
  inOffice(context, { name: "addPerson", input }, async (work) => {
    const { tx, office } = work;
    const decided = decideChange(office);
    if (!decided.ok) return decided;
    const read = readNewPerson(input);
    if (!read.ok) return read;
    const departmentId = input.departmentId ?? null;
    if (!(await isDepartment(tx, departmentId))) return invalid([NO_SUCH_DEPARTMENT]);
    const [added] = await tx
      .insert(users)
      .values({ ...read.value, departmentId })
      .onConflictDoNothing()
      .returning();
    if (added === undefined) return invalid([await addressTaken(tx, read.value.email)]);
    const { name, jobTitle } = read.value;
    await recordPersonEvent(work, "person.added", added.id, { name, jobTitle, departmentId });
    return ok(added.id);
  });

const addressTaken = async (tx: Transaction, email: string) => {
  const [holder] = await tx.select().from(users).where(eq(users.email, email));
  const account = holder?.disabledAt ? ", whose account is closed" : "";
  return { path: "email", message: `This is the address of ${holder?.name ?? "somebody else"}${account}` };
};

/**
 * Changes what is known of somebody. Their address stays: it is who they are to the issuer. CONFLICT: somebody changed it since it
 * was read, and otherwise; with each line that differs.
 */
export const changePerson = (context: ApiContext, input: ChangePersonInput): Promise<Result<PersonRow>> =>
  aboutPerson(context, { name: "changePerson", input, personId: input.personId }, async (work, { row }) => {
    const { tx, office } = work;
    const decided = decideChange(office);
    if (!decided.ok) return decided;
    const read = readDetails(input);
    if (!read.ok) return read;
    const departmentId = input.departmentId ?? null;
    if (!(await isDepartment(tx, departmentId))) return invalid([NO_SUCH_DEPARTMENT]);
    const after = { ...read.value, departmentId };
    const before = { name: row.name, jobTitle: row.jobTitle, departmentId: row.departmentId };
    if (JSON.stringify(after) === JSON.stringify(before)) return ok(undefined);
    if (input.basedOnVersion !== row.version)
      return conflict(
        await differences(tx, { before, after, version: row.version, basedOnVersion: input.basedOnVersion }),
        CHANGED_MEANWHILE,
      );
    await tx
      .update(users)
      .set({ ...after, version: row.version + 1 })
      .where(eq(users.id, row.id));
    await recordPersonEvent(work, "person.changed", row.id, { before, after });
    return ok(undefined);
  });

const CHANGED_MEANWHILE = "Somebody changed these details while you were writing";

type Details = Pick<PersonRow, "name" | "jobTitle" | "departmentId">;

interface StaleChange {
  before: Details;
  after: Details;
  version: number;
  basedOnVersion: number;
}

/** Each line that would be changed, in the order of the form, departments by name. */
const differences = async (
  tx: Transaction,
  { before, after, version, basedOnVersion }: StaleChange,
): Promise<VersionConflict[]> => {
  const names = await departmentNames(tx, [before.departmentId, after.departmentId]);
  const lines = [
    { path: "name", theirs: before.name, yours: after.name },
    { path: "jobTitle", theirs: before.jobTitle, yours: after.jobTitle },
    {
      path: "department",
      theirs: names.get(before.departmentId ?? "") ?? null,
      yours: names.get(after.departmentId ?? "") ?? null,
    },
  ];
  return lines
    .filter(({ theirs, yours }) => theirs !== yours)
    .map((line) => ({ ...line, currentVersion: version, basedOnVersion }));
};

/**
 * Closes somebody's account: they are signed out everywhere, and their tokens are revoked for good, at once. Their roles stay
 * theirs, and what they wrote and signed stays as it is.
 */
export const disablePerson = (context: ApiContext, input: PersonInput): Promise<Result<PersonRow>> =>
  aboutPerson(context, { name: "disablePerson", input, personId: input.personId }, async (work, person) => {
    const decided = decideDisable(work.office, person.known);
    if (!decided.ok) return decided;
    if (decided.value === "STANDS") return ok(undefined);
    const { id } = person.row;
    await work.tx.update(users).set({ disabledAt: work.now }).where(eq(users.id, id));
    await recordPersonEvent(work, "person.disabled", id, await endAccess(work, id));
    return ok(undefined);
  });

/** Takes away every key that somebody has: opening the account again later must not bring an old one back. */
const endAccess = async ({ tx, now }: OfficeWork, userId: string) => {
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.userId, userId))
    .returning({ id: sessions.userId });
  const revoked = await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)))
    .returning({ id: apiTokens.id });
  return { sessionsEnded: ended.length, tokensRevoked: revoked.map(({ id }) => id) };
};

/** Opens an account again. They sign in anew, with the roles that they hold, and make new tokens. */
export const enablePerson = (context: ApiContext, input: PersonInput): Promise<Result<PersonRow>> =>
  aboutPerson(context, { name: "enablePerson", input, personId: input.personId }, async (work, person) => {
    const decided = decideEnable(work.office, person.known);
    if (!decided.ok) return decided;
    if (decided.value === "STANDS") return ok(undefined);
    const { id } = person.row;
    await work.tx.update(users).set({ disabledAt: null }).where(eq(users.id, id));
    await recordPersonEvent(work, "person.enabled", id, { disabledAt: person.row.disabledAt });
    return ok(undefined);
  });
