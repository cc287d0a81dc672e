import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** One row of a paper, as its data file has it. */
export interface PaperRow {
  id: string;
  layer?: string;
  measure?: "Local" | "ASCOF";
  code: string | null;
  variant?: string | null;
  title: string;
  betterCareFund?: boolean;
  aim?: string;
  rating: string | null;
  progress?: string | null;
  target: string;
  nextTarget?: string;
  current?: string;
  previous?: string;
  quartile?: string;
  baseline?: string;
  englandAverage?: string;
  englandRank?: string;
  previousRank?: string | null;
  q1?: string;
  q2?: string;
  q3?: string;
  comments?: string | null;
}

export interface Paper {
  organisation: string;
  edition: string;
  title: string;
  scheme: "RAG" | "BENCHMARK";
  rows: PaperRow[];
}

export const readPaper = async (name: string): Promise<Paper> =>
  JSON.parse(
    await readFile(
      new URL(`../../packages/database/sample-data/papers/${name}.json`, import.meta.url),
      "utf8",
    ),
  );

/** A row as the page shows it: what stands in its cells, by the key of the column, and the layer above it. */
export interface ShownRow {
  layer: string | null;
  cells: Record<string, string>;
  printedCode: string | null;
  betterCareFund: boolean;
  suggested: boolean;
}

/** Every row of the dashboard that is open, read out of its tables in the order of the page. */
export const readRows = async (page: Page): Promise<ShownRow[]> =>
  await page.evaluate(() => {
    const words = (element: Element | null | undefined) => element?.textContent?.trim() ?? null;
    const shown: ShownRow[] = [];
    for (const table of document.querySelectorAll<HTMLTableElement>("table.app-dashboard")) {
      const headings = [...table.querySelectorAll("thead th")].map((heading) => words(heading) ?? "");
      const layer = words(table.closest("section")?.querySelector("h2"));
      for (const row of table.querySelectorAll("tbody tr:not(.app-table__group, .app-table__beneath)")) {
        const cells = [...row.children].map((cell) => {
          const content = cell.querySelector(".app-table__content");
          return words(content?.querySelector(".app-value") ?? content) ?? "";
        });
        shown.push({
          layer,
          cells: Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ""])),
          printedCode: words(row.querySelector(".app-printed")),
          betterCareFund: row.querySelector(".app-bcf") !== null,
          suggested: [...row.querySelectorAll(".app-measure__facts")].some(
            (facts) => words(facts) === "Suggested",
          ),
        });
      }
    }
    return shown;
  });

const LOOK_ALIKES: Record<string, string> = { Н: "H", н: "H", А: "A", Т: "T", о: "o", р: "p" };

/** White space made single, and letters of other alphabets read as the Latin ones that they look like. */
export const tidy = (printed: string | null | undefined): string =>
  [...(printed ?? "").replace(/\s+/g, " ").trim()].map((letter) => LOOK_ALIKES[letter] ?? letter).join("");
