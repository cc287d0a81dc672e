import { outcomeOf } from "../../../../data/outcome.ts";
import { formatDate, joinDate } from "../../../../ui/format/dates.ts";
import { type ActionDraft, draftOf } from "../../drafting/plan/action-form.ts";
import { SaveActionMutation } from "../../mutations.ts";
import type { Content } from "../../types.ts";
import type { Attempt } from "../cell.ts";
import type { SaveAddress, SaveKind } from "./kind.ts";
import { requestOptions, resultOf } from "./run-save.ts";

export interface ActionAddress extends SaveAddress {
  /** Id of the action; for one that the server has not got yet, a name that this browser gave it. */
  action: string;
  isNew: boolean;
}

const TEXTS = ["objective", "action", "target", "officer", "fromQuestion"] as const;

/** What the form of an action holds: a date may be half written, and is sent once it is one. */
export interface ActionValue extends ActionDraft {
  /** True: it is taken out of the plan. */
  isRemoved: boolean;
}

export const actionValue = (action: Parameters<typeof draftOf>[0]): ActionValue => ({
  ...draftOf(action),
  isRemoved: false,
});

const REMOVED: ActionValue = { ...actionValue(null), isRemoved: true };

const LABELLED = [
  { field: "objective", label: "Objective" },
  { field: "action", label: "Action" },
  { field: "target", label: "Target" },
  { field: "officer", label: "Officer responsible" },
] as const;
const isInPlan = ({ isRemoved }: ActionValue): boolean => !isRemoved;
const DATE_PARTS = ["day", "month", "year"] as const;

const findAction = ({ improvementActions }: Content, address: ActionAddress) =>
  improvementActions.find(({ id }) => id === address.action);

const changeOf = ({ isRemoved, due, fromQuestion, ...texts }: ActionValue) =>
  isRemoved ? { remove: true } : { ...texts, due: joinDate(due).date, fromQuestion: fromQuestion || null };

/** Nothing is stored under a version of 0: the row is made, also where somebody had taken it out meanwhile. */
const idOf = (address: ActionAddress, { value, basedOnVersion }: Attempt<ActionValue>): string | null =>
  address.isNew || (basedOnVersion === 0 && !value.isRemoved) ? null : address.action;

/** A row of the improvement plan. */
export const actionKind: SaveKind<ActionAddress, ActionValue> = {
  keyOf: ({ action }) => `improvement-plan.${action}`,
  same: (left, right) =>
    left.isRemoved === right.isRemoved &&
    (left.isRemoved ||
      (TEXTS.every((field) => left[field] === right[field]) &&
        DATE_PARTS.every((part) => left.due[part] === right.due[part]))),
  read: (content, address) => {
    const action = findAction(content, address);
    if (action) return { value: actionValue(action), version: action.version };
    return { value: address.isNew ? actionValue(null) : REMOVED, version: 0 };
  },
  send: async (link, address, attempt) => {
    const { value, basedOnVersion, setAside, key } = attempt;
    const input = {
      reference: address.reference,
      id: idOf(address, attempt),
      basedOnVersion,
      setAside,
      idempotencyKey: key,
      ...changeOf(value),
    };
    const { data, error } = await link.client
      .mutation(SaveActionMutation, { input }, requestOptions(link, attempt))
      .toPromise();
    const sent = { kind: actionKind, link, address, attempt };
    return resultOf(sent, outcomeOf(data?.saveImprovementAction, error), (saved) => {
      const { improvementAction: action, savedAt } = saved;
      if (!action) return { stored: { value: REMOVED, version: 0 }, savedAt };
      const stored = { value: actionValue(action), version: action.version };
      return { stored, savedAt, address: { ...address, action: action.id, isNew: false } };
    });
  },
  pieces: (questions) => [
    {
      key: "isRemoved",
      label: "In the plan",
      read: ({ isRemoved }) => (isRemoved ? "No, it was taken out" : "Yes"),
    },
    ...LABELLED.map(({ field, label }) => ({
      key: field,
      label,
      read: (value: ActionValue) => (value.isRemoved ? "" : value[field]),
      merge: (value: ActionValue, text: string) => ({ ...value, [field]: text }),
      has: isInPlan,
    })),
    {
      key: "due",
      label: "By when",
      read: ({ due, isRemoved }) => (isRemoved ? "" : formatDate(joinDate(due).date ?? "")),
      take: (value, { due }) => ({ ...value, due }),
      has: isInPlan,
    },
    {
      key: "fromQuestion",
      label: "Follows from",
      read: ({ fromQuestion, isRemoved }) =>
        isRemoved ? "" : (questions.find(({ value }) => value === fromQuestion)?.label ?? fromQuestion),
      take: (value, { fromQuestion }) => ({ ...value, fromQuestion }),
      has: isInPlan,
    },
  ],
};
