import { hashContent } from "../../seal/hash-content.ts";

/** What a passage may tell of somebody. ADDED: a person saw what no search found. */
export const HIT_KINDS = [
  "KNOWN_PERSON",
  "NAME",
  "EMAIL",
  "PHONE",
  "POSTCODE",
  "NHS_NUMBER",
  "NI_NUMBER",
  "SMALL_GROUP",
  "ADDED",
] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** What a person can decide about one: leave it out, publish it all the same, or put a job title in its place. */
export const REDACTION_CHOICES = ["REDACT", "KEEP", "REPLACE"] as const;
export type RedactionChoice = (typeof REDACTION_CHOICES)[number];

/** From the start to before the end, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Words at a place of the copy: passages.ts says which places there are. */
export interface Passage extends Span {
  /** "change.text", "potential-impact.AGE.comments", "evidence.2.note". */
  place: string;
  text: string;
}

/** A passage that may identify somebody, and that a person decides about. */
export interface Hit extends Passage {
  /** The same for the same passage of the same sealed content, always. */
  id: string;
  /** In the order of {@link HIT_KINDS}; several where several searches found it. */
  kinds: readonly HitKind[];
}

/** @param contentHash of the sealed revision: what was decided about one says nothing about another */
export const hitId = (contentHash: string, { place, start, end, text }: Passage): string =>
  hashContent({ contentHash, place, start, end, text }).slice(0, 32);

/** In plain words, for a page: "This may be …". */
export const HIT_KIND_WORDS: Readonly<Record<HitKind, string>> = {
  KNOWN_PERSON: "the name of somebody who works here",
  NAME: "somebody's name",
  EMAIL: "an email address",
  PHONE: "a phone number",
  POSTCODE: "a postcode",
  NHS_NUMBER: "an NHS number",
  NI_NUMBER: "a National Insurance number",
  SMALL_GROUP: "a group so small that people may be known by it",
  ADDED: "a passage that somebody added",
};
