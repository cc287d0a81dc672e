/** Plans run in succession (domain.md §2): which plans make one line, and what was carried over from one to the next. */

/** A plan, as its line knows it. */
export interface PlanInLine {
  id: string;
  supersedesId: string | null;
  startsOn: string;
}

/** A metric that hangs under an element of a plan. */
export interface MetricLink {
  metricId: string;
  elementId: string;
}

export interface CarriedMetric {
  metricId: string;
  /** Elements of the earlier plan that it hung under, and of the later one. */
  before: string[];
  now: string[];
}

/** The plans that came before and after one, itself included, oldest first. A line that loops, which none should, ends all the same. */
export function lineOf<Plan extends PlanInLine>(plans: readonly Plan[], id: string): Plan[] {
  const earlier = new Map(plans.map((plan) => [plan.id, plan.supersedesId]));
  const found = new Set<string>();
  for (let at: string | null = id; at !== null && !found.has(at); at = earlier.get(at) ?? null) found.add(at);
  for (const later of successorsOf(plans, id)) found.add(later);
  return plans
    .filter((plan) => found.has(plan.id))
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id));
}

function successorsOf(plans: readonly PlanInLine[], id: string): Set<string> {
  const found = new Set([id]);
  for (const each of found) for (const plan of plans) if (plan.supersedesId === each) found.add(plan.id);
  return found;
}

/** Metrics that hang in both plans, in the order of the later one, each with the elements that it hangs under. */
export function carriedOver(before: readonly MetricLink[], now: readonly MetricLink[]): CarriedMetric[] {
  const earlier = elementsByMetric(before);
  return [...elementsByMetric(now)].flatMap(([metricId, elements]) => {
    const old = earlier.get(metricId);
    return old === undefined ? [] : [{ metricId, before: [...old], now: [...elements] }];
  });
}

function elementsByMetric(links: readonly MetricLink[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { metricId, elementId } of links)
    found.set(metricId, (found.get(metricId) ?? new Set()).add(elementId));
  return found;
}
