import { readFileSync } from "node:fs";
import { StartFailure } from "@due-regard/database/start-failure";
import { SIGNATORY_ROLES, type SignatoryRole } from "@due-regard/domain/ehria/vocabulary";
import { readSealKeySet, type SealKey } from "@due-regard/domain/seal/seal-key";
import { type FileReading, verifyFile } from "@due-regard/domain/seal/verify-published";
import type { Command } from "commander";
import { readKeyPlaces } from "../config.ts";
import {
  createPrivateKeyFile,
  notePublicKey,
  publicHalf,
  readPrivateKey,
  readPublicKeys,
  replacePrivateKeyFile,
} from "../seal/key-files.ts";
import { verifySealFast } from "../seal/seal-keys.ts";

/** `verify`, and `keys create`, `rotate`, `list` and `export`. None of them needs a database. */
export function addSealCommands(program: Command): void {
  program
    .command("verify")
    .description(
      "check a sealed assessment, signed or published, that was downloaded; ends with 1 when it is not genuine",
    )
    .argument("<bundle>", "the file")
    .option("--keys <file>", "public keys to check with; default: those of this installation")
    .action(verify);
  const keys = program.command("keys").description("keys that assessments are sealed with");
  keys.command("create").description("make the first key").action(create);
  keys
    .command("rotate")
    .description("make a new key; old seals still verify. Restart the server after it")
    .action(rotate);
  keys.command("list").description("show the public keys and when each was in use").action(list);
  keys
    .command("export")
    .description("print all public keys as one file, for people who verify elsewhere")
    .action(() => console.log(JSON.stringify({ keys: readPublicKeys(places()) }, null, 2)));
}

const places = () => readKeyPlaces(process.env);

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new StartFailure(`${path} can't be read: ${(error as { code?: string }).code ?? "unknown error"}.`);
  }
}

function readKeys(path: string | undefined): SealKey[] {
  if (path === undefined) return readPublicKeys(places());
  try {
    const keys = readSealKeySet(JSON.parse(readFile(path).toString("utf8")));
    if (keys !== null) return keys;
  } catch (error) {
    if (error instanceof StartFailure) throw error;
  }
  throw new StartFailure(`${path} does not hold public keys for seals.`);
}

function verify(path: string, { keys }: { keys?: string }): void {
  const reading = verifyFile(readFile(path), readKeys(keys), verifySealFast);
  for (const line of describe(reading)) console.log(line);
  if (reading.faults.length > 0) process.exitCode = 1;
}

function describe(reading: FileReading): string[] {
  if (reading.faults.length > 0)
    return ["NOT GENUINE", ...reading.faults.map(({ check, message }) => `${check}: ${message}`)];
  return reading.kind === "PUBLISHED" ? describePublished(reading) : describeSigned(reading);
}

function describePublished({ published }: Extract<FileReading, { kind: "PUBLISHED" }>): string[] {
  if (published === null) return [];
  const { reference, edition, contentHash, files, publishedAt, keyId } = published.seal.statement;
  return [
    `GENUINE: ${reference}, edition ${edition}, published ${publishedAt}, sealed with key ${keyId}`,
    `Text: SHA-256 ${contentHash}`,
    `PDF: SHA-256 ${files.pdf}`,
    `Word document: SHA-256 ${files.docx}`,
    `HTML: SHA-256 ${files.html}`,
  ];
}

const ROLE_IN_WORDS: Record<SignatoryRole, string> = {
  LEAD_OFFICER: "Lead officer",
  DEG_CHAIR: "Chair of the group",
};

function describeSigned({ bundle }: Extract<FileReading, { kind: "SIGNED" }>): string[] {
  if (bundle === null) return [];
  const first = bundle.seals[0]?.statement;
  const isSignedOff = bundle.seals.length === SIGNATORY_ROLES.length;
  return [
    `GENUINE: ${first?.reference}, revision ${first?.revision}`,
    `Content: SHA-256 ${first?.contentHash}`,
    ...bundle.seals.map(({ statement: { signature, keyId } }) => {
      const { role, name, jobTitle, signedAt } = signature;
      return `${ROLE_IN_WORDS[role]}: ${name}, ${jobTitle}, signed ${signedAt}, sealed with key ${keyId}`;
    }),
    ...(isSignedOff ? [] : ["The chair's signature is not in it: in this file it is not signed off."]),
  ];
}

function create(): void {
  const where = places();
  if (readPrivateKey(where) !== null)
    throw new StartFailure("There is a key already. keys rotate makes a new one.");
  createPrivateKeyFile(where);
  noteAndSay();
}

function rotate(): void {
  const where = places();
  if (where.pem !== null)
    throw new StartFailure("The key is in SEAL_KEY: put the new one there, then restart.");
  if (readPrivateKey(where) === null) throw new StartFailure("There is no key yet. keys create makes one.");
  replacePrivateKeyFile(where);
  noteAndSay();
}

function noteAndSay(): void {
  const where = places();
  const key = readPrivateKey(where);
  if (key === null) throw new Error("The key was not written");
  const known = notePublicKey(where, publicHalf(key), new Date().toISOString());
  console.log(`In use: ${known.find(({ until }) => until === null)?.kid}`);
}

function list(): void {
  for (const { kid, from, until } of readPublicKeys(places()))
    console.log([kid, `from ${from}`, until === null ? "in use" : `until ${until}`].join("\t"));
}
