/** Something that some of the words of a search name; `covers` says of each word whether. */
export interface Match {
  id: string;
  covers: readonly boolean[];
}

/** Figures that a search asks for: of one metric, of one organisation or any, and of the group that the other words name. */
export interface SoughtFigures {
  metricId: string;
  /** Null: no word names an organisation. */
  organisationId: string | null;
  /** Words that neither names: they must name a group. Empty: everybody's figures and every group's. */
  group: string[];
}

/** Pairs beyond these belong to words that name half the country: nobody reads so far. */
const MOST_PAIRS = 2_000;

const countOf = (covers: readonly boolean[]): number => covers.filter(Boolean).length;

/**
 * Every word must name something: the metric, else the organisation, else the group. Of the organisations those count that
 * most of the metric's other words name: “Leicester City” asks for one council, not for each city.
 *
 * @param metrics best match first; the pairs keep their order
 * @param only ids of the organisations that may be asked about. Null: any
 */
export const pairFigures = (
  words: readonly string[],
  metrics: readonly Match[],
  organisations: readonly Match[],
  only: readonly string[] | null,
): SoughtFigures[] => {
  const known = only === null ? organisations : only.map((id) => matchOf(id, organisations, words));
  return metrics.flatMap((metric) => pairsOf(words, metric, known, only !== null)).slice(0, MOST_PAIRS);
};

const matchOf = (id: string, organisations: readonly Match[], words: readonly string[]): Match =>
  organisations.find((each) => each.id === id) ?? { id, covers: words.map(() => false) };

const pairsOf = (
  words: readonly string[],
  metric: Match,
  organisations: readonly Match[],
  always: boolean,
): SoughtFigures[] => {
  const left = metric.covers.map((covered) => !covered);
  const named = organisations.map(({ id, covers }) => ({
    id,
    names: covers.map((covered, index) => covered && left[index] === true),
  }));
  const most = Math.max(0, ...named.map(({ names }) => countOf(names)));
  const restAfter = (names: readonly boolean[]) =>
    words.filter((_word, index) => left[index] === true && names[index] !== true);
  if (most === 0 && !always) return [{ metricId: metric.id, organisationId: null, group: restAfter([]) }];
  return named
    .filter(({ names }) => countOf(names) === most)
    .map(({ id, names }) => ({ metricId: metric.id, organisationId: id, group: restAfter(names) }));
};
