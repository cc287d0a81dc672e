import type { Database } from "@due-regard/database/connection";
import { type DashboardReadModel, LATEST } from "@due-regard/database/read-models/dashboard";
import { type MetricQuestion, readMetrics } from "@due-regard/database/read-models/metric";
import type { WatchedCitation } from "@due-regard/database/read-models/watched-evidence";
import type { Rated, WatchedFigure } from "@due-regard/domain/ehria/watch/causes";
import { ratingOf } from "../../../derive/result.ts";
import type { EvidenceNow } from "../load-evidence-changes.ts";

/** A citation with what stands in its place now. */
export interface CitationNow {
  citation: WatchedCitation;
  now: EvidenceNow;
}

/** The ratings of one citation's figure: when it was cited, where it stands now, and of the newer one. */
export type RatingsOf = (citation: CitationNow) => WatchedFigure["ratings"];

const NONE: WatchedFigure["ratings"] = { pinned: null, now: null, newer: null };

/** Questions that one statement answers. */
const AT_ONCE = 100;

type Results = Map<string, DashboardReadModel[]>;

/** As the dashboards show them, by judgement or, where nobody judged, as suggested. Asked only where one may have changed. */
export const readRatings = async (db: Database, cited: readonly CitationNow[]): Promise<RatingsOf> => {
  const asked = cited.filter(({ citation }) => citation.figure?.mayBeRatedOtherwise === true);
  const results = await ask(
    db,
    asked.flatMap(({ citation }) =>
      [citation.link.pinnedAt, LATEST].map((asAt) => [citation, asAt] as const),
    ),
  );
  return ({ citation, now }) => {
    const { figure, link } = citation;
    if (figure?.mayBeRatedOtherwise !== true) return NONE;
    const at = (asAt: string, period: string | undefined): Rated | null =>
      ratingFor(results.get(keyOf(citation, asAt)) ?? [], period);
    return {
      pinned: at(link.pinnedAt, figure.period),
      now: at(LATEST, now.now?.period),
      newer: at(LATEST, now.newer?.period),
    };
  };
};

const keyOf = ({ figure }: WatchedCitation, asAt: string): string =>
  [figure?.metricId, figure?.organisation, asAt].join(" ");

const ask = async (
  db: Database,
  questions: readonly (readonly [citation: WatchedCitation, asAt: string])[],
): Promise<Results> => {
  const unique = [...new Map(questions.map((question) => [keyOf(...question), question]))];
  const results: Results = new Map();
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const piece = unique.slice(from, from + AT_ONCE);
    const { answers } = await readMetrics(
      db,
      null,
      piece.map(([, question]) => questionOf(...question)),
    );
    piece.forEach(([key], index) => {
      results.set(key, (answers[index] ?? []) as DashboardReadModel[]);
    });
  }
  return results;
};

const questionOf = ({ figure }: WatchedCitation, asAt: string): MetricQuestion => ({
  part: "results",
  metricId: figure?.metricId,
  asks: { organisation: figure?.organisation ?? "", asAt, withRanks: false },
});

/** On the dashboard that shows this period as its current one. */
const ratingFor = (editions: readonly DashboardReadModel[], period: string | undefined): Rated | null => {
  for (const { rows, scheme } of editions) {
    const row = rows.find((each) => each.currentPeriod === period && !each.currentIsForecast);
    if (row !== undefined) return ratingOf(row, scheme).effective;
  }
  return null;
};
