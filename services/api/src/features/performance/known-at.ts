import { observations } from "@due-regard/database/schema/metrics";
import { and, gt, isNull, lte, or, type SQL } from "drizzle-orm";

/** A revision that was known at an instant; null: one that is known now. */
export const knownAt = (asAt: string | null): SQL | undefined =>
  asAt === null
    ? isNull(observations.supersededAt)
    : and(
        lte(observations.recordedAt, asAt),
        or(isNull(observations.supersededAt), gt(observations.supersededAt, asAt)),
      );
