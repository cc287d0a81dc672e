import type { ChainEntry } from "@due-regard/domain/seal/audit-chain";
import { sql } from "drizzle-orm";
import type { Database, Executor } from "../connection.ts";

/** The audit record as it is verified: by questions that trust no function of the database itself. */

/** The text of an event `e` that its hash covers: the same as audit_entry() makes, written out once more. */
const EVENT = sql`jsonb_build_object(
  'sequence', e.sequence,
  'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'actor', e.actor_id,
  'action', e.action,
  'subjectType', e.subject_type,
  'subjectId', e.subject_id,
  'assessment', e.assessment_id,
  'revision', e.revision,
  'reason', e.reason,
  'detail', e.detail,
  'request', e.request_id
)::text`;

const ENTRY = sql`c.position::float8 as position, c.sequence::float8 as sequence,
  c.previous_hash as "previousHash", c.hash, case when e.sequence is null then null else ${EVENT} end as event`;

/** Up to `limit` entries after a place in the chain, in its order. */
export const readChain = async (db: Executor, after: number, limit: number): Promise<ChainEntry[]> => [
  ...(await db.execute<ChainEntry & Record<string, unknown>>(sql`
    select ${ENTRY} from audit_chain c left join audit_events e on e.sequence = c.sequence
    where c.position > ${after} order by c.position limit ${limit}`)),
];

/** Where the chain stands. */
export const readHead = async (db: Executor): Promise<{ position: number; hash: string } | null> => {
  const [head] = await db.execute<{ position: number; hash: string }>(
    sql`select position::float8 as position, hash from audit_head`,
  );
  return head ?? null;
};

/** The first event that no entry of the chain covers: one that was put in past the triggers. Null: there is none. */
export const findUnchained = async (db: Executor): Promise<number | null> => {
  const [event] = await db.execute<{ sequence: number }>(sql`
    select e.sequence::float8 as sequence from audit_events e
    where not exists (select from audit_chain c where c.sequence = e.sequence) order by e.sequence limit 1`);
  return event?.sequence ?? null;
};

/** Runs questions that must all see the record as it stood at one instant. */
export const atOneInstant = <Answer>(db: Database, ask: (tx: Executor) => Promise<Answer>): Promise<Answer> =>
  db.transaction(ask, { isolationLevel: "repeatable read", accessMode: "read only" });

/** Entries of the events about one assessment that name a seal, each with that seal's hash: what joins a signature to the record. */
export const readSealEntries = async (
  db: Executor,
  assessmentId: string,
): Promise<(ChainEntry & { seal: string })[]> => [
  ...(await db.execute<ChainEntry & { seal: string } & Record<string, unknown>>(sql`
    select e.detail->>'seal' as seal, ${ENTRY} from audit_events e join audit_chain c on c.sequence = e.sequence
    where e.assessment_id = ${assessmentId} and e.detail ? 'seal'`)),
];
