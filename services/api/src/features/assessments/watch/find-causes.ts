import type { Database, Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import {
  listReviewDays,
  listWatchedEvidence,
  type WatchedCitation,
} from "@due-regard/database/read-models/watched-evidence";
import { sources } from "@due-regard/database/schema/sources";
import {
  causesOfDate,
  causesOfDeliveryAction,
  causesOfFigure,
  causesOfWords,
  type FigureStanding,
  type ReviewCause,
} from "@due-regard/domain/ehria/watch/causes";
import { periodOf } from "@due-regard/domain/metrics/period";
import { inArray } from "drizzle-orm";
import { compareAll, type EvidenceNow } from "../load-evidence-changes.ts";
import { type CitationNow, type RatingsOf, readRatings } from "./read-ratings.ts";

/** A cause, and the citation at which it was found. */
export interface FoundCause extends ReviewCause {
  linkId: string | null;
}

interface Question {
  /** Codes of the metrics that moved. Null: look at everything, and at dates. */
  metrics: readonly string[] | null;
  /** ISO date, in London. */
  today: string;
}

/**
 * Why signed assessments in force have to be looked at again, by their references: every cause that holds, found before or
 * not. A fixed number of statements, but for ratings, of which one answers many.
 */
export const findCauses = async (
  db: Database,
  { metrics, today }: Question,
): Promise<Map<string, FoundCause[]>> => {
  const cited = await listWatchedEvidence(db, metrics);
  const now = await compareAll(
    db,
    cited.map(({ link }) => link),
  );
  const pairs = cited.map((citation, index) => ({ citation, now: now[index] ?? NOTHING }));
  const found = new Map<string, FoundCause[]>();
  const add = (reference: string, causes: readonly FoundCause[]) => {
    if (causes.length > 0) found.set(reference, [...(found.get(reference) ?? []), ...causes]);
  };
  const [ratings, titles] = await Promise.all([readRatings(db, pairs), readTitles(db, now)]);
  for (const pair of pairs) add(pair.citation.reference, causesOf(pair, ratings, titles));
  const days = metrics === null ? await listReviewDays(db, today) : [];
  for (const { reference, reviewDueOn } of days)
    add(
      reference,
      causesOfDate(reviewDueOn, today).map((cause) => ({ ...cause, linkId: null })),
    );
  return found;
};

const NOTHING: EvidenceNow = { change: null, now: null, newer: null };

const causesOf = (
  { citation, now }: CitationNow,
  ratings: RatingsOf,
  titles: ReadonlyMap<string, string>,
): FoundCause[] => {
  const { link, figure, above, below } = citation;
  const { pinnedTitle: title, pinnedDisplay: display, pinnedValue: value } = link;
  const standing = (row: ObservationRow | null): FigureStanding | null =>
    row && {
      value: row.value,
      display: row.display,
      period: periodOf(row.period).label,
      source: row.sourceId === null ? null : (titles.get(row.sourceId) ?? null),
    };
  const causes =
    figure === null
      ? causesOfPlan(link, now)
      : causesOfFigure({
          figure: [figure.metric, figure.organisation, figure.period, figure.category].join(" "),
          pinned: { title, display, value, period: periodOf(figure.period).label },
          thresholds: { above, below },
          change: now.change,
          now: standing(now.now),
          newer: standing(now.newer),
          ratings: ratings({ citation, now }),
          redefined: figure.redefined,
        });
  return causes.map((cause) => ({ ...cause, linkId: link.id }));
};

const causesOfPlan = (link: WatchedCitation["link"], { change }: EvidenceNow): ReviewCause[] =>
  link.deliveryActionId === null
    ? causesOfWords(link.strategyElementId ?? "", link.pinnedTitle, change)
    : causesOfDeliveryAction(link.deliveryActionId, link.pinnedTitle, change);

/** Titles of the papers from which what stands now comes. */
const readTitles = async (db: Executor, now: readonly EvidenceNow[]): Promise<Map<string, string>> => {
  const ids = [...new Set(now.flatMap((each) => [each.now?.sourceId, each.newer?.sourceId]))].filter(
    (id) => id != null,
  );
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(inArray(sources.id, ids));
  return new Map(rows.map(({ id, title }) => [id, title]));
};
