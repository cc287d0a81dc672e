import type { PaperStrategy } from "./papers.ts";
import type { ElementReference, PerformanceRecords } from "./records.ts";

/** Finds an element of a plan by the name that a dashboard prints, under a parent where names repeat. */
export type ElementFinder = (strategy: string, printed: string, parent: string | null) => ElementReference;

/** Names are compared whole: an outcome's name may hold commas (domain.md §5.7). An unknown name throws. */
export function findElementsIn(strategies: PaperStrategy[]): ElementFinder {
  const known = new Map(
    strategies.flatMap((strategy) =>
      strategy.elements.flatMap(({ key, parent, printedAs }) =>
        printedAs.map((name) => [
          [strategy.slug, parent, name].join(" | "),
          { strategy: strategy.slug, element: key },
        ]),
      ),
    ),
  );
  return (strategy, printed, parent) => {
    const wanted = [strategy, parent, printed].join(" | ");
    const element = known.get(wanted);
    if (!element) throw new Error(`No strategy element is printed as “${wanted}”`);
    return element;
  };
}

type StrategyRecords = Pick<
  PerformanceRecords,
  "strategies" | "strategyElements" | "elementMetrics" | "deliveryActions"
>;

/** Plans in succession and layers, with dated links to metrics and the delivery actions. Older plans come first. */
export function buildStrategyRecords(strategies: PaperStrategy[]): StrategyRecords {
  return {
    strategies: strategies.map(({ organisations, elements: _elements, actions: _actions, ...strategy }) => ({
      ...strategy,
      organisationCodes: organisations,
    })),
    strategyElements: strategies.flatMap(({ slug, elements }) => {
      const parentsFirst = [
        ...elements.filter((one) => one.parent === null),
        ...elements.filter((one) => one.parent),
      ];
      return parentsFirst.map(({ printedAs: _printedAs, metrics: _metrics, ...element }) => ({
        strategy: slug,
        ...element,
        position: elements.findIndex((one) => one.key === element.key) + 1,
      }));
    }),
    elementMetrics: strategies.flatMap(({ slug, elements }) =>
      elements.flatMap(({ key, metrics }) =>
        Object.entries(metrics).flatMap(([year, codes]) =>
          codes.map((metricCode) => ({ strategy: slug, element: key, metricCode, year })),
        ),
      ),
    ),
    deliveryActions: strategies.flatMap(({ slug, actions }) =>
      actions.map((action) => ({ strategy: slug, ...action })),
    ),
  };
}
