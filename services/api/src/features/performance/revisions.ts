import type { Transaction } from "@due-regard/database/connection";
import type { VersionConflict } from "@due-regard/domain/result";
import { sql } from "drizzle-orm";

/** Figures, targets, ratings and commentary are all kept as revisions: this is how a new one joins the old. */

export interface Revision {
  recordedAt: string;
  supersededAt: string | null;
}

export interface Standing<Row extends Revision> {
  /** The revision in force; null: there is none yet. */
  current: Row | null;
  /** How many revisions there have been: what a conflict calls the current version. */
  currentVersion: number;
  /** Which of them the writer had seen; 0: none. */
  basedOnVersion: number;
}

/** Where a writer stands who saw the revision recorded at `basedOn` (null: none). `revisions` are oldest first. */
export const standingOf = <Row extends Revision>(
  revisions: readonly Row[],
  basedOn: string | null,
): Standing<Row> => {
  const seen = basedOn === null ? -1 : revisions.findIndex((row) => isSameInstant(row.recordedAt, basedOn));
  return {
    current: revisions.find((row) => row.supersededAt === null) ?? null,
    currentVersion: revisions.length,
    basedOnVersion: seen + 1,
  };
};

/** As the API shows instants, to the millisecond. */
const isSameInstant = (left: string, right: string): boolean => Date.parse(left) === Date.parse(right);

/** Null: the writer had seen what is in force. Otherwise both texts, so that a person can choose. */
export const conflictOf = <Row extends Revision>(
  standing: Standing<Row>,
  path: string,
  texts: { theirs: (row: Row) => string; yours: string },
): VersionConflict | null => {
  const { current, currentVersion, basedOnVersion } = standing;
  if (currentVersion === basedOnVersion) return null;
  const theirs = current === null ? null : texts.theirs(current);
  return { path, currentVersion, basedOnVersion, theirs, yours: texts.yours };
};

/**
 * The instant at which a transaction's revisions begin, to the millisecond as the API shows it, and later than the
 * revisions that they supersede. Taken after the locks are held, so that revisions follow each other in time.
 */
export const nextInstant = async (
  tx: Transaction,
  superseded: readonly (Revision | null)[],
): Promise<string> => {
  const [row] = await tx.execute<{ now: string }>(
    sql`select to_json(date_trunc('milliseconds', clock_timestamp()))#>>'{}' as now`,
  );
  const earlier = superseded.flatMap((each) => (each === null ? [] : Date.parse(each.recordedAt) + 1));
  return new Date(Math.max(Date.parse(row?.now ?? ""), ...earlier)).toISOString();
};
