import { type Detect, spansOf } from "./detector.ts";

/** The local part takes what mail systems take (RFC 5322 dot-atom, RFC 6532), up to their 64 signs: a long word costs no time. */
const LOCAL = "[\\p{L}\\p{N}._%+'&/=?^`{|}~!#$*-]{1,64}";
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
/** How people write the sign and the dot so that no program finds them. */
const AT = "(?:@|[([{<] ?at ?[)\\]}>]|&#64;|&commat;)";
const DOT = "(?:\\.| ?[([{<] ?dot ?[)\\]}>] ?)";

/** Generous: what looks like an address is one. */
const WRITTEN = new RegExp(`${LOCAL}\\s?${AT}\\s?${LABEL}(?:${DOT}${LABEL})+`, "giu");
/** "jo at example dot org", "jo @ example . org": where the dot is spelled out or stands apart, too. */
const SPELLED = new RegExp(`${LOCAL} (?:at|${AT}) ${LABEL}(?: (?:dot|\\.) ${LABEL})+`, "giu");

export const detectEmails: Detect = (text) => [...spansOf(text, WRITTEN), ...spansOf(text, SPELLED)];
