import { deliveryActions } from "@due-regard/database/schema/strategies";
import { eq } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { answer, resultUnion } from "../../schema/result-union.ts";
import { ActionStatusEnum } from "../../schema/strategy-enums.ts";
import { recordDeliveryProgress } from "./record-delivery-progress.ts";
import { DeliveryActionType } from "./strategy-types.ts";

const RecordDeliveryProgressInput = builder.inputType("RecordDeliveryProgressInput", {
  description: "How a delivery action gets on.",
  fields: (t) => ({
    action: t.globalID({ for: DeliveryActionType, required: true, description: "The delivery action." }),
    note: t.string({ required: true, description: "What has been done. Up to 2,000 characters." }),
    status: t.field({ type: ActionStatusEnum, description: "Where it now stands. Default: as before." }),
    basedOnNotes: t.int({
      required: true,
      description:
        "How many progress notes you had seen: a change of status meets a Conflict if there are more.",
    }),
    idempotencyKey: t.string({
      description:
        "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.",
    }),
  }),
});

const DeliveryProgressRecorded = builder
  .objectRef<{ actionId: string }>("DeliveryProgressRecorded")
  .implement({
    description: "The note is kept.",
    fields: (t) => ({
      action: t.field({
        type: DeliveryActionType,
        description: "The action as it now stands.",
        resolve: async ({ actionId }, _args, { db }) => {
          const [action] = await db.select().from(deliveryActions).where(eq(deliveryActions.id, actionId));
          if (action === undefined) throw new Error("The action is gone");
          return action;
        },
      }),
    }),
  });

const RecordDeliveryProgressResult = resultUnion("RecordDeliveryProgressResult", DeliveryProgressRecorded);

builder.mutationField("recordDeliveryProgress", (t) =>
  t.field({
    type: RecordDeliveryProgressResult,
    description:
      "Adds a note on how a delivery action gets on, and moves its status. Heads of service and analysts.",
    args: {
      input: t.arg({ type: RecordDeliveryProgressInput, required: true, description: "The note." }),
    },
    resolve: async (_root, { input }, context) => {
      const { action, ...rest } = input;
      const result = await recordDeliveryProgress(context, { ...rest, actionId: action.id });
      return answer(result.ok ? { ok: true, value: { actionId: result.value } } : result);
    },
  }),
);
