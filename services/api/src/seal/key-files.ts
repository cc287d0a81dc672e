import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartFailure } from "@due-regard/database/start-failure";
import { keyIdOf, readSealKey, type SealKey } from "@due-regard/domain/seal/seal-key";

/**
 * The key that seals are made with lies outside the database, so that whoever has the database alone can make none: a file that
 * only the service's account can read, or an environment variable. The public halves of all keys ever used lie beside it, one
 * file each, and are never deleted: old seals are checked with them.
 */
export interface KeyPlaces {
  /** DATA_DIR/keys */
  directory: string;
  /** Another file for the private key. Null: seal-key.pem in the directory. */
  file: string | null;
  /** The private key itself (PEM), from the environment. Null: it is in a file. */
  pem: string | null;
}

const privateFile = ({ directory, file }: KeyPlaces): string => file ?? join(directory, "seal-key.pem");
const publicDirectory = ({ directory }: KeyPlaces): string => join(directory, "public");
const GROUP_AND_WORLD = 0o077;

/** The key that seals now; null when there is none yet. Throws StartFailure for one that others could read, or that is no key. */
export const readPrivateKey = (places: KeyPlaces): KeyObject | null => {
  if (places.pem !== null) return parsePrivateKey(places.pem.replaceAll("\\n", "\n"), "SEAL_KEY");
  const path = privateFile(places);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (process.platform !== "win32" && (found.mode & GROUP_AND_WORLD) !== 0) {
    throw new StartFailure(
      `The key for seals, ${path}, can be read by other accounts of this machine. Make it yours alone (chmod 600), and change the key (npm run -s cli -- keys rotate) if others could have read it.`,
    );
  }
  return parsePrivateKey(readFileSync(path, "utf8"), path);
};

const parsePrivateKey = (pem: string, where: string): KeyObject => {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Told below: what could not be read must not be repeated.
  }
  throw new StartFailure(`${where} does not hold an Ed25519 private key in PEM (PKCS #8).`);
};

/** Makes a new private key where there is none. Two processes that start at once end with the same one. */
export const createPrivateKeyFile = (places: KeyPlaces): void => {
  mkdirSync(places.directory, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  try {
    writeFileSync(privateFile(places), pem, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "EEXIST") throw error;
  }
};

/** Puts a new private key in the place of the one in the file, which is gone with that. */
export const replacePrivateKeyFile = (places: KeyPlaces): void => {
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  const path = privateFile(places);
  writeFileSync(`${path}.new`, pem, { mode: 0o600, flag: "wx" });
  renameSync(`${path}.new`, path);
};

/** The public half of a key: its x as in a JSON Web Key. */
export const publicHalf = (key: KeyObject): string => {
  const { x } = createPublicKey(key).export({ format: "jwk" });
  if (x === undefined) throw new Error("The key has no public half");
  return x;
};

/** Every public key that was ever used here, oldest first. A file that is no key, or goes under another's id, stops the start. */
export const readPublicKeys = (places: KeyPlaces): SealKey[] => {
  const directory = publicDirectory(places);
  if (statSync(directory, { throwIfNoEntry: false }) === undefined) return [];
  const names = readdirSync(directory).filter((name) => name.endsWith(".json"));
  return names
    .map((name) => {
      const key = readSealKey(parseJson(readFileSync(join(directory, name), "utf8")));
      if (key === null)
        throw new StartFailure(`${join(directory, name)} does not hold a public key for seals.`);
      return key;
    })
    .sort((one, other) => (termOf(one) < termOf(other) ? -1 : 1));
};

/** When a key was in force, as text that sorts: of two that began at one moment, the one that ended comes first. */
const termOf = ({ from, until }: SealKey): string => `${from} ${until ?? "still"}`;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const writePublicKey = (places: KeyPlaces, key: SealKey): void => {
  const directory = publicDirectory(places);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const path = join(directory, `${key.kid}.json`);
  writeFileSync(`${path}.new`, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o644 });
  renameSync(`${path}.new`, path);
};

/** Notes which key is in use: it is in force from now on, and every other one until now. Returns all of them. */
export const notePublicKey = (places: KeyPlaces, x: string, now: string): SealKey[] => {
  const kid = keyIdOf(x);
  const known = readPublicKeys(places);
  for (const key of known) {
    if (key.kid !== kid && key.until === null) writePublicKey(places, { ...key, until: now });
  }
  const current = known.find((key) => key.kid === kid);
  if (current?.until !== null) {
    writePublicKey(places, { kty: "OKP", crv: "Ed25519", x, kid, from: current?.from ?? now, until: null });
  }
  return readPublicKeys(places);
};
