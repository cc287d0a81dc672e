import type { ActionStatus, StrategyElementKind } from "@due-regard/domain/strategies/vocabulary";
import { describedEnum } from "./described-enum.ts";

export const StrategyElementKindEnum = describedEnum<StrategyElementKind>(
  "StrategyElementKind",
  "What sort of element of a plan it is.",
  {
    LAYER: "One of the department's four: prevent, reduce, delay, meet need.",
    OUTCOME: "What a plan wants to be true.",
    SUPPORTING_OUTCOME: "A narrower outcome beneath one.",
    PRIORITY: "What a plan puts first.",
    PRINCIPLE: "How a plan wants things done.",
  },
);

export const ActionStatusEnum = describedEnum<ActionStatus>("ActionStatus", "How far an action has got.", {
  NOT_STARTED: "Nothing is recorded as begun.",
  IN_PROGRESS: "Begun and not finished.",
  DELAYED: "Begun or not, and later than it should be.",
  DONE: "Finished.",
  CANCELLED: "Will not be done.",
});
