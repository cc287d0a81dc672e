/** What the reader chose to see; each is null when it does not narrow anything. */
export interface Filters {
  rating: string | null;
  layer: string | null;
  framework: string | null;
  betterCareFund: boolean;
}

export const NO_FILTERS: Filters = { rating: null, layer: null, framework: null, betterCareFund: false };

export const NOT_RATED_KEY = "NOT_RATED";

/** Names of the filters in the address. */
export const FILTER_PARAMETERS = ["rating", "layer", "framework", "bcf"] as const;

interface FilterableRow {
  betterCareFund: boolean;
  rating: { effective: string | null };
  metric: { code: string; framework: string };
}

interface FilterableGroup<Row extends FilterableRow> {
  layer: { id: string; title: string } | null;
  rows: readonly Row[];
}

export const readFilters = (search: URLSearchParams): Filters => ({
  rating: search.get("rating") || null,
  layer: search.get("layer") || null,
  framework: search.get("framework") || null,
  betterCareFund: search.get("bcf") === "yes",
});

/** The address with these filters in place of those that it has; everything else in it stays. */
export const withFilters = (search: URLSearchParams, filters: Filters): URLSearchParams => {
  const next = new URLSearchParams(search);
  const { rating, layer, framework, betterCareFund } = filters;
  const values = { rating, layer, framework, bcf: betterCareFund ? "yes" : null };
  for (const name of FILTER_PARAMETERS) {
    const value = values[name];
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
};

const passes = (row: FilterableRow, filters: Filters): boolean =>
  (filters.rating === null || (row.rating.effective ?? NOT_RATED_KEY) === filters.rating) &&
  (filters.framework === null || row.metric.framework === filters.framework) &&
  (!filters.betterCareFund || row.betterCareFund);

/**
 * The groups with the rows that pass; groups without any are left out. `kept` is the code of a metric whose row stays
 * whatever its rating: somebody is editing it.
 */
export const applyFilters = <Row extends FilterableRow, Group extends FilterableGroup<Row>>(
  groups: readonly (Group & FilterableGroup<Row>)[],
  filters: Filters,
  kept: string | null = null,
): Group[] =>
  groups
    .filter((group) => filters.layer === null || group.layer?.title === filters.layer)
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => row.metric.code === kept || passes(row, filters)),
    }))
    .filter((group) => group.rows.length > 0);

export interface Choice {
  value: string;
  /** Rows that it would leave, with the other filters as they are. */
  count: number;
}

type Groups = readonly FilterableGroup<FilterableRow>[];

const countWith = (groups: Groups, filters: Filters): number =>
  applyFilters(groups, filters).reduce((sum, { rows }) => sum + rows.length, 0);

const unique = (values: readonly string[]) => [...new Set(values)];

/** What there is to choose from in these groups, in the order in which it occurs, and how many rows each choice leaves. */
export const choicesIn = (groups: Groups, filters: Filters) => {
  const rows = groups.flatMap((group) => group.rows);
  const choices = (name: "rating" | "layer" | "framework", values: readonly string[]): Choice[] =>
    unique(values).map((value) => ({ value, count: countWith(groups, { ...filters, [name]: value }) }));
  return {
    ratings: choices(
      "rating",
      rows.map((row) => row.rating.effective ?? NOT_RATED_KEY),
    ),
    layers: choices(
      "layer",
      groups.flatMap((group) => (group.layer ? [group.layer.title] : [])),
    ),
    frameworks: choices(
      "framework",
      rows.map((row) => row.metric.framework),
    ),
    /** Null: no row is one. */
    betterCareFund: rows.some((row) => row.betterCareFund)
      ? countWith(groups, { ...filters, betterCareFund: true })
      : null,
  };
};
