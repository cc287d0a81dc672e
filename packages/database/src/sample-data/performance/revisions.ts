import type { RevisionTimes } from "./records.ts";

/**
 * Turns figures as papers gave them into revisions, oldest paper first. A figure that says the same as the one in force
 * is no revision; one that differs takes its place from the day it was reported (heritage visits: 107.8k, later 176.5k).
 * Two different figures for one key on one day would leave nothing in force in between: that is a fault in our files.
 */
export function reviseByDate<Record extends RevisionTimes>(
  reported: Record[],
  keyOf: (record: Record) => string,
  saysTheSame: (earlier: Record, later: Record) => boolean,
): Record[] {
  const inOrder = [...reported].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt));
  const kept: Record[] = [];
  const inForce = new Map<string, number>();
  for (const record of inOrder) {
    const key = keyOf(record);
    const index = inForce.get(key);
    const earlier = index === undefined ? undefined : kept[index];
    if (earlier && saysTheSame(earlier, record)) continue;
    if (earlier && index !== undefined) {
      if (earlier.recordedAt === record.recordedAt) throw new Error(`Two figures on one day for ${key}`);
      kept[index] = { ...earlier, supersededAt: record.recordedAt };
    }
    inForce.set(key, kept.length);
    kept.push(record);
  }
  return kept;
}
