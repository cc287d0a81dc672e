import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readHead } from "@due-regard/database/audit/read-chain";
import type { Executor } from "@due-regard/database/connection";
import { type Checkpoint, makeCheckpoint, readCheckpoints } from "@due-regard/domain/seal/checkpoint";
import { type SealKeys, verifySealFast } from "../seal/seal-keys.ts";

/** DATA_DIR/checkpoints/audit.jsonl: one checkpoint a line, only ever added to. Copy it to another machine. */
export const checkpointFile = (dataDir: string): string => join(dataDir, "checkpoints", "audit.jsonl");

export const readCheckpointFile = (path: string, keys: SealKeys["known"]) =>
  readCheckpoints(
    statSync(path, { throwIfNoEntry: false }) === undefined ? "" : readFileSync(path, "utf8"),
    keys,
    verifySealFast,
  );

/**
 * Signs where the audit record stands and adds that to the file, synchronously to the disk. Answers with the checkpoint; null when
 * the record has not moved since the last one.
 */
export const writeCheckpoint = async (
  db: Executor,
  path: string,
  keys: SealKeys,
  now = new Date(),
): Promise<Checkpoint | null> => {
  const head = await readHead(db);
  if (head === null) return null;
  const last = readCheckpointFile(path, keys.known).checkpoints.at(-1) ?? null;
  if (last?.statement.position === head.position && last.statement.hash === head.hash) return null;
  const checkpoint = makeCheckpoint({ ...head, at: now.toISOString() }, last, keys);
  appendLine(path, JSON.stringify(checkpoint));
  return checkpoint;
};

/** What was being written when power went is no line: another must not be put behind it. */
const dropUnfinished = (file: number, path: string): void => {
  const written = readFileSync(path);
  const whole = written.lastIndexOf("\n") + 1;
  if (whole < written.length) ftruncateSync(file, whole);
};

const appendLine = (path: string, line: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, "a", 0o600);
  try {
    dropUnfinished(file, path);
    writeSync(file, `${line}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
