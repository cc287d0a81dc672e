import { ed25519 } from "@noble/curves/ed25519.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64url } from "./base64url.ts";

/** True when `seal` is the signature (Ed25519, RFC 8032) of the text in UTF-8 by the key. Seal and key in base64url. */
export type VerifySeal = (text: string, seal: string, publicKey: string) => boolean;

const SEAL_BYTES = 64;

/** The same in the browser and on the server. Strict: only the one spelling of a signature counts. */
export const verifySeal: VerifySeal = (text, seal, publicKey) => {
  const [signature, key] = [fromBase64url(seal), fromBase64url(publicKey)];
  if (signature?.length !== SEAL_BYTES || key === null) return false;
  try {
    return ed25519.verify(signature, utf8ToBytes(text), key, { zip215: false });
  } catch {
    return false;
  }
};
