import { bundleSchema, MAX_BUNDLE_BYTES, type SealBundle } from "./bundle.ts";
import { type VerifySeal, verifySeal } from "./ed25519.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import { readSealedJson } from "./read-json.ts";
import { type SealKey, wasInUse } from "./seal-key.ts";
import type { Seal } from "./seal-statement.ts";

/** What a check of a bundle is about. */
export const BUNDLE_CHECKS = ["FILE", "CONTENT", "FORM", "STATEMENT", "SIGNATURE", "KEY"] as const;
export type BundleCheck = (typeof BUNDLE_CHECKS)[number];

/** Something that keeps a bundle from being believed, in plain words. */
export interface BundleFault {
  check: BundleCheck;
  message: string;
}

export interface BundleReading {
  /** What it says; null when it can't be read at all. To be believed only when there are no faults. */
  bundle: SealBundle | null;
  /** Empty: it is genuine. */
  faults: BundleFault[];
}

const SIGNATORY = { LEAD_OFFICER: "lead officer", DEG_CHAIR: "chair" } as const;

const fault = (check: BundleCheck, message: string): BundleFault => ({ check, message });

const unreadable = (message: string): BundleReading => ({ bundle: null, faults: [fault("FILE", message)] });

/** The hash of any JSON value; null for what has no canonical text, such as half a letter. */
const hashOrNull = (value: unknown): string | null => {
  try {
    return hashContent(value);
  } catch {
    return null;
  }
};

interface SealedForm {
  key?: unknown;
  version?: unknown;
  documentHash?: unknown;
}

const checkForm = ({ content, form }: SealBundle): BundleFault[] => {
  const sealed = (content.template ?? {}) as SealedForm;
  const same =
    typeof sealed.documentHash === "string" &&
    hashOrNull(form) === sealed.documentHash &&
    form.key === sealed.key &&
    form.version === sealed.version;
  return same ? [] : [fault("FORM", "The form is not the one that was answered and signed.")];
};

const checkContent = ({ content }: SealBundle, { statement }: Seal): BundleFault[] => {
  const who = SIGNATORY[statement.signature.role];
  if (hashOrNull(content) !== statement.contentHash)
    return [fault("CONTENT", `The content is not what the ${who} signed.`)];
  return content.reference === statement.reference && content.revision === statement.revision
    ? []
    : [fault("STATEMENT", `The ${who}'s statement is about another assessment or revision.`)];
};

const checkSeal = (
  { statement, hash, seal }: Seal,
  keys: readonly SealKey[],
  verify: VerifySeal,
): BundleFault[] => {
  const { keyId, signature } = statement;
  const who = SIGNATORY[signature.role];
  if (hashOrNull(statement) !== hash) {
    return [fault("STATEMENT", `The ${who}'s statement (who signed, in which words, when) was changed.`)];
  }
  const key = keys.find(({ kid }) => kid === keyId);
  if (key === undefined) {
    return [fault("KEY", `The ${who}'s signature is sealed with the key ${keyId}, which is not known here.`)];
  }
  if (!verify(canonicalText(statement), seal, key.x)) {
    return [fault("SIGNATURE", `The seal on the ${who}'s signature does not fit what it seals.`)];
  }
  return wasInUse(key, signature.signedAt)
    ? []
    : [fault("KEY", `The key ${keyId} was not in use when the ${who} signed.`)];
};

const ORDER = ["LEAD_OFFICER", "DEG_CHAIR"] as const;

/** The lead officer signs first; the chair's seal covers that, and the chair is nobody who wrote it. */
const checkOrder = ({ content, seals }: SealBundle): BundleFault[] => {
  const inOrder = seals.every(
    ({ statement }, index) =>
      statement.signature.role === ORDER[index] && statement.previous === (seals[index - 1]?.hash ?? null),
  );
  const people = Array.isArray(content.people) ? (content.people as { userId?: unknown }[]) : [];
  const chair = seals.find(({ statement }) => statement.signature.role === "DEG_CHAIR");
  const wroteIt = people.some(({ userId }) => userId === chair?.statement.signature.userId);
  return [
    ...(inOrder ? [] : [fault("STATEMENT", "The signatures do not follow each other as they were given.")]),
    ...(chair !== undefined && wroteIt
      ? [fault("STATEMENT", "The chair is one of those who wrote it, so the sign-off does not count.")]
      : []),
  ];
};

const parseBundle = (bytes: Uint8Array): SealBundle | string => {
  if (bytes.length > MAX_BUNDLE_BYTES) return "The file is larger than 10 MB, which no sealed assessment is.";
  const read = readSealedJson(bytes);
  if ("fault" in read) return read.fault;
  const { data } = bundleSchema.safeParse(read.json);
  return data ?? "The file does not have the form of a sealed assessment, or something in it was damaged.";
};

/**
 * Checks a bundle against the public keys that are known, and names everything that fails. It needs no database, no clock and no
 * network; the same code runs in the browser, on the server and at the command line.
 */
export const verifyBundle = (
  bytes: Uint8Array,
  keys: readonly SealKey[],
  verify: VerifySeal = verifySeal,
): BundleReading => {
  const bundle = parseBundle(bytes);
  if (typeof bundle === "string") return unreadable(bundle);
  const faults = [
    ...bundle.seals.flatMap((seal) => [...checkContent(bundle, seal), ...checkSeal(seal, keys, verify)]),
    ...checkForm(bundle),
    ...checkOrder(bundle),
  ];
  return { bundle, faults };
};
