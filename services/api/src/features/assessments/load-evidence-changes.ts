import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import { observations } from "@due-regard/database/schema/metrics";
import { strategyElements } from "@due-regard/database/schema/strategies";
import DataLoader from "dataloader";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { protectObservations } from "../../access/protect-observations.ts";
import type { ApiContext } from "../../context.ts";

const loaders = new WeakMap<ApiContext, DataLoader<EvidenceRow, boolean>>();

/** Whether what is known now differs from what was cited. One statement for all the figures of a request. */
export const hasChangedSincePinned = (context: ApiContext, link: EvidenceRow): Promise<boolean> => {
  const loader =
    loaders.get(context) ??
    new DataLoader((links: readonly EvidenceRow[]) => compareWithPinned(context.db, links));
  loaders.set(context, loader);
  return loader.load(link);
};

/** What is known now of each figure that is cited, by the id of the row that was cited. */
const readFigures = async (db: Executor, cited: string[]) => {
  if (cited.length === 0) return new Map<string, undefined>();
  const now = alias(observations, "now");
  const figures = await db
    .select({ id: observations.id, now })
    .from(observations)
    .innerJoin(
      now,
      and(
        eq(now.metricId, observations.metricId),
        eq(now.organisationId, observations.organisationId),
        eq(now.period, observations.period),
        isNull(now.supersededAt),
        sql`${now.breakdownCharacteristic} is not distinct from ${observations.breakdownCharacteristic}`,
        sql`${now.breakdownCategory} is not distinct from ${observations.breakdownCategory}`,
        sql`(${now.status} = 'FORECAST') = (${observations.status} = 'FORECAST')`,
      ),
    )
    .where(inArray(observations.id, cited));
  // As they were pinned: groups of people under disclosure control, whoever looks.
  const shown = await protectObservations(
    db,
    null,
    figures.map((figure) => figure.now),
  );
  return new Map(figures.map((figure, index) => [figure.id, shown[index]]));
};

/** What each element that is cited says now. */
const readTexts = async (db: Executor, cited: string[]): Promise<Map<string, string>> => {
  if (cited.length === 0) return new Map();
  const texts = await db.select().from(strategyElements).where(inArray(strategyElements.id, cited));
  return new Map(texts.map((element) => [element.id, element.text ?? element.title]));
};

/** Of each citation, whether what is known now differs from it. */
export const compareWithPinned = async (db: Executor, links: readonly EvidenceRow[]): Promise<boolean[]> => {
  const [figureById, textById] = await Promise.all([
    readFigures(
      db,
      links.flatMap((link) => link.observationId ?? []),
    ),
    readTexts(
      db,
      links.flatMap((link) => link.strategyElementId ?? []),
    ),
  ]);
  return links.map((link) => {
    if (link.observationId !== null) {
      const figure = figureById.get(link.observationId);
      return (
        figure == null ||
        figure.value !== link.pinnedValue ||
        (figure.value === null && figure.display !== link.pinnedDisplay)
      );
    }
    return link.strategyElementId !== null && textById.get(link.strategyElementId) !== link.pinnedDisplay;
  });
};
