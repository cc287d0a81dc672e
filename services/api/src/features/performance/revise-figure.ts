import type { Transaction } from "@due-regard/database/connection";
import { conflict, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import { type AuditEntry, recordAudit } from "../../schema/in-transaction.ts";
import { conflictOf, nextInstant, type Revision, standingOf } from "./revisions.ts";

/** A new revision of one target, judgement or commentary, checked and ready to take the place of the one in force. */
export interface NewRevision<Row extends Revision & { id: string }> {
  /** What is in force and what was, oldest first. */
  versions: readonly Row[];
  /** `recordedAt` of the revision that the writer saw; null: they saw none. */
  basedOn: string | null;
  /** Says the same as the one in force: then no revision is made. */
  isSame: (current: Row) => boolean;
  /** What a conflict shows, and what it is about. */
  stale: { path: string; message: string; theirs: (row: Row) => string; yours: string };
  supersede: (id: string, at: string) => Promise<unknown>;
  insert: (recordedAt: string) => Promise<{ id: string }[]>;
  audit: (current: Row | null) => Omit<AuditEntry, "subjectId">;
}

/** Stores the revision, unless it says nothing new or somebody wrote meanwhile. Answers with the id of what stands. */
export const reviseFigure = async <Row extends Revision & { id: string }>(
  tx: Transaction,
  context: ApiContext,
  revision: NewRevision<Row>,
): Promise<Result<string>> => {
  const standing = standingOf(revision.versions, revision.basedOn);
  const { current } = standing;
  if (current !== null && revision.isSame(current)) return ok(current.id);
  const { path, message, ...texts } = revision.stale;
  const stale = conflictOf(standing, path, texts);
  if (stale !== null) return conflict([stale], message);
  const recordedAt = await nextInstant(tx, [current]);
  if (current !== null) await revision.supersede(current.id, recordedAt);
  const [stored] = await revision.insert(recordedAt);
  if (stored === undefined) throw new Error(`The ${path} was not stored`);
  await recordAudit(tx, context, [{ ...revision.audit(current), subjectId: stored.id }]);
  return ok(stored.id);
};
