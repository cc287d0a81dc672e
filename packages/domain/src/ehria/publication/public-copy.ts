import { z } from "zod";
import { EVIDENCE_KINDS } from "../content.ts";
import {
  IMPACT_DIRECTIONS,
  PROTECTED_CHARACTERISTICS,
  RIGHT_KINDS,
  RIGHT_PARTS,
  SIGNATORY_ROLES,
  STAGES,
} from "../vocabulary.ts";

/** How a passage was taken out: left out altogether, or a job title put in its place. */
export const REDACTION_KINDS = ["REDACTED", "REPLACED"] as const;

const words = z.string();
const maybe = words.nullable();
const day = z.iso.date();
const instant = z.iso.datetime();

/** A choice by its key, and as people read it: "YES", "Yes". */
const choice = z.strictObject({ key: words, words });

const part = z.strictObject({
  key: words,
  label: words,
  choice: choice.nullable(),
  text: maybe,
});

const question = z.strictObject({
  key: words,
  /** Place in the form's own sequence. Null: it has none. */
  number: z.int().nullable(),
  numberPrinted: maybe,
  label: words,
  /** What is asked, in full. */
  wording: words,
  choice: choice.nullable(),
  text: maybe,
  /** Why the choice follows from other answers. Null: it was made freely. */
  because: maybe,
  parts: z.array(part),
});

const section = z.strictObject({
  key: words,
  numberPrinted: maybe,
  title: words,
  /** False: as the answers stand, the form doesn't ask for it. */
  asked: z.boolean(),
  questions: z.array(question),
});

const characteristicImpact = z.strictObject({
  stage: z.enum(STAGES),
  characteristic: z.enum(PROTECTED_CHARACTERISTICS),
  label: words,
  affected: z.boolean().nullable(),
  direction: z.enum(IMPACT_DIRECTIONS).nullable(),
  comments: maybe,
  barriers: maybe,
});

const justification = z.strictObject({
  prescribedByLaw: maybe,
  legitimateAim: maybe,
  necessary: maybe,
  proportionate: maybe,
});

const rightImpact = z.strictObject({
  stage: z.enum(STAGES),
  part: z.enum(RIGHT_PARTS),
  article: z.int().positive(),
  title: words,
  /** Null: the law of the day doesn't say. */
  kind: z.enum(RIGHT_KINDS).nullable(),
  affected: z.boolean().nullable(),
  comments: maybe,
  justification: justification.nullable(),
});

const improvementAction = z.strictObject({
  objective: maybe,
  action: maybe,
  target: maybe,
  /** Job title of the officer responsible. */
  officer: maybe,
  due: day.nullable(),
  fromQuestion: maybe,
});

const evidence = z.strictObject({
  /** By which the documents refer to it, from 1. */
  number: z.int().positive(),
  question: maybe,
  part: maybe,
  kind: z.enum(EVIDENCE_KINDS),
  title: words,
  /** The figure as printed. Null: none. Never the name of a file. */
  display: maybe,
  /** Period code: "2019-04/2019-11". */
  period: maybe,
  asOf: day.nullable(),
  source: maybe,
  /** Of a page that anybody may read. Null: none. */
  url: maybe,
  note: maybe,
  /** The day on which it was cited: it is shown as it stood then. */
  citedOn: day,
  groups: z.array(z.strictObject({ characteristic: words, category: words, display: words })),
});

const signature = z.strictObject({
  role: z.enum(SIGNATORY_ROLES),
  jobTitle: words,
  statement: words,
  signedAt: instant,
});

/**
 * What the public gets of one signed-off assessment: the one list of what may leave the council. Whatever has no field here can't
 * be published (design/domain.md, "Depersonalised publication"); `depersonalise` fills it field by field. It names nobody,
 * no file and no id of the private record. Its canonical text (seal/hash-content.ts) is the JSON file of the register, and what the
 * public seal is about.
 */
export const publicCopySchema = z.strictObject({
  format: z.literal("due-regard/published/1"),
  /** "EHRIA-2026-0007" */
  reference: words,
  /** From 1: each text that was published under the reference. */
  edition: z.int().positive(),
  title: words,
  /** True: a demonstration record, of no real council's decision. */
  demo: z.boolean(),
  /** Code: the one of the Office for National Statistics. */
  organisation: z.strictObject({ code: words, name: words }),
  department: z.strictObject({ slug: words, name: words }),
  form: z.strictObject({ key: words, version: z.int().positive(), title: words }),
  /** The signed revision that it was made from. */
  revision: z.int().positive(),
  startedOn: day,
  completedOn: day,
  reviewDueOn: day.nullable(),
  /** In the order in which they were given. */
  signatures: z.array(signature),
  /** In the form's order, also those that weren't asked for. */
  sections: z.array(section),
  characteristicImpacts: z.array(characteristicImpact),
  rightImpacts: z.array(rightImpact),
  improvementActions: z.array(improvementAction),
  evidence: z.array(evidence),
  /** Where passages were taken out, never what they said. Place: "change.text", "potential-impact.AGE.comments". */
  redactions: z.array(z.strictObject({ place: words, kind: z.enum(REDACTION_KINDS) })),
});
export type PublicCopy = z.infer<typeof publicCopySchema>;
