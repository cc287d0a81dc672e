import { improvementActions } from "@due-regard/database/schema/assessments";
import { deliveryActions } from "@due-regard/database/schema/strategies";
import { asc, eq } from "drizzle-orm";
import { linkAction } from "../features/assessments/actions/link-action.ts";
import { recordActionProgress } from "../features/assessments/actions/track-action.ts";
import { setReviewDate } from "../features/assessments/watch/set-review-date.ts";
import { actAs, type DemoStage, done } from "./act-as.ts";
import type { DemoAction, DemoAssessment } from "./demo-assessment.ts";
import { dayOf } from "./demo-day.ts";
import { shown } from "./sign-demo.ts";

/** What follows the decision: owners and measures of the plan's actions, what became of them, and the day of the review. */
export const trackDemo = async (
  stage: DemoStage,
  { actions }: DemoAssessment,
  reference: string,
): Promise<void> => {
  const lead = await actAs(stage, "lead.officer@example.org");
  const { revisionId } = await shown(stage, lead, reference);
  const rows = await stage.tx
    .select({ id: improvementActions.id })
    .from(improvementActions)
    .where(eq(improvementActions.revisionId, revisionId))
    .orderBy(asc(improvementActions.position));
  for (const [index, { id: actionId }] of rows.entries()) {
    const action = actions[index];
    if (action !== undefined) await track(stage, actionId, action);
  }
  const on = dayOf({ monthsFromNow: 12 }, stage.now);
  done(await setReviewDate(lead, { reference, on, basedOn: null }), "set the day of its review");
};

const track = async (
  stage: DemoStage,
  actionId: string,
  { owner, metric, delivery, progress }: DemoAction,
): Promise<void> => {
  const lead = await actAs(stage, "lead.officer@example.org");
  const deliveryActionId = delivery === undefined ? undefined : await findDelivery(stage, delivery);
  done(
    await linkAction(lead, { actionId, owner, metric, deliveryActionId, basedOnVersion: 1 }),
    "say who sees to an action",
  );
  const itsOwner = await actAs(stage, owner);
  for (const [basedOnNotes, { status, note }] of progress.entries())
    done(
      await recordActionProgress(itsOwner, { actionId, status, note, basedOnNotes }),
      "tell how an action gets on",
    );
};

const findDelivery = async ({ tx }: DemoStage, reference: string): Promise<string | null> => {
  const [row] = await tx
    .select({ id: deliveryActions.id })
    .from(deliveryActions)
    .where(eq(deliveryActions.reference, reference));
  return row?.id ?? null;
};
