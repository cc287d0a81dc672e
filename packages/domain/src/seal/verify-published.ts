import { MAX_BUNDLE_BYTES } from "./bundle.ts";
import { type VerifySeal, verifySeal } from "./ed25519.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import { type PublishedBundle, publishedBundleSchema } from "./published-seal.ts";
import { type SealKey, wasInUse } from "./seal-key.ts";
import { type BundleFault, type BundleReading, verifyBundle } from "./verify-bundle.ts";

export interface PublishedReading {
  /** What it says; null when it can't be read at all. To be believed only when there are no faults. */
  bundle: PublishedBundle | null;
  /** Empty: it is genuine. */
  faults: BundleFault[];
}

const fault = (check: BundleFault["check"], message: string): BundleFault => ({ check, message });

const readJson = (bytes: Uint8Array): unknown => {
  if (bytes.length > MAX_BUNDLE_BYTES) return null;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
};

/** True for a file that says it is a published text with its seal; whether it is, is for the check. */
const saysPublished = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "format" in json &&
  json.format === "due-regard/published-bundle/1";

/** Half a letter has no canonical text, and so no hash. */
const hashOrNull = (value: unknown): string | null => {
  try {
    return hashContent(value);
  } catch {
    return null;
  }
};

const checkCopy = ({ copy, seal: { statement } }: PublishedBundle): BundleFault[] => {
  const hash = hashOrNull(copy);
  // The JSON of the register is the copy's canonical text.
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
  if (hashOrNull(statement) !== hash)
    return [fault("STATEMENT", "What the seal says (which text and files, when) was changed.")];
  const key = keys.find(({ kid }) => kid === statement.keyId);
  if (key === undefined)
    return [fault("KEY", `It is sealed with the key ${statement.keyId}, which is not known here.`)];
  if (!verify(canonicalText(statement), seal, key.x))
    return [fault("SIGNATURE", "The seal does not fit what it seals.")];
  return wasInUse(key, statement.publishedAt)
    ? []
    : [fault("KEY", `The key ${statement.keyId} was not in use when it was published.`)];
};

/** Checks a published text against the public keys that are known, and names everything that fails. As verifyBundle, anywhere. */
export const verifyPublished = (
  json: unknown,
  keys: readonly SealKey[],
  verify: VerifySeal = verifySeal,
): PublishedReading => {
  const { data: bundle } = publishedBundleSchema.safeParse(json);
  if (bundle === undefined) {
    const message =
      "The file does not have the form of a published assessment, or something in it was damaged.";
    return { bundle: null, faults: [fault("FILE", message)] };
  }
  return { bundle, faults: [...checkCopy(bundle), ...checkSeal(bundle, keys, verify)] };
};

/** What a file turned out to be: a signed assessment with its signatures' seals, or a published text with its own. */
export type FileReading =
  | { kind: "SIGNED"; reading: BundleReading }
  | { kind: "PUBLISHED"; reading: PublishedReading };

/** Checks either kind of sealed file, by what it says it is. */
export const verifyFile = (
  bytes: Uint8Array,
  keys: readonly SealKey[],
  verify: VerifySeal = verifySeal,
): FileReading => {
  const json = readJson(bytes);
  return saysPublished(json)
    ? { kind: "PUBLISHED", reading: verifyPublished(json, keys, verify) }
    : { kind: "SIGNED", reading: verifyBundle(bytes, keys, verify) };
};
