import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssessmentContent } from "../ehria/content.ts";
import { readForm } from "../ehria/form/visibility.ts";
import { fillForm, withAnswer, withCharacteristic, withRight } from "../ehria/testing/fill-form.ts";
import { sampleFile } from "../ehria/testing/sample-evidence.ts";
import { sampleTemplate } from "../ehria/testing/sample-template.ts";
import { buildCanonicalContent, type SealedIdentity } from "./canonical-content.ts";
import { canonicalText, hashContent } from "./hash-content.ts";

const identity: SealedIdentity = {
  reference: "EHRIA-2020-0001",
  revision: 1,
  formHash: "f".repeat(64),
  people: [
    { role: "LEAD_OFFICER", userId: "u1", jobTitle: "Lead Commissioner" },
    { role: "CONTRIBUTOR", userId: "u2", jobTitle: "Analyst" },
  ],
};

const hash = (content: AssessmentContent, who = identity): string =>
  hashContent(buildCanonicalContent(readForm(sampleTemplate, content), who));

const screened = fillForm(sampleTemplate, { likely: "NEUTRAL", "needs-report": "NO" });
const reported = fillForm(sampleTemplate, { likely: "NEGATIVE" });

describe("the canonical text", () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, "é"] }, '{"a":[true,null,"é"],"b":1}'],
    ['\u2028\n"', '"\u2028\\n\\""'],
    [1e21, "1e+21"],
  ])("of %o", (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  test("does not exist for what JSON can't hold", () => {
    expect(() => canonicalText(undefined)).toThrow("Only JSON values have a canonical text");
    expect(() => canonicalText("\ud83d")).toThrow();
  });
});

test("the hash is plain SHA-256", () => {
  // sha256 of the two bytes {} – RFC 8785 text of the empty object.
  expect(hashContent({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

describe("any change changes the hash", () => {
  const before = hash(reported);
  const evidence = sampleFile();
  test.each<[string, string]>([
    ["an answer", hash(withAnswer(reported, "change", null, { text: "Written for changes." }))],
    ["a choice", hash(withAnswer(reported, "aims", "one", { choice: "NO" }))],
    ["a direction", hash(withCharacteristic(reported, "REPORT", "AGE", { direction: "NEUTRAL" }))],
    ["a barrier", hash(withCharacteristic(reported, "REPORT", "AGE", { barriers: "Stairs" }))],
    [
      "a justification of one space",
      hash(
        withRight(reported, "REPORT", "CONVENTION-8", {
          justification: { prescribedByLaw: null, legitimateAim: null, necessary: " ", proportionate: null },
        }),
      ),
    ],
    [
      "an action's date",
      hash({
        ...reported,
        improvementActions: reported.improvementActions.map((each) => ({ ...each, due: "2020-07-01" })),
      }),
    ],
    ["evidence", hash({ ...reported, evidence: [evidence] })],
    ["a figure in the evidence", hash({ ...reported, evidence: [{ ...evidence, display: "43%" }] })],
    [
      "a file's hash",
      hash({
        ...reported,
        evidence: [sampleFile({ file: { name: "survey.pdf", type: "PDF", bytes: 10, sha256: "b" } })],
      }),
    ],
    [
      "a group's figure",
      hash({
        ...reported,
        evidence: [
          {
            ...evidence,
            groups: [{ characteristic: "SEX", category: "Women", display: "64%", value: "64" }],
          },
        ],
      }),
    ],
    ["a person", hash(reported, { ...identity, people: identity.people.slice(0, 1) })],
    [
      "a role",
      hash(reported, {
        ...identity,
        people: identity.people.map((each) => ({ ...each, role: "CONTRIBUTOR" })),
      }),
    ],
    [
      "a job title",
      hash(reported, {
        ...identity,
        people: identity.people.map((each) => ({ ...each, jobTitle: "Officer" })),
      }),
    ],
    ["the form's wording", hash(reported, { ...identity, formHash: "e".repeat(64) })],
    ["the revision", hash(reported, { ...identity, revision: 2 })],
    ["the reference", hash(reported, { ...identity, reference: "EHRIA-2020-0002" })],
  ])("%s", (_name, after) => {
    expect(after).not.toBe(before);
    expect(after).toMatch(/^[0-9a-f]{64}$/);
  });

  test("property: one character anywhere in a text", () => {
    const cells = reported.answers.filter(
      ({ text, question }) => (text?.length ?? 0) > 0 && !question.startsWith("known"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...cells),
        fc.nat(),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
        (cell, at, letter) => {
          const text = cell.text ?? "";
          const place = at % text.length;
          const changed = text.slice(0, place) + letter + text.slice(place + 1);
          fc.pre(changed !== text);
          expect(hash(withAnswer(reported, cell.question, cell.part, { text: changed }))).not.toBe(before);
        },
      ),
    );
  });
});

describe("the hash stays the same", () => {
  test("when keys and rows come in another order", () => {
    const shuffled = <Item extends object>(items: readonly Item[]): Item[] =>
      [...items].reverse().map((item) => Object.fromEntries(Object.entries(item).reverse()) as Item);
    const content: AssessmentContent = {
      answers: shuffled(reported.answers),
      characteristicImpacts: shuffled(reported.characteristicImpacts),
      rightImpacts: shuffled(reported.rightImpacts),
      improvementActions: shuffled(reported.improvementActions),
      evidence: [],
    };
    expect(hash(content, { ...identity, people: shuffled(identity.people) })).toBe(hash(reported));
  });

  test("property: whatever the order of an object's keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(hashContent(reversed)).toBe(hashContent(value));
      }),
    );
  });

  test("when the same text is saved again: versions don't count", () => {
    expect(
      hash({
        ...screened,
        answers: screened.answers.map((each) => ({ ...each, version: each.version + 1 })),
      }),
    ).toBe(hash(screened));
  });

  test("whether a file can be had today", () => {
    const evidence = (fileState: "AVAILABLE" | "REFUSED") => ({
      ...reported,
      evidence: [sampleFile({ fileState })],
    });
    expect(hash(evidence("REFUSED"))).toBe(hash(evidence("AVAILABLE")));
  });

  test("when a cell is emptied that was never filled", () => {
    expect(hash(withAnswer(screened, "why-not", null, { text: "" }))).toBe(hash(screened));
  });

  test("property: whatever stands in a hidden answer", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("findings", "reduce"), (text, question) => {
        expect(hash(withAnswer(screened, question, "a", { text }))).toBe(hash(screened));
      }),
    );
    expect(hash(withCharacteristic(screened, "REPORT", "AGE", { affected: true, comments: "Hidden" }))).toBe(
      hash(screened),
    );
  });
});
