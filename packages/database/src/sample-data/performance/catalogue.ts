import type { CatalogueMetric } from "./papers.ts";

/** Finds metrics by how a paper prints them, and by code. An unknown one is a bug in our files and throws. */
export interface Catalogue {
  metric(code: string): CatalogueMetric;
  printedAs(cell: {
    organisation: string;
    code: string | null;
    title: string;
    variant?: string | null;
  }): CatalogueMetric;
}

/** Codes alone don't do: the City prints 1Cia for two measures, and the County prints local ones without a code. */
export function indexCatalogue(metrics: CatalogueMetric[]): Catalogue {
  const byCode = new Map(metrics.map((metric) => [metric.code, metric]));
  const byPrint = new Map(
    metrics.flatMap((metric) => metric.printedAs.map((cell) => [printKey(cell), metric] as const)),
  );
  return {
    metric: (code) => found(byCode.get(code), code),
    printedAs: (cell) => found(byPrint.get(printKey(cell)), printKey(cell)),
  };
}

function printKey(cell: {
  organisation: string;
  code: string | null;
  title: string;
  variant?: string | null;
}): string {
  return [cell.organisation, cell.code ?? "", cell.title, cell.variant ?? ""].join(" | ");
}

function found(metric: CatalogueMetric | undefined, key: string): CatalogueMetric {
  if (!metric) throw new Error(`The metric catalogue has no entry for “${key}”`);
  return metric;
}
