import { readFile } from "node:fs/promises";
import type { CatalogueMetric } from "../performance/papers.ts";

/** A metric of the national set: what the table of metrics holds, and how it is reported. */
export type NationalMetric = Pick<
  CatalogueMetric,
  | "code"
  | "framework"
  | "officialCode"
  | "title"
  | "description"
  | "aim"
  | "unit"
  | "accumulation"
  | "tags"
  | "numeratorLabel"
  | "denominatorLabel"
  | "similarWithin"
  | "reporting"
>;

const FILES = ["papers/metric-catalogue.json", "national/further-metrics.json"];

/** The sixty metrics of the set: those of the papers, and measures of the outcomes framework of 2023 beside them. */
export const readNationalMetrics = async (): Promise<NationalMetric[]> => {
  const lists = FILES.map(async (name) => {
    const text = await readFile(new URL(`../../../sample-data/${name}`, import.meta.url), "utf8");
    return (JSON.parse(text) as { metrics: NationalMetric[] }).metrics;
  });
  return (await Promise.all(lists)).flat();
};
