import { type ActionStatus, isOpenAction, type StrategyElementKind } from "./vocabulary.ts";

/** Questions worth asking of a plan (domain.md §2): which outcomes nobody measures, which actions are late, which changes nobody assessed. */

/** An element of a plan, as its tree knows it. */
export interface TreeElement {
  id: string;
  parentId: string | null;
  kind: StrategyElementKind;
}

/** Layers sort the department's work and principles say how it is done: only these are there to be reached. */
const TO_BE_REACHED: readonly StrategyElementKind[] = ["OUTCOME", "SUPPORTING_OUTCOME", "PRIORITY"];
const OUTCOMES: readonly StrategyElementKind[] = ["OUTCOME", "SUPPORTING_OUTCOME"];
const PRIORITIES: readonly StrategyElementKind[] = ["PRIORITY"];

/** Ids of an element and of everything beneath it. A plan that loops, which no plan should, ends all the same. */
export function elementsBeneath(elements: readonly TreeElement[], id: string): Set<string> {
  const childrenOf = Map.groupBy(elements, (element) => element.parentId);
  const found = new Set([id]);
  for (const each of found) for (const child of childrenOf.get(each) ?? []) found.add(child.id);
  return found;
}

/** Outcomes that have none of `measured` (ids of elements with a metric) at or beneath them, in the order given. */
export function outcomesWithoutMetric<Element extends TreeElement>(
  elements: readonly Element[],
  measured: ReadonlySet<string>,
): Element[] {
  return withoutAny(elements, measured, OUTCOMES);
}

/** Priorities that have none of `measured` at or beneath them, in the order given: some plans have priorities and no outcomes. */
export function prioritiesWithoutMetric<Element extends TreeElement>(
  elements: readonly Element[],
  measured: ReadonlySet<string>,
): Element[] {
  return withoutAny(elements, measured, PRIORITIES);
}

/** How many there are of which each list of gaps could hold all: a gap is told with its denominator. */
export function countForGaps(elements: readonly TreeElement[]): {
  outcomes: number;
  priorities: number;
  toBeReached: number;
} {
  const count = (kinds: readonly StrategyElementKind[]) =>
    elements.filter(({ kind }) => kinds.includes(kind)).length;
  return { outcomes: count(OUTCOMES), priorities: count(PRIORITIES), toBeReached: count(TO_BE_REACHED) };
}

/** Outcomes and priorities that have none of `assessed` (ids of elements that an assessment cites) at or beneath them. */
export function elementsWithoutAssessment<Element extends TreeElement>(
  elements: readonly Element[],
  assessed: ReadonlySet<string>,
): Element[] {
  return withoutAny(elements, assessed, TO_BE_REACHED);
}

/** Ids of an element and of everything that it is part of. A plan that loops ends all the same. */
export function elementsAbove(elements: readonly TreeElement[], id: string): Set<string> {
  const parentOf = new Map(elements.map((element) => [element.id, element.parentId]));
  const found = new Set([id]);
  for (const each of found) {
    const parent = parentOf.get(each);
    if (parent) found.add(parent);
  }
  return found;
}

/**
 * Delivery actions that are neither done nor cancelled and that no assessment looks at, in the order given: none cites the element
 * that the action serves, one beneath it or one that it is part of (who assesses an outcome assesses what is done for it).
 *
 * @param assessed ids of elements that an assessment cites
 * @param joined ids of actions that an assessment cites, or that its own action is joined to
 */
export function actionsWithoutAssessment<
  Action extends { id: string; elementId: string | null; status: ActionStatus },
>(
  elements: readonly TreeElement[],
  actions: readonly Action[],
  { assessed, joined }: { assessed: ReadonlySet<string>; joined: ReadonlySet<string> },
): Action[] {
  const isAssessed = (elementId: string): boolean =>
    [...elementsBeneath(elements, elementId), ...elementsAbove(elements, elementId)].some((id) =>
      assessed.has(id),
    );
  return actions.filter(
    (action) =>
      isOpen(action) &&
      !joined.has(action.id) &&
      (action.elementId === null || !isAssessed(action.elementId)),
  );
}

function withoutAny<Element extends TreeElement>(
  elements: readonly Element[],
  covered: ReadonlySet<string>,
  kinds: readonly StrategyElementKind[],
): Element[] {
  return elements.filter(
    (element) =>
      kinds.includes(element.kind) &&
      ![...elementsBeneath(elements, element.id)].some((id) => covered.has(id)),
  );
}

/** Whether an action is neither done nor cancelled. */
export function isOpen({ status }: { status: ActionStatus }): boolean {
  return isOpenAction(status);
}

/** Whether an action should be finished by a day (ISO date) and is not. One without a readable due date is never late. */
export function isOverdue(action: { status: ActionStatus; dueEnd: string | null }, on: string): boolean {
  return isOpen(action) && action.dueEnd !== null && action.dueEnd < on;
}
