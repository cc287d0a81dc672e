import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { metrics } from "@due-regard/database/schema/metrics";
import { users } from "@due-regard/database/schema/people";
import { deliveryActions } from "@due-regard/database/schema/strategies";
import { conflict, invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { recordHistory } from "../record-history.ts";
import type { LiveState } from "./live-state.ts";
import type { ActionInForce } from "./load-actions.ts";
import { readsPlan } from "./reads-plan.ts";
import { type ActionInput, type ActionWrite, writeToAction } from "./write-to-action.ts";

export interface ActionLinksInput extends ActionInput {
  /** Email address of whoever is to see to it. Null: nobody; left out: as before. So with the others. */
  owner?: string | null | undefined;
  /** A metric's stable code. */
  metric?: string | null | undefined;
  /** Row id. */
  deliveryActionId?: string | null | undefined;
  basedOnVersion: number;
}

type Links = Pick<LiveState, "ownerId" | "metricId" | "deliveryActionId">;

/**
 * Names who sees to an action, and joins it to a metric and to a plan's delivery action. Whoever is named must be able to read
 * the assessment; VALIDATION tells nothing of anybody who is not. CONFLICT: joined otherwise since it was read.
 */
export const linkAction = (context: ApiContext, input: ActionLinksInput): Promise<Result<ActionInForce>> =>
  writeToAction(context, "linkAction", input, async (write) => {
    const { state } = write;
    const found = await findLinks(write, input);
    if (!found.ok) return found;
    const links = found.value;
    const isSame = (Object.keys(links) as (keyof Links)[]).every((key) => links[key] === state[key]);
    if (isSame) return ok(undefined);
    if (input.basedOnVersion !== state.version)
      return conflict([
        {
          path: "action",
          currentVersion: state.version,
          basedOnVersion: input.basedOnVersion,
          theirs: null,
          yours: null,
        },
      ]);
    await write.tx
      .update(equalityActions)
      .set({ ...links, version: state.version + 1 })
      .where(eq(equalityActions.id, write.line));
    await record(write, links);
    return ok(undefined);
  });

const findLinks = async (write: ActionWrite, input: ActionLinksInput): Promise<Result<Links>> => {
  const problems: Problem[] = [];
  const resolve = async (
    path: string,
    given: string | null | undefined,
    before: string | null,
    find: (text: string) => Promise<string | null>,
    message: string,
  ): Promise<string | null> => {
    if (given === undefined) return before;
    const text = given?.trim() ?? "";
    if (text === "") return null;
    const id = await find(text);
    if (id === null) problems.push({ path, message });
    return id;
  };
  const { state, tx } = write;
  const links = {
    ownerId: await resolve(
      "owner",
      input.owner,
      state.ownerId,
      (email) => findReader(write, email),
      "Nobody who may read this assessment has this address.",
    ),
    metricId: await resolve(
      "metric",
      input.metric,
      state.metricId,
      async (code) =>
        (await tx.select({ id: metrics.id }).from(metrics).where(eq(metrics.code, code)))[0]?.id ?? null,
      "No measure has this code.",
    ),
    deliveryActionId: await resolve(
      "deliveryAction",
      input.deliveryActionId,
      state.deliveryActionId,
      async (id) =>
        isRowId(id)
          ? ((
              await tx
                .select({ id: deliveryActions.id })
                .from(deliveryActions)
                .where(eq(deliveryActions.id, id))
            )[0]?.id ?? null)
          : null,
      "There is no such delivery action.",
    ),
  };
  return problems.length > 0 ? invalid(problems) : ok(links);
};

/** Whoever has this address, where they may read the assessment as it stands for others. */
const findReader = async ({ tx, head, action }: ActionWrite, email: string): Promise<string | null> => {
  const [person] = await tx
    .select({ id: users.id, departmentId: users.departmentId })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isNull(users.disabledAt)));
  if (person === undefined) return null;
  return (await readsPlan(tx, { head, action }, person)) ? person.id : null;
};

const record = async ({ tx, context, head, action, state }: ActionWrite, links: Links): Promise<void> => {
  const subject = { type: "improvement-action" as const, id: action.id };
  const { ownerId, ...others } = links;
  const isJoined = others.metricId !== state.metricId || others.deliveryActionId !== state.deliveryActionId;
  await recordHistory(tx, context, { id: head.id, revision: action.planRevision }, [
    ...(ownerId === state.ownerId
      ? []
      : [{ action: "action.owner-named" as const, subject, detail: { ownerId, before: state.ownerId } }]),
    ...(isJoined ? [{ action: "action.linked" as const, subject, detail: { ...others } }] : []),
  ]);
};
