import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { observations } from "@due-regard/database/schema/metrics";
import type { PinnedGroup } from "@due-regard/domain/ehria/evidence/pin";
import { and, eq, getTableColumns, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { protectWholeBreakdowns } from "../../../access/protect-observations.ts";

export type GroupNow = PinnedGroup & { recordedAt: string };

/**
 * The groups that stand beside figures now, by the figure's id: of the same metric, organisation and period. Under disclosure
 * control whoever asks, since assessments are read by people who may not see small groups as recorded.
 */
export const readGroupsOf = async (
  db: Executor,
  figureIds: readonly string[],
): Promise<Map<string, GroupNow[]>> => {
  if (figureIds.length === 0) return new Map();
  const figure = alias(observations, "figure");
  const rows = await db
    .select({ figureId: figure.id, ...getTableColumns(observations) })
    .from(figure)
    .innerJoin(
      observations,
      and(
        eq(observations.metricId, figure.metricId),
        eq(observations.organisationId, figure.organisationId),
        eq(observations.period, figure.period),
        isNull(observations.supersededAt),
        isNotNull(observations.breakdownCharacteristic),
        sql`(${observations.status} = 'FORECAST') = (${figure.status} = 'FORECAST')`,
      ),
    )
    .where(and(inArray(figure.id, [...figureIds]), isNull(figure.breakdownCharacteristic)));
  return new Map(
    [...Map.groupBy(rows, ({ figureId }) => figureId)].map(([figureId, groups]) => [
      figureId,
      protectWholeBreakdowns(groups).map(toGroup),
    ]),
  );
};

const toGroup = (row: ObservationRow): GroupNow => ({
  characteristic: row.breakdownCharacteristic ?? "",
  category: row.breakdownCategory ?? "",
  display: row.display,
  value: row.value,
  recordedAt: row.recordedAt,
});

/** The groups of some characteristics that stand beside one figure now. */
export const readGroups = async (
  db: Executor,
  figureId: string,
  characteristics: readonly string[],
): Promise<PinnedGroup[]> => {
  if (characteristics.length === 0) return [];
  const groups = (await readGroupsOf(db, [figureId])).get(figureId) ?? [];
  return groups
    .filter(({ characteristic }) => characteristics.includes(characteristic))
    .map(({ recordedAt: _known, ...group }) => group);
};
