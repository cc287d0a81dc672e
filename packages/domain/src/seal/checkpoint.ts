import { z } from "zod";
import { type VerifySeal, verifySeal } from "./ed25519.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import type { SealKey } from "./seal-key.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** How far the audit record had come at an instant, signed, and kept outside the database (docs/adr/0031-audit-chain.md). */
const statementSchema = z.strictObject({
  format: z.literal("due-regard/checkpoint/1"),
  /** From 1 in each file, without gaps. */
  number: z.int().positive(),
  at: z.iso.datetime(),
  /** The last entry of the chain then, and its hash. */
  position: z.int().nonnegative(),
  hash,
  /** Hash of the checkpoint before it in the file. Null: it is the first. */
  previous: hash.nullable(),
  keyId: z.string(),
});
export type CheckpointStatement = z.infer<typeof statementSchema>;

const checkpointSchema = z.strictObject({ statement: statementSchema, seal: z.string() });
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** The checkpoint after `last`, for the chain as it stands. `sign` makes the Ed25519 signature of a text, base64url. */
export const makeCheckpoint = (
  head: { position: number; hash: string; at: string },
  last: Checkpoint | null,
  { keyId, sign }: { keyId: string; sign: (text: string) => string },
): Checkpoint => {
  const statement: CheckpointStatement = {
    format: "due-regard/checkpoint/1",
    number: (last?.statement.number ?? 0) + 1,
    at: head.at,
    position: head.position,
    hash: head.hash,
    previous: last === null ? null : hashContent(last.statement),
    keyId,
  };
  return { statement, seal: sign(canonicalText(statement)) };
};

const parseLine = (line: string): Checkpoint | null => {
  try {
    return checkpointSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

export interface CheckpointsRead {
  /** Those that can be believed, in order. */
  checkpoints: Checkpoint[];
  /** What is wrong with the file, in words: a line that was changed, taken out, or sealed with an unknown key. */
  faults: string[];
  /** A last line without its end was left out: it was being written when power went, or was cut. */
  unfinished: boolean;
}

/** Reads a file of checkpoints, one JSON object a line. A line without its end is one that was being written when power went. */
export const readCheckpoints = (
  text: string,
  keys: readonly SealKey[],
  verify: VerifySeal = verifySeal,
): CheckpointsRead => {
  const [unfinished = "", ...whole] = text.split("\n").reverse();
  const lines = whole.reverse();
  const checkpoints: Checkpoint[] = [];
  const faults: string[] = [];
  let before: CheckpointStatement | null = null;
  for (const [index, line] of lines.entries()) {
    const read = parseLine(line);
    const key = keys.find(({ kid }) => kid === read?.statement.keyId);
    const name = `line ${index + 1} of the checkpoints`;
    if (read === null) faults.push(`${name} can't be read`);
    else if (key === undefined) faults.push(`${name} is sealed with a key that is not known here`);
    else if (!verify(canonicalText(read.statement), read.seal, key.x)) faults.push(`${name} was changed`);
    else {
      if (!follows(read.statement, before)) faults.push(`checkpoints before ${name} are missing`);
      checkpoints.push(read);
    }
    before = read?.statement ?? null;
  }
  return { checkpoints, faults, unfinished: unfinished !== "" };
};

const follows = (statement: CheckpointStatement, before: CheckpointStatement | null): boolean =>
  statement.number === (before?.number ?? 0) + 1 &&
  statement.previous === (before === null ? null : hashContent(before));
