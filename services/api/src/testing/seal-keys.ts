import { generateKeyPairSync } from "node:crypto";
import { keyIdOf } from "@due-regard/domain/seal/seal-key";
import { publicHalf } from "../seal/key-files.ts";
import { type SealKeys, sealKeysOf } from "../seal/seal-keys.ts";

/** A key of the tests' own, which no file holds. */
export const createTestKeys = (): SealKeys => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const x = publicHalf(privateKey);
  const from = "2000-01-01T00:00:00Z";
  return sealKeysOf(privateKey, [{ kty: "OKP", crv: "Ed25519", x, kid: keyIdOf(x), from, until: null }]);
};
