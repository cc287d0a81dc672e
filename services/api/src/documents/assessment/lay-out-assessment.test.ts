import { readCountyTemplate, readHomeCareDraft } from "@due-regard/database/sample-data/ehria/read-forms";
import type { Block, BlockDocument, Table } from "@due-regard/document/document";
import type { AssessmentContent, PinnedEvidence } from "@due-regard/domain/ehria/content";
import { findFormProblems } from "@due-regard/domain/ehria/form/completeness";
import { readForm } from "@due-regard/domain/ehria/form/visibility";
import { shippedReferenceData } from "@due-regard/domain/ehria/reference-data";
import { fillForm, withAnswer } from "@due-regard/domain/ehria/testing/fill-form";
import { ASSESSMENT_STATUSES } from "@due-regard/domain/ehria/vocabulary";
import { describe, expect, it } from "vitest";
import type { AssessmentRecord, DocumentSignature } from "./assessment-record.ts";
import { AUDIENCES, type Audience } from "./audiences.ts";
import { layOutAssessment } from "./lay-out-assessment.ts";
import { statusLine } from "./status-line.ts";

const template = await readCountyTemplate();
const draft = await readHomeCareDraft(template);
const AS_AT = "2026-01-05T09:00:00Z";

const recordOf = (change: Partial<AssessmentRecord> = {}): AssessmentRecord => ({
  template,
  content: draft.content,
  references: shippedReferenceData("2026-01-05"),
  about: {
    reference: "EHRIA-2019-0001",
    title: "Home care",
    status: "DRAFT",
    revision: 2,
    department: "Adults and Communities",
    lead: { name: "Name of lead", jobTitle: "Commissioning manager" },
    contributors: [{ name: "Name of helper", jobTitle: "Officer" }],
    startedOn: "2019-11-15",
    completedOn: null,
    reviewDueOn: null,
    source: null,
    isDemo: true,
    contentHash: "abc123",
  },
  signatures: [],
  doubts: new Map(),
  origins: new Map(),
  changedEvidence: new Map(),
  findings: null,
  ...change,
});

const layOut = (change: Partial<AssessmentRecord> = {}, audience: Audience = "COLLEAGUES"): BlockDocument =>
  layOutAssessment(recordOf(change), { audience, asAt: AS_AT });

const headings = ({ blocks }: BlockDocument): string[] =>
  blocks.flatMap((block) => (block.kind === "heading" ? [`${block.level} ${block.text}`] : []));
const tableNamed = ({ blocks }: BlockDocument, caption: RegExp): Table | undefined =>
  blocks.find((block): block is Table => block.kind === "table" && caption.test(block.caption));
const cellTexts = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join(" | ")));
const under = ({ blocks }: BlockDocument, name: string): Block[] => {
  const start = blocks.findIndex((block) => block.kind === "heading" && block.text === name);
  const end = blocks.findIndex((block, index) => index > start && block.kind === "heading");
  return blocks.slice(start + 1, end);
};

/** A whole form with its report, in which every text is one of its own. */
const whole: AssessmentContent = fillForm(template, {
  "likely-impact": "NEGATIVE",
  "monitoring-systems.a": "NO",
});

const pinned = (change: Partial<PinnedEvidence>): PinnedEvidence => ({
  id: "e1",
  question: "target-groups",
  part: null,
  kind: "OBSERVATION",
  title: "Delayed discharges",
  display: "12.2%",
  period: "2019-04/2019-11",
  asOf: "2019-11-30",
  source: "A paper",
  url: null,
  note: "Why it matters",
  knownSince: null,
  groups: [],
  file: null,
  fileState: null,
  pinnedAt: "2026-01-02T10:00:00Z",
  contentHash: "x",
  ...change,
});

describe("an assessment as a document", () => {
  it.each([
    ["the home care draft", draft.content],
    ["a form with its report", whole],
  ])("has one heading for each question that is asked, in the order of the form: %s", (_name, content) => {
    const asked = readForm(template, content).questions.filter((each) => each.asked === "TRUE");
    const expected = asked.map(({ question: { number, label } }) => (number ? `${number}. ${label}` : label));
    const names = headings(layOut({ content })).map((each) => each.slice(2));
    expect(names.filter((name) => expected.includes(name))).toEqual(expected);
  });

  it("never skips a level of headings", () => {
    const levels = headings(layOut({ content: whole })).map((each) => Number(each[0]));
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });

  it("has a row for each of the eleven characteristics and the fifteen rights, answered or not", () => {
    const document = layOut();
    const characteristics = cellTexts(tableNamed(document, /^Who may be affected/));
    expect(characteristics.length).toBe(11);
    expect(characteristics[0]?.slice(0, 2)).toEqual(["Age", "Affected: which way?"]);
    const rights = cellTexts(tableNamed(document, /^Which rights/));
    expect(rights.length).toBe(15);
    expect(rights.find(([name]) => name?.includes("article 8"))?.slice(0, 2)).toEqual([
      "The Convention, article 8: Respect for private and family life, home and correspondence | Qualified right",
      "Affected",
    ]);
  });

  it("shows both stages and the plan once a report is asked for", () => {
    const document = layOut({ content: whole });
    expect(document.blocks.filter((block) => block.kind === "table" && block.rows.length === 15).length).toBe(
      2,
    );
    const plan = cellTexts(tableNamed(document, /^Actions/));
    expect(plan.map(([objective]) => objective)).toContainEqual(expect.stringMatching(/\| From question 9$/));
    expect(plan[0]?.slice(3)).toEqual(["Service Manager", "30 June 2020"]);
  });

  it("leaves out what doesn't count, and says which sections are not required", () => {
    const hidden = withAnswer(draft.content, "report-findings", "a", { text: "Hidden words" });
    const question = template.questions.find(({ section }) => section === "report");
    const kept = withAnswer(hidden, question?.key ?? "", null, { text: "Hidden words" });
    const document = layOut({ content: kept });
    expect(JSON.stringify(document)).not.toContain("Hidden words");
    expect(under(document, "Section 3: Report")).toEqual([{ kind: "paragraph", text: "Not required." }]);
  });

  it("shows a forced answer with its reason, and every part with its explanation", () => {
    const document = layOut({ content: whole });
    const forced = under(document, "14. Is a report required?").map((block) => "text" in block && block.text);
    expect(forced).toContain("Yes");
    expect(forced.length).toBeGreaterThan(2);
    const aims = cellTexts(tableNamed(document, /three aims/));
    expect(aims.map(([, answer, words]) => [answer, words !== ""])).toEqual([
      ["Yes", true],
      ["Yes", true],
      ["Yes", true],
    ]);
  });

  it("writes dates out, and says what is not answered or still to be confirmed", () => {
    const document = layOut();
    expect(under(document, "Date started").at(-1)).toEqual({ kind: "paragraph", text: "15 November 2019" });
    expect(under(document, "Date completed").at(-1)).toEqual({ kind: "paragraph", text: "To be confirmed" });
    expect(under(document, "Telephone").at(-1)).toMatchObject({ text: "Not answered." });
  });

  it("numbers the evidence, as it stood, and says what changed since", () => {
    const evidence = [pinned({}), pinned({ id: "e2", question: "potential-impact", part: "AGE" })];
    const changedEvidence = new Map([["e2", "11.0%"]]);
    const document = layOut({ content: { ...draft.content, evidence }, changedEvidence });
    const rows = cellTexts(tableNamed(document, /^Evidence as/));
    expect(rows[0]).toEqual([
      "1",
      "Delayed discharges | Why it matters | Source: A paper",
      "12.2% | April to November 2019",
      "For question 3 | Cited on 2 January 2026",
    ]);
    expect(rows[1]?.slice(2)).toEqual([
      "12.2% | April to November 2019 | Changed since cited: now 11.0%.",
      "For question 10: Age | Cited on 2 January 2026",
    ]);
    expect(under(document, "3. Who is affected")).toContainEqual(
      expect.objectContaining({ text: "Evidence cited: 1. See “Evidence cited” below." }),
    );
    expect(cellTexts(tableNamed(document, /^Who may/))[0]?.[2]).toContain("Evidence cited: 2.");
  });

  it("shows what the checker found only where that is asked for", () => {
    expect(headings(layOut())).not.toContain("2 What the checker found");
    const [problem] = findFormProblems(readForm(template, draft.content));
    if (problem === undefined) throw new Error("The draft is complete");
    const { place, path } = problem;
    const rule = "required-part-unanswered" as const;
    const found = {
      rule,
      weight: "BLOCKS" as const,
      place,
      path,
      otherPlaces: [],
      message: "Why",
      remedy: "How",
    };
    const document = layOut({ findings: [found] });
    expect(cellTexts(tableNamed(document, /^Must be put right/))).toEqual([["Date completed", "Why", "How"]]);
    expect(headings(layOut({ findings: [found] }, "PUBLIC"))).not.toContain("2 What the checker found");
  });

  it("gives the same for the same", () => {
    expect(layOut()).toEqual(layOut());
  });
});

const signature = (change: Partial<DocumentSignature> = {}): DocumentSignature => ({
  role: "LEAD_OFFICER",
  signatory: { name: "Name of lead", jobTitle: "Commissioning manager" },
  statement: "I led this.",
  signedAt: "2026-03-03T23:30:00Z",
  valid: true,
  ...change,
});

describe("its status, on every page", () => {
  it.each([
    ["DRAFT", [], "Draft, revision 2, not signed"],
    ["IN_REVIEW", [signature()], "In review, revision 2, signed by the lead officer on 3 March 2026"],
    [
      "SIGNED_OFF",
      [signature(), signature({ role: "DEG_CHAIR", signedAt: "2026-04-01T09:00:00Z" })],
      "Signed off, revision 2, signed by the lead officer on 3 March 2026 and by the chair on 1 April 2026",
    ],
    ["IN_REVIEW", [signature({ valid: false })], "In review, revision 2, with a signature that is not valid"],
  ] as const)("%s", (status, signatures, words) => {
    const record = recordOf({ signatures, about: { ...recordOf().about, status } });
    expect(statusLine(record)).toBe(words);
    const { running } = layOutAssessment(record, { audience: "COLLEAGUES", asAt: AS_AT });
    expect(running.header).toBe(`EHRIA-2019-0001. ${words}`);
  });

  it("has words for every status", () => {
    for (const status of ASSESSMENT_STATUSES)
      expect(statusLine(recordOf({ about: { ...recordOf().about, status } }))).toMatch(
        /^[A-Z].*, revision 2, /,
      );
  });
});

describe("who it is for", () => {
  const withheld = template.questions.filter(({ publication }) => publication === "WITHHOLD");
  const content = withheld.reduce(
    (before, { key }) => withAnswer(before, key, null, { text: "0116 496 0000" }),
    whole,
  );
  const record = {
    content,
    signatures: [signature()],
    doubts: new Map([["date-completed", ["A doubtful reading"]]]),
    origins: new Map([["date-completed", ["Copied from elsewhere"]]]),
  };

  const inside = ["Name of lead", "Name of helper", "A doubtful reading", "Copied from", "0116 496 0000"];

  it("names people to colleagues, with what is doubtful, and where words were copied from", () => {
    const text = JSON.stringify(layOut(record));
    for (const word of inside) expect(text).toContain(word);
  });

  it("shows the public job titles alone, and nothing that the form withholds", () => {
    expect(withheld.length).toBeGreaterThan(0);
    const text = JSON.stringify(layOut(record, "PUBLIC"));
    expect(text).toContain("Commissioning manager");
    for (const word of inside) expect(text).not.toContain(word);
  });

  it.each(AUDIENCES)("has its signatures: %s", (audience) => {
    const rows = cellTexts(tableNamed(layOut(record, audience), /^Signatures/));
    expect(rows.map(([, by]) => by)).toEqual([
      expect.stringContaining("Commissioning manager"),
      "Not signed",
    ]);
  });
});
