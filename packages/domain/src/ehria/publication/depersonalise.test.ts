import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssessmentContent } from "../content.ts";
import type { FormTemplate } from "../form/template.ts";
import { readForm } from "../form/visibility.ts";
import { shippedReferenceData } from "../reference-data.ts";
import { fillForm, withAnswer } from "../testing/fill-form.ts";
import { sampleEvidence, sampleFile } from "../testing/sample-evidence.ts";
import { sampleTemplate as withholding } from "../testing/sample-template.ts";
import { checkDecision, type RedactionDecision, undecided, withAdded } from "./decision.ts";
import { depersonalise } from "./depersonalise.ts";
import { type Hit, hitId } from "./hit.ts";
import { textsOf } from "./passages.ts";
import { publicCopySchema } from "./public-copy.ts";
import { draftForPublic, type PublicDraft, type PublicFacts } from "./public-draft.ts";
import { checkPublicNotice } from "./public-notice.ts";
import { scanTexts } from "./scan.ts";

/** Whatever a form doesn't say may be published is withheld; this one says it of every question. */
const sampleTemplate: FormTemplate = {
  ...withholding,
  questions: withholding.questions.map((question) => ({ ...question, publication: "PUBLISH" })),
};

const HASH = "a".repeat(64);
const KNOWN = { names: ["Robin Draftwell"], ordinary: new Set<string>() };

const FACTS: PublicFacts = {
  reference: "EHRIA-2020-0001",
  title: "Home care",
  demo: true,
  organisation: { code: "E10000018", name: "Leicestershire" },
  department: { slug: "adults", name: "Adults" },
  revision: 2,
  startedOn: "2020-01-06",
  completedOn: "2020-01-17",
  reviewDueOn: null,
  signatures: [
    {
      role: "LEAD_OFFICER",
      jobTitle: "Lead officer",
      statement: "I confirm.",
      signedAt: "2020-01-17T10:00:00.000Z",
    },
  ],
};

const whole = (): AssessmentContent => fillForm(sampleTemplate, { likely: "NEGATIVE", "monitoring.a": "NO" });

const draftOf = (content = whole(), template = sampleTemplate, facts = FACTS): PublicDraft =>
  draftForPublic(readForm(template, content), facts, shippedReferenceData("2020-01-17"));

const hitsOf = (draft: PublicDraft): Hit[] => scanTexts(textsOf(draft), KNOWN, HASH);

const decide = (hit: Hit, change: Partial<RedactionDecision> = {}): RedactionDecision => ({
  hitId: hit.id,
  place: hit.place,
  start: hit.start,
  end: hit.end,
  text: hit.text,
  choice: "REDACT",
  reason: null,
  replacement: null,
  ...change,
});

describe("what may leave the council", () => {
  test("has the shape of a public copy, and one place for each text that people wrote", () => {
    const draft = draftOf({ ...whole(), evidence: [sampleEvidence({ note: "Why" }), sampleFile()] });
    expect(publicCopySchema.safeParse(depersonalise(draft, [], 1).copy).error).toBeUndefined();
    const places = textsOf(draft).map(({ place }) => place);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(
      expect.arrayContaining([
        "title",
        "change.text",
        "aims.one.text",
        "evidence.1.note",
        "plan-actions.1.objective",
      ]),
    );
  });

  test("tells what a plan's delivery action said when it was cited", () => {
    const display = "Responsible: Board\nStatus: Not started";
    const cited = sampleEvidence({ kind: "DELIVERY_ACTION", title: "Plan: D1 Train staff", display });
    const { copy } = depersonalise(draftOf({ ...whole(), evidence: [cited] }), [], 1);
    expect(publicCopySchema.safeParse(copy).error).toBeUndefined();
    expect(copy.evidence).toMatchObject([
      { number: 1, kind: "DELIVERY_ACTION", title: "Plan: D1 Train staff", display },
    ]);
  });

  test("leaves out what the form withholds, and with it what is cited for it, but nothing that hangs on it", () => {
    const template = sampleTemplate;
    const questions = template.questions.map((question) =>
      question.key === "asked" ? { ...question, publication: "WITHHOLD" as const } : question,
    );
    const content = withAnswer(withAnswer(whole(), "asked", "a", { choice: "NO" }), "others", null, {
      choice: "YES",
    });
    const cited = { ...content, evidence: [sampleEvidence({ question: "asked", title: "Secret" })] };
    const { copy } = depersonalise(draftOf(cited, { ...template, questions }), [], 1);
    const asked = copy.sections.flatMap((section) => section.questions.map(({ key }) => key));
    expect(asked).not.toContain("asked");
    expect(asked).toContain("others");
    expect(copy.evidence).toEqual([]);
  });

  test.each([
    ["the name of a file", { title: "jane-example.pdf" }, "A file (PDF)"],
    ["a title that has it", { title: "Our copy of Jane-Example.PDF" }, "A file (PDF)"],
    ["its name without its ending", { title: "jane-example" }, "A file (PDF)"],
    ["a title of its own", { title: "Survey of carers" }, "Survey of carers"],
  ])("never names a file: %s", (_name, change, title) => {
    const file = { name: "jane-example.pdf", type: "PDF" as const, bytes: 1, sha256: "b".repeat(64) };
    const evidence = [sampleFile({ ...change, file, display: file.name })];
    const { copy } = depersonalise(draftOf({ ...whole(), evidence }), [], 1);
    expect(copy.evidence).toMatchObject([{ title, display: null, url: null }]);
    expect(JSON.stringify(copy).toLowerCase()).not.toContain("jane-example.pdf");
    expect(JSON.stringify(copy)).not.toContain(file.sha256);
  });

  test("tells of a section that wasn't asked for, without its questions", () => {
    const { copy } = depersonalise(
      draftOf(fillForm(sampleTemplate, { likely: "NO_IMPACT", "needs-report": "NO" })),
      [],
      1,
    );
    expect(copy.sections.find(({ key }) => key === "report")).toMatchObject({ asked: false, questions: [] });
  });
});

const CHANGE = "Priya Shah and Robin Draftwell met 3 people at LE3 8RA; write to priya@example.org.";

describe("decisions", () => {
  const draft = draftOf(withAnswer(whole(), "change", null, { text: CHANGE }));
  const hits = hitsOf(draft);
  const copied = (decisions: RedactionDecision[]) => {
    const { copy } = depersonalise(draft, decisions, 1);
    const question = copy.sections.flatMap(({ questions }) => questions).find(({ key }) => key === "change");
    return { text: question?.text, redactions: copy.redactions };
  };

  test("are taken word for word: left out, kept, or a job title instead", () => {
    const [name, known, group, postcode, email] = hits as [Hit, Hit, Hit, Hit, Hit];
    const { text, redactions } = copied([
      decide(name, { choice: "REPLACE", replacement: "the manager" }),
      decide(known),
      decide(group, { choice: "KEEP", reason: "Published elsewhere" }),
      decide(postcode),
      decide(email),
    ]);
    expect(text).toBe("[the manager] and [redacted] met 3 people at [redacted]; write to [redacted].");
    expect(redactions).toEqual(
      ["REPLACED", "REDACTED", "REDACTED", "REDACTED"].map((kind) => ({ place: "change.text", kind })),
    );
  });

  test("a hit without one is named, and what people added is among the hits", () => {
    const [first] = hits as [Hit];
    const passage = { place: "change.text", start: 11, end: 14, text: "and" };
    const added = decide({ ...passage, id: hitId(HASH, passage), kinds: ["ADDED"] });
    expect(undecided(hits, [decide(first), added]).map(({ id }) => id)).toEqual(
      hits.slice(1).map(({ id }) => id),
    );
    const all = withAdded(
      hits,
      [added],
      textsOf(draft).map(({ place }) => place),
    );
    expect(all.map(({ kinds }) => kinds[0])).toEqual([
      "NAME",
      "ADDED",
      "KNOWN_PERSON",
      "SMALL_GROUP",
      "POSTCODE",
      "EMAIL",
    ]);
  });

  test("about other words are never taken", () => {
    const [first] = hits as [Hit];
    expect(() => copied([decide(first, { text: "Somebody" })])).toThrow("is about other words");
  });

  test.each([
    [{ choice: "KEEP", reason: " ", replacement: null }, "reason"],
    [{ choice: "KEEP", reason: "x".repeat(501), replacement: null }, "reason"],
    [{ choice: "REPLACE", reason: null, replacement: null }, "replacement"],
    [{ choice: "REPLACE", reason: null, replacement: "Robin Draftwell" }, "replacement"],
    [{ choice: "REPLACE", reason: null, replacement: "jo@example.org" }, "replacement"],
    [{ choice: "REPLACE", reason: null, replacement: "x".repeat(101) }, "replacement"],
    [{ choice: "REPLACE", reason: null, replacement: "Commissioning manager" }, null],
    [{ choice: "REDACT", reason: null, replacement: null }, null],
  ] as const)("%j is checked", (decision, path) => {
    expect(checkDecision(decision, KNOWN)[0]?.path ?? null).toBe(path);
  });

  test("property: whatever is redacted stands nowhere at its place any more, and what is kept stays", () => {
    const words = fc.constantFrom(
      "Priya Shah",
      "jo@example.org",
      "LE3 8RA",
      "two families",
      "0116 496 0123",
      "and",
      "care",
      "É",
    );
    const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((each) => each.join(" "));
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.boolean()), (written, coins) => {
        const given = draftOf(withAnswer(whole(), "change", null, { text: written }));
        const decisions = hitsOf(given).map((hit) =>
          decide(hit, coins.next().value ? {} : { choice: "KEEP", reason: "Public" }),
        );
        const { draft: after } = depersonalise(given, decisions, 1);
        const left = textsOf(after).find(({ place }) => place === "change.text")?.text ?? "";
        const kept = decisions.filter(({ choice }) => choice === "KEEP").map(({ text: each }) => each);
        for (const { choice, text: each } of decisions) {
          if (choice === "KEEP") expect(left).toContain(each);
          else if (!kept.some((other) => other.includes(each))) expect(left).not.toContain(each);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ["The policy was given up", false, 0],
  ["Robin Draftwell left", true, 1],
  ["Write to jo@example.org", true, 1],
  ["Zofia Kowalska left", false, 1],
  ["Zofia Kowalska left", true, 0],
  ["x".repeat(1_001), false, 1],
])("a notice for the public is scanned too: %s", (text, isChecked, problems) => {
  expect(checkPublicNotice(text, KNOWN, isChecked).length).toBe(problems);
});
