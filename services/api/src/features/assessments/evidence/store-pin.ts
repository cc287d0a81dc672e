import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import { hashPin, type Pin } from "@due-regard/domain/ehria/evidence/pin";
import type { EvidenceTarget, PinnedTarget } from "./pin-target.ts";

/** The columns in which a citation keeps what it is of, and its pin. */
export const columnsOf = ({ target, pin }: PinnedTarget) => ({
  ...target,
  pinnedTitle: pin.title,
  pinnedDisplay: pin.display,
  pinnedValue: pin.value,
  pinnedPeriod: pin.period,
  pinnedSource: pin.source,
  pinnedOn: pin.on,
  pinnedKnownSince: pin.knownSince,
  pinnedGroups: [...pin.groups],
  pinnedFile: pin.file,
  pinnedHash: hashPin(pin),
});

/** The pin that a citation keeps. */
export const pinOf = (row: EvidenceRow): Pin => ({
  title: row.pinnedTitle,
  display: row.pinnedDisplay,
  value: row.pinnedValue,
  period: row.pinnedPeriod,
  source: row.pinnedSource,
  on: row.pinnedOn,
  knownSince: row.pinnedKnownSince === null ? null : new Date(row.pinnedKnownSince).toISOString(),
  groups: row.pinnedGroups,
  file: row.pinnedFile,
});

export const targetOf = (row: EvidenceRow): EvidenceTarget => ({
  observationId: row.observationId,
  strategyElementId: row.strategyElementId,
  deliveryActionId: row.deliveryActionId,
  url: row.url,
  fileId: row.fileId,
});

/** What the history keeps of a pin: all of it. */
export const pinDetail = (pin: Pin): Record<string, unknown> => ({ ...pin });
