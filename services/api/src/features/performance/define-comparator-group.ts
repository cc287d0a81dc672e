import type { Transaction } from "@due-regard/database/connection";
import { BUILT_IN_GROUPS } from "@due-regard/database/read-models/ranking";
import {
  comparatorGroupMembers,
  comparatorGroups,
  organisations,
} from "@due-regard/database/schema/organisations";
import { may } from "@due-regard/domain/access/policy";
import { invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { inArray } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";

export interface DefineComparatorGroupInput {
  name: string;
  note?: string | null | undefined;
  /** ONS codes. */
  organisations: string[];
  idempotencyKey?: string | null | undefined;
}

const LIMITS = { name: 100, note: 1_000, members: 500 } as const;
const FEWEST = 2;

/** Loads a list of authorities to be ranked among, such as statistical neighbours of a year. Answers with the group's id. */
export const defineComparatorGroup = async (
  context: ApiContext,
  input: DefineComparatorGroupInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to define a comparator group.");
  if (!may(viewer, "performance.write")) return notAllowed("Analysts define comparator groups.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "defineComparatorGroup", input }, () =>
      define(tx, context, input),
    ),
  );
};

const define = async (
  tx: Transaction,
  context: ApiContext,
  input: DefineComparatorGroupInput,
): Promise<Result<string>> => {
  const codes = [...new Set(input.organisations)];
  const name = input.name.trim();
  const note = input.note?.trim() || null;
  const problems = problemsOf(name, note, codes);
  if (problems.length > 0) return invalid(problems);
  const members = await tx.select().from(organisations).where(inArray(organisations.code, codes));
  const unknown = codes.filter((code) => !members.some((member) => member.code === code));
  if (unknown.length > 0)
    return invalid([
      { path: "organisations", message: `No organisation has the code ${unknown.join(", ")}.` },
    ]);
  const [group] = await tx.insert(comparatorGroups).values({ name, note }).onConflictDoNothing().returning();
  if (group === undefined) return invalid([{ path: "name", message: `“${name}” is there already.` }]);
  await tx
    .insert(comparatorGroupMembers)
    .values(members.map(({ id }) => ({ groupId: group.id, organisationId: id })));
  const detail = { name, note, organisations: codes };
  await recordAudit(tx, context, [
    { action: "comparator-group.defined", subjectType: "comparator-group", subjectId: group.id, detail },
  ]);
  return ok(group.id);
};

const problemsOf = (name: string, note: string | null, codes: readonly string[]): Problem[] => {
  const rules: [holds: boolean, path: string, message: string][] = [
    [name !== "" && name.length <= LIMITS.name, "name", `Give a name of up to ${LIMITS.name} characters.`],
    [!BUILT_IN_GROUPS.some((each) => each === name), "name", `“${name}” needs no list: it is built in.`],
    [(note ?? "").length <= LIMITS.note, "note", `Use ${LIMITS.note} characters or fewer.`],
    [
      codes.length >= FEWEST && codes.length <= LIMITS.members,
      "organisations",
      `A group has from ${FEWEST} to ${LIMITS.members} organisations.`,
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
};
