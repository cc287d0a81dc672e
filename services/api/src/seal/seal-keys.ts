import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { StartFailure } from "@due-regard/database/start-failure";
import { fromBase64url } from "@due-regard/domain/seal/base64url";
import type { VerifySeal } from "@due-regard/domain/seal/ed25519";
import { keyIdOf, type SealKey } from "@due-regard/domain/seal/seal-key";
import {
  createPrivateKeyFile,
  type KeyPlaces,
  notePublicKey,
  publicHalf,
  readPrivateKey,
} from "./key-files.ts";

/** What seals are made and checked with. The private key itself stays inside. */
export interface SealKeys {
  /** Id of the key in use. */
  keyId: string;
  /** The Ed25519 signature of a text in UTF-8, base64url. */
  sign: (text: string) => string;
  /** The public halves of every key that was ever used here. */
  known: readonly SealKey[];
}

const NO_KEY =
  "There is no key to seal with. Make one with `npm run -s cli -- keys create`, or name one in SEAL_KEY_FILE or SEAL_KEY (docs/adr/0033-keys-for-seals.md).";

/**
 * The keys for seals, at the start of a process. Where there is none, a demonstration gets one; elsewhere its absence stops the start,
 * since a key that is lost and quietly made anew would leave every old seal unknown.
 *
 * @throws StartFailure
 */
export const openSealKeys = (places: KeyPlaces, { mayCreate }: { mayCreate: boolean }): SealKeys => {
  if (mayCreate && readPrivateKey(places) === null) createPrivateKeyFile(places);
  const key = readPrivateKey(places);
  if (key === null) throw new StartFailure(NO_KEY);
  return sealKeysOf(key, notePublicKey(places, publicHalf(key), new Date().toISOString()));
};

export const sealKeysOf = (key: KeyObject, known: readonly SealKey[]): SealKeys => ({
  keyId: keyIdOf(publicHalf(key)),
  sign: (text) => sign(null, Buffer.from(text, "utf8"), key).toString("base64url"),
  known,
});

/** As the domain's verifySeal, ten times as fast: what a page shows is checked each time that it is shown. */
export const verifySealFast: VerifySeal = (text, seal, x) => {
  const signature = fromBase64url(seal);
  if (signature === null) return false;
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return verify(null, Buffer.from(text, "utf8"), key, signature);
  } catch {
    return false;
  }
};
