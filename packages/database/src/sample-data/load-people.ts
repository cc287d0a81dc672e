import type { Transaction } from "../connection.ts";
import { departments } from "../schema/organisations.ts";
import { roleGrants, users } from "../schema/people.ts";
import { DEMO_ACCOUNTS, DEMO_DEPARTMENT, OTHER_DEMO_DEPARTMENT } from "./demo-accounts.ts";
import { KeyedIds } from "./keyed-ids.ts";

const COUNTY = "E10000018";
const DEPARTMENTS = [
  { slug: DEMO_DEPARTMENT, name: "Adults and Communities" },
  { slug: OTHER_DEMO_DEPARTMENT, name: "Environment and Transport" },
] as const;

export interface PeopleIds {
  departmentIds: KeyedIds;
  userIds: KeyedIds;
}

/** Inserts the County's departments and the demo people with their roles. */
export const loadPeople = async (tx: Transaction, organisationIds: KeyedIds): Promise<PeopleIds> => {
  const departmentRows = await tx
    .insert(departments)
    .values(DEPARTMENTS.map((department) => ({ ...department, organisationId: organisationIds.get(COUNTY) })))
    .returning();
  const departmentIds = new KeyedIds(
    "department",
    departmentRows.map((row) => [row.slug, row.id]),
  );
  const userRows = await tx
    .insert(users)
    .values(
      DEMO_ACCOUNTS.map(({ email, name, jobTitle, department }) => ({
        email,
        name,
        jobTitle,
        departmentId: departmentIds.maybe(department),
        isDemo: true,
      })),
    )
    .returning();
  const userIds = new KeyedIds(
    "person",
    userRows.map((row) => [row.email, row.id]),
  );
  await tx.insert(roleGrants).values(
    DEMO_ACCOUNTS.flatMap(({ email, roles }) =>
      roles.map(({ role, department }) => ({
        userId: userIds.get(email),
        role,
        departmentId: departmentIds.maybe(department),
      })),
    ),
  );
  return { departmentIds, userIds };
};
