import { z } from "zod";
import { SIGNATORY_ROLES, STAGES } from "../vocabulary.ts";
import { MAX_TEXT_LENGTH } from "./kinds/cells.ts";
import { type Condition, PUBLICATION_RULES, QUESTION_KINDS, QUESTION_MEANINGS } from "./template.ts";

/**
 * The shape of a template file, twice: as it must be to be published, and as a draft may be while somebody works on it. A
 * draft may still lack words, parts and options; what names a thing (keys) and how the parts fit together is never in
 * doubt. What may be left out has a default here, so that a file says only what matters.
 */

/** Far above any printed form; they keep a file of nonsense from becoming a page of nonsense. */
export const TEMPLATE_LIMITS = {
  sections: 50,
  questions: 300,
  parts: 60,
  options: 40,
  conditions: 40,
  paragraphs: 60,
} as const;

const LONGEST_KEY = 80;
const NOTHING = "There is nothing here yet";

const readable = z
  .string()
  .max(MAX_TEXT_LENGTH, `Use ${MAX_TEXT_LENGTH.toLocaleString("en-GB")} characters or fewer`)
  .refine(
    (text) => !text.includes("\u0000") && text.isWellFormed(),
    "Remove the characters that can't be read",
  );

const named = (shape: RegExp, how: string) =>
  z.string().max(LONGEST_KEY, `Use ${LONGEST_KEY} characters or fewer`).regex(shape, how);

const key = named(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case words joined by hyphens");
const partKey = named(/^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$/, "Use letters, figures, hyphens and underscores");
const choiceKey = named(/^[A-Z]+(_[A-Z]+)*$/, "Use capitals joined by underscores");
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullable().default(null);

const condition: z.ZodType<Condition> = z.lazy(() => {
  const several = z.array(condition).min(1).max(TEMPLATE_LIMITS.conditions);
  return z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("IS"), question: key, part: partKey.optional(), choice: choiceKey }),
    z.strictObject({ op: z.literal("ANY_PART_IS"), question: key, choice: choiceKey }),
    z.strictObject({ op: z.literal("ANY_OF"), conditions: several }),
    z.strictObject({ op: z.literal("ALL_OF"), conditions: several }),
    z.strictObject({ op: z.literal("NOT"), condition }),
  ]);
});

/** What a template to be published and a draft of one differ in. */
interface Strictness {
  /** Words that people read. */
  words: z.ZodString;
  /** How many of a list there must be at least, where one is needed. */
  least: 0 | 1;
}

const sectionShape = ({ words }: Strictness) =>
  z.strictObject({
    key,
    numberPrinted: maybe(words),
    title: words,
    intro: z.array(words).max(TEMPLATE_LIMITS.paragraphs).default([]),
    position: z.int().positive(),
    condition: maybe(condition),
    subsections: z
      .array(z.strictObject({ key: words, title: words }))
      .max(TEMPLATE_LIMITS.parts)
      .default([]),
  });

const guidanceShape = ({ words, least }: Strictness) =>
  z.strictObject({
    lookAt: z.array(words).min(least, NOTHING).max(TEMPLATE_LIMITS.paragraphs),
    law: z.strictObject({ text: words, source: words }),
    goodExample: words,
    weakExample: words,
  });

const answerShape = (how: Strictness) => {
  const { words } = how;
  const part = z.strictObject({
    key: partKey,
    label: words,
    textLabel: maybe(words),
    hint: maybe(words),
    guidance: maybe(guidanceShape(how)),
  });
  const option = z.strictObject({ key: choiceKey, label: words, hint: maybe(words) });
  return {
    parts: z.array(part).max(TEMPLATE_LIMITS.parts).default([]),
    options: z.array(option).max(TEMPLATE_LIMITS.options).default([]),
    textLabel: maybe(words),
    stage: maybe(z.enum(STAGES)),
    maxWords: maybe(z.int().positive().max(10_000)),
  };
};

const ruleShape = ({ words }: Strictness) => {
  const forced = z.strictObject({ when: condition, choice: choiceKey, because: words });
  const obligation = z.strictObject({
    when: condition,
    needs: z.literal("IMPROVEMENT_ACTION"),
    message: words,
  });
  return {
    condition: maybe(condition),
    required: z.union([z.boolean(), condition]).default(true),
    forced: z.array(forced).max(TEMPLATE_LIMITS.conditions).default([]),
    obligations: z.array(obligation).max(TEMPLATE_LIMITS.conditions).default([]),
  };
};

const questionShape = (how: Strictness) =>
  z.strictObject({
    key,
    number: maybe(z.int().positive().max(9999)),
    numberPrinted: maybe(how.words),
    section: key,
    subsection: maybe(how.words),
    kind: z.enum(QUESTION_KINDS),
    meaning: maybe(z.enum(QUESTION_MEANINGS)),
    label: how.words,
    text: how.words,
    hint: maybe(how.words),
    guidance: maybe(guidanceShape(how)),
    ...answerShape(how),
    ...ruleShape(how),
    publication: z.enum(PUBLICATION_RULES).default("WITHHOLD"),
    doubts: z.array(how.words).max(TEMPLATE_LIMITS.paragraphs).default([]),
  });

const signOffShape = ({ words, least }: Strictness) =>
  z.strictObject({
    elements: z
      .array(z.strictObject({ key: z.enum(STAGES), label: words, section: key }))
      .min(least, NOTHING),
    signatures: z
      .array(z.strictObject({ role: z.enum(SIGNATORY_ROLES), label: words, statement: words }))
      .min(least, NOTHING),
  });

const templateShape = (how: Strictness) =>
  z.strictObject({
    key,
    version: z.int().positive().max(9999),
    title: how.words,
    intro: z.array(how.words).max(TEMPLATE_LIMITS.paragraphs).default([]),
    wording: z
      .record(z.string().regex(/^[a-z][a-zA-Z]{0,39}$/, "Use one word in small letters"), how.words)
      .default({}),
    source: maybe(z.strictObject({ paper: how.words, note: how.words })),
    sections: z.array(sectionShape(how)).min(how.least, NOTHING).max(TEMPLATE_LIMITS.sections),
    questions: z.array(questionShape(how)).min(how.least, NOTHING).max(TEMPLATE_LIMITS.questions),
    signOff: signOffShape(how),
    doubts: z.array(how.words).max(TEMPLATE_LIMITS.paragraphs).default([]),
  });

export const templateSchema = templateShape({
  words: readable.trim().min(1, "There are no words here"),
  least: 1,
});
export const draftTemplateSchema = templateShape({ words: readable, least: 0 });
