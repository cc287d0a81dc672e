import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { evidenceFiles } from "@due-regard/database/schema/assessments";
import { observations } from "@due-regard/database/schema/metrics";
import { sources } from "@due-regard/database/schema/sources";
import { deliveryActions, strategies, strategyElements } from "@due-regard/database/schema/strategies";
import {
  type CitedDeliveryAction,
  titleOfDeliveryAction,
  titleOfElement,
  wordsOfDeliveryAction,
  wordsOfElement,
} from "@due-regard/domain/ehria/evidence/pin";
import { newestInSeries } from "@due-regard/domain/metrics/newer-period";
import { periodOf } from "@due-regard/domain/metrics/period";
import { and, asc, eq, gt, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { protectObservations } from "../../../access/protect-observations.ts";

/** What stands now where cited things stood: a statement for each sort, however many are cited. */

export interface FigureNow {
  /** The revision in force. Null: there is none. */
  now: ObservationRow | null;
  /** Title of the paper that it comes from. Null: none. */
  source: string | null;
  /** The newest figure of a later period in the same series. Null: there is none. */
  newer: ObservationRow | null;
}

type Target = "observationId" | "strategyElementId" | "deliveryActionId" | "fileId";

const idsOf = (rows: readonly EvidenceRow[], column: Target) => [
  ...new Set(rows.flatMap((row) => row[column] ?? [])),
];

/** By the id of the figure that was cited. Groups are shown as they were pinned: under disclosure control, whoever looks. */
export const readFiguresNow = async (
  db: Executor,
  links: readonly EvidenceRow[],
): Promise<Map<string, FigureNow>> => {
  const cited = idsOf(links, "observationId");
  if (cited.length === 0) return new Map();
  const now = alias(observations, "now");
  const found = await db
    .select({ citedId: observations.id, citedPeriod: observations.period, now, source: sources.title })
    .from(observations)
    .innerJoin(
      now,
      and(
        eq(now.metricId, observations.metricId),
        eq(now.organisationId, observations.organisationId),
        gte(now.periodEnd, observations.periodEnd),
        isNull(now.supersededAt),
        sql`${now.breakdownCharacteristic} is not distinct from ${observations.breakdownCharacteristic}`,
        sql`${now.breakdownCategory} is not distinct from ${observations.breakdownCategory}`,
        sql`(${now.status} = 'FORECAST') = (${observations.status} = 'FORECAST')`,
      ),
    )
    .leftJoin(sources, eq(sources.id, now.sourceId))
    .where(inArray(observations.id, cited));
  const shown = await protectObservations(
    db,
    null,
    found.map((row) => row.now),
  );
  const rows = found.map((row, index) => ({ ...row, shown: shown[index] ?? null }));
  return new Map([...Map.groupBy(rows, ({ citedId }) => citedId)].map(([id, all]) => [id, standing(all)]));
};

const standing = (
  rows: readonly {
    citedPeriod: string;
    now: ObservationRow;
    source: string | null;
    shown: ObservationRow | null;
  }[],
): FigureNow => {
  const period = rows[0]?.citedPeriod ?? "";
  const later = rows
    .filter(({ now }) => now.value !== null && now.status !== "FORECAST")
    .map((row) => ({ ...row, period: periodOf(row.now.period) }));
  const inForce = rows.find(({ now }) => now.period === period);
  return {
    now: inForce?.shown ?? null,
    source: inForce?.source ?? null,
    newer: newestInSeries(periodOf(period), later)?.shown ?? null,
  };
};

export interface WordsNow {
  title: string;
  display: string;
  since: string | null;
}

/** What each element that is cited says now. */
export const readWordsNow = async (
  db: Executor,
  links: readonly EvidenceRow[],
): Promise<Map<string, WordsNow>> => {
  const cited = idsOf(links, "strategyElementId");
  if (cited.length === 0) return new Map();
  const rows = await db
    .select({ element: strategyElements, strategy: strategies })
    .from(strategyElements)
    .innerJoin(strategies, eq(strategies.id, strategyElements.strategyId))
    .where(inArray(strategyElements.id, cited));
  return new Map(
    rows.map(({ element, strategy }) => {
      const words = { ...element, strategy };
      const since = element.wordsChangedAt;
      return [element.id, { title: titleOfElement(words), display: wordsOfElement(words), since }];
    }),
  );
};

export interface DeliveryActionNow {
  id: string;
  cited: CitedDeliveryAction;
  /** When somebody last said how it gets on. Null: nobody did. */
  toldOn: string | null;
}

/** Delivery actions of plans as they stand. */
export const readActions = async (db: Executor, ids: readonly string[]): Promise<DeliveryActionNow[]> => {
  if (ids.length === 0) return [];
  const toldOn = sql<string | null>`(
    select max(n.recorded_at) from progress_notes n where n.action_id = ${deliveryActions.id})`;
  const rows = await db
    .select({ action: deliveryActions, strategy: strategies, toldOn })
    .from(deliveryActions)
    .innerJoin(strategies, eq(strategies.id, deliveryActions.strategyId))
    .where(inArray(deliveryActions.id, [...ids]));
  return rows.map((row) => ({
    id: row.action.id,
    cited: { ...row.action, strategy: row.strategy },
    toldOn: row.toldOn,
  }));
};

/** What each delivery action that is cited says now. Nothing but how it gets on is told with its day. */
export const readActionsNow = async (
  db: Executor,
  links: readonly EvidenceRow[],
): Promise<Map<string, WordsNow>> =>
  new Map(
    (await readActions(db, idsOf(links, "deliveryActionId"))).map(({ id, cited, toldOn }) => [
      id,
      { title: titleOfDeliveryAction(cited), display: wordsOfDeliveryAction(cited), since: toldOn },
    ]),
  );

export interface LaterFile {
  id: string;
  name: string;
  sha256: string;
  uploadedAt: string;
}

/** The file that came last under the name of each one that is cited, to the same assessment and with another content. */
export const readLaterFiles = async (
  db: Executor,
  links: readonly EvidenceRow[],
): Promise<Map<string, LaterFile>> => {
  const cited = idsOf(links, "fileId");
  if (cited.length === 0) return new Map();
  const later = alias(evidenceFiles, "later");
  const rows = await db
    .select({ citedId: evidenceFiles.id, later })
    .from(evidenceFiles)
    .innerJoin(
      later,
      and(
        eq(later.assessmentId, evidenceFiles.assessmentId),
        eq(later.name, evidenceFiles.name),
        ne(later.sha256, evidenceFiles.sha256),
        gt(later.uploadedAt, evidenceFiles.uploadedAt),
      ),
    )
    .where(inArray(evidenceFiles.id, cited))
    .orderBy(asc(later.uploadedAt));
  // Of several the last one stays.
  return new Map(rows.map((row) => [row.citedId, row.later]));
};
