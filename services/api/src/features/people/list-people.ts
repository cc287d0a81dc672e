import type { Executor } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import type { Role } from "@due-regard/domain/access/roles";
import { and, asc, count, eq, exists, ilike, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { Maybe } from "../../schema/maybe.ts";
import { type PageArguments, pageOf } from "../../schema/page.ts";

/** Which people somebody asks for. Everything that is given must hold. */
export interface PeopleFilter {
  /** Words of the name, or of the address. */
  text?: Maybe<string>;
  /** Held now: in `departmentId` or everywhere, when that is given. */
  role?: Maybe<Role>;
  /** Row id. Without a role: who works there, or holds a role there. */
  departmentId?: Maybe<string>;
  disabled?: Maybe<boolean>;
}

const literally = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

const holding = (db: Executor, condition: SQL | undefined): SQL =>
  exists(
    db
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(and(eq(roleGrants.userId, users.id), isNull(roleGrants.revokedAt), condition)),
  );

const holdsRole = (db: Executor, { role, departmentId }: PeopleFilter): SQL | undefined => {
  const there = departmentId ? eq(roleGrants.departmentId, departmentId) : undefined;
  if (role)
    return holding(db, and(eq(roleGrants.role, role), there && or(there, isNull(roleGrants.departmentId))));
  return departmentId ? or(eq(users.departmentId, departmentId), holding(db, there)) : undefined;
};

const conditionsOf = (db: Executor, filter: PeopleFilter): SQL | undefined => {
  const words = filter.text?.trim();
  return and(
    words ? or(ilike(users.name, literally(words)), ilike(users.email, literally(words))) : undefined,
    holdsRole(db, filter),
    filter.disabled == null
      ? undefined
      : filter.disabled
        ? isNotNull(users.disabledAt)
        : isNull(users.disabledAt),
  );
};

/** A page of people, by name. */
export const listPeople = (db: Executor, filter: PeopleFilter, page: PageArguments) => {
  const where = conditionsOf(db, filter);
  return pageOf(page, {
    rows: async (limit, offset) =>
      await db
        .select()
        .from(users)
        .where(where)
        .orderBy(asc(users.name), asc(users.id))
        .limit(limit)
        .offset(offset),
    count: async () => (await db.select({ n: count() }).from(users).where(where))[0]?.n ?? 0,
  });
};
