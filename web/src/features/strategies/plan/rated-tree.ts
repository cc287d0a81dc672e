import type { Branch } from "./tree.ts";

interface RatedElement {
  id: string;
  metrics: readonly { id: string; code: string; title: string }[];
  ratings: { rows: readonly { position: number; metric: { id: string } }[] } | null;
}

type RowOf<Element extends RatedElement> = NonNullable<Element["ratings"]>["rows"][number];

/** Rows of the dashboard that hang under the element itself: those of no branch beneath it. */
export const ownRows = <Element extends RatedElement>(branch: {
  element: Element;
  branches: readonly { element: Element }[];
}): RowOf<Element>[] => {
  const beneath = new Set(
    branch.branches.flatMap(({ element }) => (element.ratings?.rows ?? []).map(({ position }) => position)),
  );
  return (branch.element.ratings?.rows ?? []).filter(
    ({ position }) => !beneath.has(position),
  ) as RowOf<Element>[];
};

/** Metrics that hang under the element in other years, and have no row on this dashboard under it. */
export const metricsOfOtherYears = <Element extends RatedElement>({
  element,
}: {
  element: Element;
}): Element["metrics"][number][] => {
  const shown = new Set((element.ratings?.rows ?? []).map(({ metric }) => metric.id));
  return element.metrics.filter(({ id }) => !shown.has(id));
};

/** Ids of an element's ancestors, nearest last; empty when it stands at the top or nowhere. */
export const pathTo = <Element extends { id: string; parent: { id: string } | null }>(
  branches: readonly Branch<Element>[],
  id: string,
): string[] => {
  for (const { element, branches: beneath } of branches) {
    if (element.id === id) return [];
    const path = pathTo(beneath, id);
    if (path.length > 0 || beneath.some((branch) => branch.element.id === id)) return [element.id, ...path];
  }
  return [];
};
