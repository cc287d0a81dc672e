import { type Detect, spansOf } from "./detector.ts";

/** Generous: what looks like an address is one. The local part takes what mail systems take (RFC 5322 dot-atom, RFC 6532). */
const EMAIL =
  /[\p{L}\p{N}._%+'’&/=?^`{|}~!#$*-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+/giu;

export const detectEmails: Detect = (text) => spansOf(text, EMAIL);
