import { sampleTemplateSource } from "@due-regard/domain/ehria/testing/sample-template";
import fc from "fast-check";

const words = fc.oneof(
  fc.constantFrom("", "\u0000", "\ud800", "__proto__", "{{constructor}}", "{{{{a}}}}", "x".repeat(30_000)),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const nested = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({ op: fc.constant("IS"), question: words, choice: words }),
    fc.record({ op: fc.constant("NOT"), condition: tie("condition") }),
    fc.record({ op: fc.constantFrom("ANY_OF", "ALL_OF", "XOR"), conditions: fc.array(tie("condition")) }),
    fc.jsonValue(),
  ),
})).condition;

const NAMES = [
  ...["key", "title", "text", "label", "hint", "kind", "parts", "options", "condition", "required", "forced"],
  ...[
    "guidance",
    "section",
    "number",
    "maxWords",
    "meaning",
    "stage",
    "publication",
    "position",
    "__proto__",
  ],
];

/** A sound form with some of its values put wrong, each in its own way. */
export const hostileForm: fc.Arbitrary<unknown> = fc
  .array(
    fc.tuple(
      fc.constantFrom("questions", "sections", "form"),
      fc.nat(30),
      fc.constantFrom(...NAMES),
      fc.oneof(words, nested, fc.jsonValue(), fc.double()),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((wrongs) => {
    const form = structuredClone<Record<string, unknown>>(sampleTemplateSource);
    for (const [list, index, name, value] of wrongs) {
      const things = list === "form" ? [form] : (form[list] as Record<string, unknown>[]);
      const thing = Array.isArray(things) ? things[index % things.length] : undefined;
      if (typeof thing === "object" && thing !== null)
        Object.defineProperty(thing, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return form;
  });
