import { atOneInstant, findUnchained, readChain, readHead } from "@due-regard/database/audit/read-chain";
import type { Database, Executor } from "@due-regard/database/connection";
import { createChainWalk } from "@due-regard/domain/seal/audit-chain";
import type { Checkpoint } from "@due-regard/domain/seal/checkpoint";

export interface AuditVerdict {
  /** Entries that were found right, from the first on. */
  entries: number;
  /** Hash of the last of them. */
  hash: string;
  /** How many checkpoints the record agrees with. */
  agreed: number;
  /** What is wrong, the first bad entry first, in words. Empty: the record is whole. */
  faults: string[];
}

const PAGE = 2_000;

/** Follows the whole chain; answers with the first fault, and with the hashes at the places asked for. */
const walkChain = async (tx: Executor, places: ReadonlySet<number>) => {
  const walk = createChainWalk();
  const hashes = new Map<number, string>();
  for (;;) {
    const entries = await readChain(tx, walk.head().position, PAGE);
    for (const entry of entries) {
      const fault = walk.take(entry);
      if (fault !== null) return { ...walk.head(), hashes, fault };
      if (places.has(entry.position)) hashes.set(entry.position, entry.hash);
    }
    if (entries.length < PAGE) return { ...walk.head(), hashes, fault: null };
  }
};

/**
 * What the checkpoints say against the record. They were signed with a key that is not in the database, so they stand even against
 * somebody who has all of it: who cut off its tail, rolled it back, or wrote it anew and worked every hash out again.
 */
const compareCheckpoints = (
  checkpoints: readonly Checkpoint[],
  end: number,
  hashes: ReadonlyMap<number, string>,
): { agreed: number; fault: string | null } => {
  let agreedUpTo = 0;
  for (const [agreed, { statement }] of checkpoints.entries()) {
    const { position, hash, at, number } = statement;
    const name = `checkpoint ${number} of ${at}`;
    if (position > end) {
      const fault = `entry ${end + 1} is missing: ${name} saw ${position} entries, and ${end} are left. The record was cut off or rolled back`;
      return { agreed, fault };
    }
    if (position > 0 && hashes.get(position) !== hash) {
      const fault = `entry ${agreedUpTo + 1} or one after it up to ${position} is not what ${name} saw: the record was written anew`;
      return { agreed, fault };
    }
    agreedUpTo = position;
  }
  return { agreed: checkpoints.length, fault: null };
};

/** Verifies the audit record from its first entry to its head, and against the checkpoints given. */
export const verifyAudit = (db: Database, checkpoints: readonly Checkpoint[]): Promise<AuditVerdict> =>
  atOneInstant(db, async (tx) => {
    const places = new Set(checkpoints.map(({ statement }) => statement.position));
    const { position, hash, hashes, fault } = await walkChain(tx, places);
    const faults: string[] = fault === null ? [] : [fault.message];
    const unchained = await findUnchained(tx);
    if (unchained !== null) faults.push(`the event of sequence ${unchained} was put in past the record`);
    const head = await readHead(tx);
    if (fault === null && (head?.position !== position || head.hash !== hash)) {
      faults.push(
        `entry ${position + 1} is missing: the head of the record stands at ${head?.position ?? "nothing"}`,
      );
    }
    // Behind a broken entry the hashes mean nothing: it is what is wrong.
    const compared =
      fault === null ? compareCheckpoints(checkpoints, position, hashes) : { agreed: 0, fault: null };
    if (compared.fault !== null) faults.push(compared.fault);
    return { entries: position, hash, agreed: compared.agreed, faults };
  });
