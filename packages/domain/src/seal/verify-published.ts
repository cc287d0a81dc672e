import { MAX_BUNDLE_BYTES } from "./bundle.ts";
import { type VerifySeal, verifySeal } from "./ed25519.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import { type PublishedBundle, publishedBundleSchema } from "./published-seal.ts";
import { readSealedJson } from "./read-json.ts";
import { type SealKey, wasInUse } from "./seal-key.ts";
import { type BundleFault, type BundleReading, verifyBundle } from "./verify-bundle.ts";

export interface PublishedReading {
  /** What it says; null when it can't be read at all. To be believed only when there are no faults. */
  published: PublishedBundle | null;
  /** Empty: it is genuine. */
  faults: BundleFault[];
}

/** What a file that somebody checks is: what people signed, or what the public got of it. */
export type FileReading = ({ kind: "SIGNED" } & BundleReading) | ({ kind: "PUBLISHED" } & PublishedReading);

/** Null: it can't be read, and what is wrong with it is told as of a signed one. */
const readJson = (bytes: Uint8Array): unknown => {
  const read = bytes.length > MAX_BUNDLE_BYTES ? null : readSealedJson(bytes);
  return read !== null && "json" in read ? read.json : null;
};

const isPublished = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "format" in json &&
  json.format === "due-regard/published-bundle/1";

/**
 * Checks a sealed file of either sort against the public keys that are known, and names everything that fails. It needs no database, no
 * clock and no network.
 */
export const verifyFile = (
  bytes: Uint8Array,
  keys: readonly SealKey[],
  verify: VerifySeal = verifySeal,
): FileReading => {
  const json = readJson(bytes);
  return isPublished(json)
    ? { kind: "PUBLISHED", ...verifyPublished(json, keys, verify) }
    : { kind: "SIGNED", ...verifyBundle(bytes, keys, verify) };
};

const fault = (check: BundleFault["check"], message: string): BundleFault => ({ check, message });

const verifyPublished = (json: unknown, keys: readonly SealKey[], verify: VerifySeal): PublishedReading => {
  const { data: published } = publishedBundleSchema.safeParse(json);
  if (published === undefined) {
    const message =
      "The file does not have the form of a published assessment, or something in it was damaged.";
    return { published: null, faults: [fault("FILE", message)] };
  }
  return { published, faults: [...checkCopy(published), ...checkSeal(published, keys, verify)] };
};

/** The hash of any JSON value; null for what has no canonical text, such as half a letter. */
const hashOrNull = (value: unknown): string | null => {
  try {
    return hashContent(value);
  } catch {
    return null;
  }
};

/** The JSON file of the register is the canonical text of the copy: both hashes are of the same. */
const checkCopy = ({ copy, seal: { statement } }: PublishedBundle): BundleFault[] => {
  const hash = hashOrNull(copy);
  if (hash !== statement.contentHash || hash !== statement.files.json)
    return [fault("CONTENT", "The text is not what was published.")];
  return copy.reference === statement.reference && copy.edition === statement.edition
    ? []
    : [fault("STATEMENT", "The seal is about another assessment or edition.")];
};

const checkSeal = (
  { seal: { statement, hash, seal } }: PublishedBundle,
  keys: readonly SealKey[],
  verify: VerifySeal,
): BundleFault[] => {
  const { keyId, publishedAt } = statement;
  if (hashOrNull(statement) !== hash)
    return [fault("STATEMENT", "What the seal says (which files, published when) was changed.")];
  const key = keys.find(({ kid }) => kid === keyId);
  if (key === undefined)
    return [fault("KEY", `It is sealed with the key ${keyId}, which is not known here.`)];
  if (!verify(canonicalText(statement), seal, key.x))
    return [fault("SIGNATURE", "The seal does not fit what it seals.")];
  return wasInUse(key, publishedAt)
    ? []
    : [fault("KEY", `The key ${keyId} was not in use when it was published.`)];
};
