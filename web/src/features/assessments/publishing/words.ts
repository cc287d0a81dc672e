import type { Choice, Hit } from "./types.ts";

type Kind = Hit["kinds"][number];

/** "It may be …" */
const KIND: Record<Kind, string> = {
  KNOWN_PERSON: "the name of somebody who works here",
  NAME: "somebody’s name",
  EMAIL: "an email address",
  PHONE: "a phone number",
  POSTCODE: "a postcode",
  NHS_NUMBER: "an NHS number",
  NI_NUMBER: "a National Insurance number",
  SMALL_GROUP: "a group so small that people may be known by it",
  ADDED: "a passage that somebody added",
};

export const kindsInWords = (kinds: readonly Kind[]): string =>
  // A name that is known needs no second guess.
  (kinds.includes("KNOWN_PERSON") ? kinds.filter((kind) => kind !== "NAME") : kinds)
    .map((kind) => KIND[kind])
    .join(", or ");

export const decisionInWords = ({
  choice,
  reason,
  replacement,
}: {
  choice: Choice;
  reason: string | null;
  replacement: string | null;
}): string => {
  switch (choice) {
    case "REDACT":
      return "Left out";
    case "KEEP":
      return `Published: ${reason}`;
    case "REPLACE":
      return `Replaced by [${replacement}]`;
  }
};

const FORMAT: Record<string, string> = { html: "Page", pdf: "PDF", docx: "Word document", json: "JSON data" };

export const formatInWords = (format: string): string => FORMAT[format] ?? format.toUpperCase();
