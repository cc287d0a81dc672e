import { PAGE_LENGTH } from "./queries.ts";

/** What the addresses of imports say: where each page stands, and what it asks for. */

export const IMPORT_CRUMBS = [
  { to: "/", words: "Home" },
  { to: "/performance", words: "Performance" },
];

export const importsVariables = (search: URLSearchParams) => ({
  first: PAGE_LENGTH,
  after: search.get("after"),
});

const isFormat = (format: string | null): format is "OWN" | "ASCOF" => format === "OWN" || format === "ASCOF";

export const columnsVariables = (id: string, search: URLSearchParams) => {
  const headerRow = Number(search.get("headerRow"));
  const format = search.get("format");
  return {
    id,
    sheet: search.get("sheet"),
    headerRow: Number.isSafeInteger(headerRow) && headerRow > 0 ? headerRow : null,
    format: isFormat(format) ? format : null,
  };
};

export const importVariables = (id: string, search: URLSearchParams) => {
  const weight = search.get("weight");
  return {
    id,
    first: PAGE_LENGTH,
    weight: weight === "BLOCKS" || weight === "WARNS" ? weight : null,
    afterProblem: search.get("afterProblem"),
    outcome: null,
    afterChange: search.get("afterChange"),
  } as const;
};
