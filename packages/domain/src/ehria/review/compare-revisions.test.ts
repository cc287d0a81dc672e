import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCanonicalContent, type SealedPerson } from "../../seal/canonical-content.ts";
import type { AssessmentContent, PinnedEvidence } from "../content.ts";
import { readForm } from "../form/visibility.ts";
import { fillForm, withAnswer, withCharacteristic, withRight } from "../testing/fill-form.ts";
import { sampleEvidence } from "../testing/sample-evidence.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { compareRevisions, type QuestionDifference } from "./compare-revisions.ts";
import type { ComparedRevision } from "./revision-rows.ts";

const LEAD: SealedPerson = { role: "LEAD_OFFICER", userId: "u1", jobTitle: "Commissioner" };

const revision = (
  number: number,
  content: AssessmentContent,
  people: SealedPerson[] = [LEAD],
  template = sampleTemplate,
): ComparedRevision => ({
  content: buildCanonicalContent(readForm(template, content), {
    reference: "EHRIA-2020-0001",
    revision: number,
    formHash: "f".repeat(64),
    people,
  }),
  template,
});

const first = fillForm(sampleTemplate, { likely: "NEGATIVE" });
const compare = (after: AssessmentContent, before = first): QuestionDifference[] =>
  compareRevisions(revision(1, before), revision(2, after)).questions;

const SIGNS = { same: "", removed: "-", added: "+" } as const;
const show = (questions: readonly QuestionDifference[]) =>
  questions.map(({ question, rows }) => [
    question,
    ...rows.map(
      ({ place, change, fields }) =>
        `${place} ${change}: ${fields
          .map(
            ({ field, runs }) =>
              `${field} ${runs.map(({ kind, text }) => `${SIGNS[kind]}[${text}]`).join("")}`,
          )
          .join("; ")}`,
    ),
  ]);

const citation: PinnedEvidence = sampleEvidence({
  id: "e1",
  kind: "OBSERVATION",
  title: "Survey of carers, 2019",
  period: "2019-20",
  asOf: "2020-03-31",
  source: "Committee paper",
  pinnedAt: "2020-01-01T00:00:00.000Z",
  contentHash: "h1",
});
const withEvidence = (content: AssessmentContent, ...evidence: PinnedEvidence[]): AssessmentContent => ({
  ...content,
  evidence,
});
const withActions = (content: AssessmentContent, change: (id: number) => object): AssessmentContent => ({
  ...content,
  improvementActions: content.improvementActions.map((action, index) => ({
    ...action,
    id: `new-${index}`,
    ...change(index),
  })),
});

describe("what changed", () => {
  test.each<[string, AssessmentContent, (string | null)[][]]>([
    ["nothing", first, []],
    [
      "a word of an answer",
      withAnswer(first, "change", null, { text: "Written for the change." }),
      [["change", "change CHANGED: Text [Written for ]+[the ][change.]"]],
    ],
    [
      "a choice, as a whole",
      withAnswer(first, "aims", "one", { choice: "NO" }),
      [["aims", "aims.one CHANGED: Answer -[Yes]+[No]"]],
    ],
    [
      "a date, as a whole",
      withAnswer(first, "started", null, { text: "2020-02-06" }),
      [["started", "started CHANGED: Answer -[6 January 2020]+[6 February 2020]"]],
    ],
    [
      "a date still to come",
      withAnswer(first, "completed", null, { text: "TBC" }),
      [["completed", "completed CHANGED: Answer -[3 February 2020]+[To be confirmed]"]],
    ],
    [
      "a characteristic's row, field by field",
      withCharacteristic(first, "REPORT", "AGE", {
        affected: true,
        direction: "NEGATIVE",
        comments: "Stairs",
      }),
      [
        [
          "likely-rows",
          "likely-rows.AGE CHANGED: Affected -[No]+[Yes]; Direction +[Negative]; Comments +[Stairs]",
        ],
      ],
    ],
    [
      "a right's justification",
      withRight(first, "REPORT", "CONVENTION-8", {
        affected: true,
        justification: {
          prescribedByLaw: "Care Act 2014",
          legitimateAim: null,
          necessary: null,
          proportionate: null,
        },
      }),
      [
        [
          "likely-rights",
          "likely-rights.CONVENTION-8 CHANGED: Affected -[No]+[Yes]; Allowed by +[Care Act 2014]",
        ],
      ],
    ],
    ["the ids of actions alone", withActions(first, () => ({})), []],
    [
      "an action's date, whatever its id",
      withActions(first, (index) => (index === 0 ? { due: "2020-07-01" } : {})),
      [["plan-actions", "plan-actions CHANGED: By when -[30 June 2020]+[1 July 2020]"]],
    ],
    [
      "a citation that came",
      withEvidence(first, citation),
      [["change", "change ADDED: Evidence +[Survey of carers, 2019]; Figure +[42%]"]],
    ],
  ])("%s", (_name, after, expected) => {
    expect(show(compare(after))).toEqual(expected);
  });

  test("an answer that is hidden now counts as gone, and one that is asked again as new", () => {
    const screened = fillForm(sampleTemplate, { likely: "NEUTRAL", "needs-report": "NO" });
    const gone = compare(screened);
    expect(gone.find(({ question }) => question === "findings")?.rows.map(({ change }) => change)).toEqual([
      "REMOVED",
      "REMOVED",
    ]);
    const back = compare(first, screened);
    expect(back.find(({ question }) => question === "findings")?.rows.map(({ change }) => change)).toEqual([
      "ADDED",
      "ADDED",
    ]);
  });

  test("an action that went and another that came", () => {
    const [kept, ...others] = first.improvementActions;
    const other = {
      id: "other",
      objective: "Shorter waits for visits",
      action: "Hire two drivers",
      target: "Ten minutes",
      officer: "Fleet manager",
      due: "2021-01-01",
      fromQuestion: null,
    };
    const after = { ...first, improvementActions: [other, ...others] };
    const [plan] = compare(after);
    expect(plan?.rows.map(({ change, fields }) => [change, fields[0]?.runs[0]?.text])).toEqual([
      ["ADDED", "Shorter waits for visits"],
      ["REMOVED", kept?.objective],
    ]);
  });

  test("a citation whose figure was pinned anew is the same citation with another figure", () => {
    const before = withEvidence(first, citation);
    const after = withEvidence(first, { ...citation, id: "e2", display: "45%", contentHash: "h2" });
    expect(show(compare(after, before))).toEqual([["change", "change CHANGED: Figure -[42%]+[45%]"]]);
  });

  test("who wrote it, by job title", () => {
    const helper: SealedPerson = { role: "CONTRIBUTOR", userId: "u2", jobTitle: "Analyst" };
    const { questions } = compareRevisions(revision(1, first), revision(2, first, [LEAD, helper]));
    expect(questions).toMatchObject([
      { question: null, rows: [{ place: "assessment", label: "Contributor", change: "ADDED" }] },
    ]);
  });

  test("questions are named, in the order of the form", () => {
    const after = withAnswer(withAnswer(first, "reduce", "a", { text: "More" }), "title", null, {
      text: "New",
    });
    expect(compare(after).map(({ question, number, label }) => [question, number, label])).toEqual([
      ["title", null, expect.any(String)],
      ["reduce", "17", expect.any(String)],
    ]);
  });

  test("a question that the later form no longer has comes last, under its own name", () => {
    const shorter = {
      ...sampleTemplate,
      questions: sampleTemplate.questions.filter(({ key }) => key !== "who"),
    };
    const { questions } = compareRevisions(revision(1, first), revision(2, first, [LEAD], shorter));
    expect(questions.map(({ question }) => question)).toEqual(["who"]);
    expect(questions[0]?.rows[0]?.change).toBe("REMOVED");
  });
});

describe("property", () => {
  const cells = first.answers.filter(({ text, choice }) => text !== null && choice === null);
  const anyEdit = fc.record({
    cell: fc.constantFrom(...cells),
    text: fc.constantFrom("", "Written anew.", "Written for nobody at all", " "),
  });
  const edited = (edits: readonly { cell: (typeof cells)[number]; text: string }[]): AssessmentContent =>
    edits.reduce((content, { cell, text }) => withAnswer(content, cell.question, cell.part, { text }), first);

  test("a revision never differs from itself, and no difference is empty", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
        const after = edited(edits);
        expect(compare(after, after)).toEqual([]);
        for (const { rows } of compare(after)) {
          expect(rows.length).toBeGreaterThan(0);
          for (const { fields } of rows)
            expect(fields.every(({ runs }) => runs.some(({ kind }) => kind !== "same"))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("the other way round, what was added was removed", () => {
    const turn = { ADDED: "REMOVED", REMOVED: "ADDED", CHANGED: "CHANGED" } as const;
    const summary = (questions: QuestionDifference[]) =>
      questions.flatMap(({ rows }) => rows.map(({ place, change }) => `${place} ${change}`)).sort();
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
        const after = edited(edits);
        const back = compare(first, after).map((each) => ({
          ...each,
          rows: each.rows.map((row) => ({ ...row, change: turn[row.change] })),
        }));
        expect(summary(compare(after))).toEqual(summary(back));
      }),
      { numRuns: 30 },
    );
  });
});
