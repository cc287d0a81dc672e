import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/** The one text that stands for a JSON value: RFC 8785, keys sorted, no spaces. Throws on what JSON can't hold. */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values have a canonical text");
  return text;
};

/** SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal figures. */
export const hashContent = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalText(value))));
