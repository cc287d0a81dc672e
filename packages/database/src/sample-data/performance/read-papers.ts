import { readFile } from "node:fs/promises";
import type {
  CarersPaper,
  CatalogueMetric,
  CityPaper,
  CountyPaper,
  PaperStrategy,
  Papers,
} from "./papers.ts";

const FOLDER = new URL("../../../sample-data/papers/", import.meta.url);

const COUNTY_FILES = [
  "county-2017-18.json",
  "county-2019-20.json",
  "county-2020-21.json",
  "county-2022-23.json",
];

/** The project's own copy of the committee papers' figures. The files are ours, so a missing one is a bug and throws. */
export async function readPapers(): Promise<Papers> {
  const [head, catalogue, city, carers, plans, ...county] = await Promise.all([
    readJson<Pick<Papers, "organisations" | "sources">>("sources.json"),
    readJson<{ metrics: CatalogueMetric[] }>("metric-catalogue.json"),
    readJson<CityPaper>("leicester-2017-18-q3.json"),
    readJson<CarersPaper>("carers-survey.json"),
    readJson<{ strategies: PaperStrategy[] }>("strategies.json"),
    ...COUNTY_FILES.map((name) => readJson<CountyPaper>(name)),
  ]);
  return { ...head, metrics: catalogue.metrics, county, city, carers, strategies: plans.strategies };
}

async function readJson<Shape>(name: string): Promise<Shape> {
  return JSON.parse(await readFile(new URL(name, FOLDER), "utf8")) as Shape;
}
