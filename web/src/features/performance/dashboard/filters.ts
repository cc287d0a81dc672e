/** What the reader chose to see; each is null when it does not narrow anything. */
export interface Filters {
  rating: string | null;
  layer: string | null;
  framework: string | null;
  betterCareFund: boolean;
}

export const NOT_RATED_KEY = "NOT_RATED";

interface FilterableRow {
  betterCareFund: boolean;
  rating: { effective: string | null };
  metric: { framework: string };
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

const passes = (row: FilterableRow, filters: Filters): boolean =>
  (filters.rating === null || (row.rating.effective ?? NOT_RATED_KEY) === filters.rating) &&
  (filters.framework === null || row.metric.framework === filters.framework) &&
  (!filters.betterCareFund || row.betterCareFund);

/** The groups with the rows that pass; groups without any are left out. */
export const applyFilters = <Row extends FilterableRow, Group extends FilterableGroup<Row>>(
  groups: readonly (Group & FilterableGroup<Row>)[],
  filters: Filters,
): Group[] =>
  groups
    .filter((group) => filters.layer === null || group.layer?.title === filters.layer)
    .map((group) => ({ ...group, rows: group.rows.filter((row) => passes(row, filters)) }))
    .filter((group) => group.rows.length > 0);

const unique = (values: readonly string[]) => [...new Set(values)];

/** What there is to choose from in these groups, in the order in which it occurs. */
export const choicesIn = (groups: readonly FilterableGroup<FilterableRow>[]) => {
  const rows = groups.flatMap((group) => group.rows);
  return {
    ratings: unique(rows.map((row) => row.rating.effective ?? NOT_RATED_KEY)),
    layers: unique(groups.flatMap((group) => (group.layer ? [group.layer.title] : []))),
    frameworks: unique(rows.map((row) => row.metric.framework)),
    betterCareFund: rows.some((row) => row.betterCareFund),
  };
};
