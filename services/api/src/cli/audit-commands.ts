import { readFileSync } from "node:fs";
import { StartFailure } from "@due-regard/database/start-failure";
import type { Command } from "commander";
import { checkpointFile, readCheckpointFile, writeCheckpoint } from "../audit/checkpoint-file.ts";
import { verifyAudit } from "../audit/verify-audit.ts";
import { readDatabaseConfig, readKeyPlaces } from "../config.ts";
import { readPublicKeys } from "../seal/key-files.ts";
import { openSealKeys } from "../seal/seal-keys.ts";
import { withDatabase } from "./with-database.ts";

/** `audit verify` and `audit checkpoint`. */
export function addAuditCommands(program: Command): void {
  const group = program.command("audit").description("the record of who did what");
  group
    .command("verify")
    .description("follow the record from its first entry; ends with 1 and names the first bad entry")
    .option("--checkpoints <file>", "signed checkpoints; default: those of this installation")
    .action(verify);
  group
    .command("checkpoint")
    .description("sign where the record stands now, and print that")
    .action(checkpoint);
}

async function verify({ checkpoints }: { checkpoints?: string }): Promise<void> {
  const path = checkpoints ?? checkpointFile(readDatabaseConfig(process.env).dataDir);
  if (checkpoints !== undefined) mustExist(checkpoints);
  const read = readCheckpointFile(path, readPublicKeys(readKeyPlaces(process.env)));
  const { entries, hash, agreed, faults } = await withDatabase((db) => verifyAudit(db, read.checkpoints));
  const all = [...faults, ...read.faults];
  console.log(
    all.length === 0
      ? `WHOLE: ${entries} entries, the last with hash ${hash}; ${agreed} checkpoints agree.`
      : `NOT WHOLE: ${all[0]}.`,
  );
  if (read.checkpoints.length === 0 && read.faults.length === 0)
    console.log(
      "There is no checkpoint to compare it with, so nobody can tell whether entries at its end were cut off.",
    );
  if (read.unfinished) console.log("The last checkpoint was not written to its end, and was left out.");
  for (const fault of all.slice(1)) console.log(`Besides, ${fault}.`);
  if (all.length > 0) process.exitCode = 1;
}

function mustExist(path: string): void {
  try {
    readFileSync(path);
  } catch {
    throw new StartFailure(`${path} can't be read.`);
  }
}

async function checkpoint(): Promise<void> {
  const keys = openSealKeys(readKeyPlaces(process.env), { mayCreate: false });
  const path = checkpointFile(readDatabaseConfig(process.env).dataDir);
  const written = await withDatabase((db) => writeCheckpoint(db, path, keys));
  console.log(written === null ? "Nothing was recorded since the last checkpoint." : JSON.stringify(written));
}
