import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { canonicalText } from "./hash-content.ts";

/** Bytes of an Ed25519 public key. */
const PUBLIC_KEY_BYTES = 32;

/**
 * The public half of a key that seals are made with, as a JSON Web Key (RFC 8037), with the time in which it was used. It tells
 * nothing secret, and is kept for good: what was sealed with a key is checked with it years after.
 */
export interface SealKey {
  kty: "OKP";
  crv: "Ed25519";
  /** The key itself, base64url. */
  x: string;
  /** Its id: the thumbprint of the above (RFC 7638), so that no other key can go under this name. */
  kid: string;
  /** In use from and until, ISO instants. Null: still in use. */
  from: string;
  until: string | null;
}

/** The id of a public key: its JWK thumbprint (RFC 7638) with SHA-256, base64url. */
export const keyIdOf = (x: string): string =>
  toBase64url(sha256(utf8ToBytes(canonicalText({ crv: "Ed25519", kty: "OKP", x }))));

const sealKeySchema = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
});

/** A set of keys as it is published and kept: a JSON Web Key Set (RFC 7517 §5). */
const sealKeySetSchema = z.object({ keys: z.array(sealKeySchema).max(1_000) });

const isGenuine = ({ x, kid }: SealKey): boolean =>
  fromBase64url(x)?.length === PUBLIC_KEY_BYTES && keyIdOf(x) === kid;

/** One public key out of JSON; null when it isn't one, or goes under another key's id. */
export const readSealKey = (json: unknown): SealKey | null => {
  const { data } = sealKeySchema.safeParse(json);
  return data !== undefined && isGenuine(data) ? data : null;
};

/** A set of public keys out of JSON; null when it isn't one, or any of its keys goes under another's id. */
export const readSealKeySet = (json: unknown): SealKey[] | null => {
  const { data } = sealKeySetSchema.safeParse(json);
  return data?.keys.every(isGenuine) ? data.keys : null;
};

/** True when the key was in use at this instant. */
export const wasInUse = ({ from, until }: SealKey, instant: string): boolean => {
  const at = Date.parse(instant);
  return at >= Date.parse(from) && (until === null || at <= Date.parse(until));
};
