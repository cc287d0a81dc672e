import { readDocx } from "@due-regard/docx/testing/read-docx";
import { findFaults } from "@due-regard/pdf/testing/find-faults";
import { findTags, readPdf } from "@due-regard/pdf/testing/read-pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { findFigure, finishScreening, HOME_CARE, LINK_EVIDENCE, submit } from "../../../testing/home-care.ts";
import { RECORD } from "../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";
const NOW = "2026-01-05T09:00:00Z";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const ask = async (ending: string, question: Record<string, string>, email = LEAD) => {
  const request = { db: api.database.db, viewer: await api.viewer(email), now: NOW };
  const parameters = Object.fromEntries(Object.entries(question).map(([name, value]) => [name, [value]]));
  const made = await DOWNLOADS.assessment?.make(ending, request, parameters);
  if (made === undefined) throw new Error("There is no such download");
  return made;
};
const bytesOf = async (ending: string, question: Record<string, string> = {}, email = LEAD) => {
  const made = await ask(ending, { reference: HOME_CARE, ...question }, email);
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
};
const docx = async (question: Record<string, string> = {}, email = LEAD) =>
  readDocx((await bytesOf("docx", question, email)).bytes);

const FINDINGS = "What the checker found";

describe("the home care draft as a document", () => {
  it("is a Word document with a heading for each question and its status on every page", async () => {
    const { fileName } = await bytesOf("docx");
    expect(fileName).toMatch(/^ehria-2019-0001-remodelling-.*\.docx$/);
    const { paragraphs, tables, header } = await docx();
    const headings = paragraphs.filter(({ style }) => style.startsWith("Heading")).map(({ text }) => text);
    expect(headings).toEqual(
      expect.arrayContaining(["1. What is changing and why", "10. Potential impact on each group"]),
    );
    expect(headings).not.toContain(FINDINGS);
    expect(header).toBe("EHRIA-2019-0001. Draft, revision 1, not signed");
    expect(tables.every(({ rows }) => rows[0]?.isHeading)).toBe(true);
    expect(paragraphs.some(({ text }) => text.startsWith("Doubt about the source: "))).toBe(true);
  });

  it("is a tagged PDF that says the same, in which no program finds a fault", async () => {
    const { bytes } = await bytesOf("pdf", { findings: "yes" });
    const pdf = await readPdf(bytes);
    expect(findFaults(pdf)).toEqual([]);
    expect(pdf.info).not.toHaveProperty("Author");
    const running = pdf.artifacts.filter((text) => text.includes("Draft, revision 1, not signed"));
    expect(running.length).toBeGreaterThan(5);
    expect(running.at(-1)).toContain(`Page ${running.length} of ${running.length}`);
    const word = await docx({ findings: "yes" });
    const headings = word.paragraphs.filter(({ style }) => style.startsWith("Heading"));
    const tags = findTags(pdf.root, "H1", "H2", "H3", "H4");
    const squeeze = (text: string) => text.replace(/\s/g, "");
    expect(tags.map(({ text }) => squeeze(text))).toEqual(headings.map(({ text }) => squeeze(text)));
    expect(tags.map(({ name }) => name.slice(1))).toEqual(headings.map(({ style }) => style.slice(-1)));
  });

  it("has what the checker found where that is asked for", async () => {
    const { paragraphs, tables } = await docx({ findings: "yes" });
    expect(paragraphs.some(({ text }) => text === FINDINGS)).toBe(true);
    expect(tables.find(({ rows }) => rows[0]?.cells[0]?.[0] === "Where")?.rows.length).toBe(1 + 18);
  });

  it("is read in few statements, however much it says", async () => {
    const viewer = await api.viewer(LEAD);
    const request = { db: api.database.db, viewer, now: NOW };
    const parameters = { reference: [HOME_CARE], findings: ["yes"] };
    const count = await api.countStatements(async () => {
      await DOWNLOADS.assessment?.make("docx", request, parameters);
    });
    // The head, the text, what judging takes, the people, the department and the paper.
    expect(count).toBe(6);
  });

  it.each([
    [{}, "Say which: reference=EHRIA-2026-0007."],
    [
      { reference: HOME_CARE, findings: "perhaps" },
      "“perhaps” is neither yes nor no. Write findings=yes, or leave it out.",
    ],
    [
      { reference: HOME_CARE, revision: "1" },
      "“revision” is not known here. These are: reference, findings.",
    ],
  ])("says in words what it can't read: %j", async (question, message) => {
    expect(await ask("docx", question as Record<string, string>)).toMatchObject({
      ok: false,
      failure: { kind: "VALIDATION", problems: [{ message }] },
    });
  });
});

describe("once it is signed", () => {
  beforeAll(async () => {
    const lead = api.as(LEAD);
    await finishScreening(lead);
    const figure = await findFigure(lead, "LOCAL-delay", "2019-04/2019-11");
    const input = {
      reference: HOME_CARE,
      place: "potential-impact.AGE",
      observation: figure.id,
      note: "Older",
    };
    await lead(LINK_EVIDENCE, { input });
    expect((await submit(lead)).__typename).toBe("AssessmentSaved");
  });

  it("says so on every page, and shows the signature and the evidence as it was cited", async () => {
    const { header, tables } = await docx();
    expect(header).toMatch(/^EHRIA-2019-0001\. In review, revision 1, signed by the lead officer on /);
    const signatures = tables.at(-1)?.rows.map(({ cells }) => cells[1]?.[0]);
    expect(signatures?.[1]).toContain("Commissioning manager");
    expect(signatures?.[2]).toBe("Not signed");
    const evidence = tables.at(-2)?.rows[1]?.cells;
    expect(evidence?.[2]).toEqual(["12.2%", "April to November 2019"]);
  });

  it("says when what was cited has changed since", async () => {
    const figure = {
      metric: "LOCAL-delay",
      organisation: "E10000018",
      period: "2019-04/2019-11",
      value: "11.1",
    };
    const analyst = api.as("analyst@example.org");
    const { data } = await analyst(
      `{ metric(code: "LOCAL-delay") { observations(organisation: "E10000018", from: "2019-04/2019-11", to: "2019-04/2019-11") { edges { node { recordedAt period { code } } } } } }`,
    );
    const known = data.metric.observations.edges.find(
      (edge: { node: { period: { code: string } } }) => edge.node.period.code === figure.period,
    );
    const figures = [{ ...figure, basedOnRecordedAt: known.node.recordedAt }];
    expect((await analyst(RECORD, { input: { figures } })).data.recordObservations.__typename).toBe(
      "ObservationsRecorded",
    );
    const { tables } = await docx({}, CHAIR);
    expect(tables.at(-2)?.rows[1]?.cells[2]).toContain("Changed since cited.");
  });
});
