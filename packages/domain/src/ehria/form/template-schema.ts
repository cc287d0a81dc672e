import { z } from "zod";
import { SIGNATORY_ROLES, STAGES } from "../vocabulary.ts";
import { type Condition, PUBLICATION_RULES, QUESTION_KINDS, QUESTION_MEANINGS } from "./template.ts";

/** The shape of a template file. What may be left out has a default here, so that a file says only what matters. */

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case words joined by hyphens");
const partKey = z
  .string()
  .regex(/^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$/, "Use letters, figures, hyphens and underscores");
const choiceKey = z.string().regex(/^[A-Z]+(_[A-Z]+)*$/, "Use capitals joined by underscores");
const words = z.string().trim().min(1, "Write something here");
const paragraphs = z.array(words).default([]);
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullable().default(null);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("IS"), question: key, part: partKey.optional(), choice: choiceKey }),
    z.strictObject({ op: z.literal("ANY_PART_IS"), question: key, choice: choiceKey }),
    z.strictObject({ op: z.literal("ANY_OF"), conditions: z.array(condition).min(1) }),
    z.strictObject({ op: z.literal("ALL_OF"), conditions: z.array(condition).min(1) }),
    z.strictObject({ op: z.literal("NOT"), condition }),
  ]),
);

const section = z.strictObject({
  key,
  numberPrinted: maybe(words),
  title: words,
  intro: paragraphs,
  position: z.int().positive(),
  condition: maybe(condition),
  subsections: z.array(z.strictObject({ key: words, title: words })).default([]),
});

const guidance = z.strictObject({
  lookAt: z.array(words).min(1),
  law: z.strictObject({ text: words, source: words }),
  goodExample: words,
  weakExample: words,
});

const part = z.strictObject({ key: partKey, label: words, textLabel: maybe(words), hint: maybe(words) });
const option = z.strictObject({ key: choiceKey, label: words, hint: maybe(words) });
const forced = z.strictObject({ when: condition, choice: choiceKey, because: words });
const obligation = z.strictObject({
  when: condition,
  needs: z.literal("IMPROVEMENT_ACTION"),
  message: words,
});

const question = z.strictObject({
  key,
  number: maybe(z.int().positive()),
  numberPrinted: maybe(words),
  section: key,
  subsection: maybe(words),
  kind: z.enum(QUESTION_KINDS),
  meaning: maybe(z.enum(QUESTION_MEANINGS)),
  label: words,
  text: words,
  hint: maybe(words),
  guidance: maybe(guidance),
  parts: z.array(part).default([]),
  options: z.array(option).default([]),
  textLabel: maybe(words),
  stage: maybe(z.enum(STAGES)),
  condition: maybe(condition),
  required: z.union([z.boolean(), condition]).default(true),
  forced: z.array(forced).default([]),
  obligations: z.array(obligation).default([]),
  maxWords: maybe(z.int().positive()),
  publication: z.enum(PUBLICATION_RULES).default("WITHHOLD"),
  doubts: paragraphs,
});

const signOff = z.strictObject({
  elements: z.array(z.strictObject({ key: z.enum(STAGES), label: words, section: key })).min(1),
  signatures: z
    .array(z.strictObject({ role: z.enum(SIGNATORY_ROLES), label: words, statement: words }))
    .min(1),
});

export const templateSchema = z.strictObject({
  key,
  version: z.int().positive(),
  title: words,
  intro: paragraphs,
  wording: z.record(z.string(), words).default({}),
  source: maybe(z.strictObject({ paper: words, note: words })),
  sections: z.array(section).min(1),
  questions: z.array(question).min(1),
  signOff,
  doubts: paragraphs,
});
