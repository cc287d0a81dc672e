import { readDocx } from "@due-regard/docx/testing/read-docx";
import { findFaults } from "@due-regard/pdf/testing/find-faults";
import { readPdf } from "@due-regard/pdf/testing/read-pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { plantAssessment } from "../../../testing/signed-assessments.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

const SCRUTINY = "scrutiny@example.org";
const LEAD = "lead.officer@example.org";
const NOW = "2026-11-28T10:00:00Z";

let api: TestApi;
let references: Record<"centre" | "withdrawn" | "draft", string>;
beforeAll(async () => {
  api = await createTestApi();
  references = {
    centre: await plantAssessment(api, {
      title: "Closing a day centre",
      status: "SIGNED_OFF",
      impacts: [["SCREENING", "DISABILITY", true, "NEGATIVE"]],
      rights: [8],
      actions: [{ action: "Ask disabled people", due: "2026-12-30" }],
      signedAt: "2026-02-20T10:00:00Z",
    }),
    withdrawn: await plantAssessment(api, {
      title: "A charge",
      status: "SUPERSEDED",
      impacts: [["SCREENING", "AGE", true, "NEGATIVE"]],
    }),
    draft: await plantAssessment(api, { title: "Not finished", status: "DRAFT", impacts: [] }),
  };
});
afterAll(() => api.close());

const QUERY = `query ($filter: AssessmentFilter!) { committeePack(filter: $filter) {
  text parts { heading paragraphs } references { reference details } assessments { reference } leftOut { reference } } }`;

const ask = async (filter: object, email = SCRUTINY) => {
  const { data, errors } = await api.as(email)(QUERY, { filter });
  expect(errors).toEqual([]);
  return data.committeePack;
};

describe("the pack for a committee", () => {
  it("says what the named signed assessments say, and leaves out what is not signed", async () => {
    const pack = await ask({ references: Object.values(references) }, LEAD);
    expect(pack.assessments.map(({ reference }: { reference: string }) => reference)).toEqual([
      references.centre,
      references.withdrawn,
    ]);
    expect(pack.leftOut).toEqual([{ reference: references.draft }]);
    expect(pack.parts[1].paragraphs).toEqual([
      `“Closing a day centre” (${references.centre}) was assessed in a screening. The lead officer signed it on 20 February 2026, and the chair of the departmental equalities group signed it off on 20 February 2026.`,
      expect.stringMatching(
        /^It finds that disabled people are affected negatively\. It gives no answer about /,
      ),
      "It says that this Convention right is engaged: Article 8 (Respect for private and family life, home and correspondence). Its improvement plan has 1 action, still open, the first due by 30 December 2026.",
    ]);
    expect(pack.text).toContain("A later assessment has taken its place.");
    expect(pack.references[0].details[0]).toMatch(
      /^Revision 1, as signed\. Fingerprint \(SHA-256\): [0-9a-f]{64}$/,
    );
  });

  it("takes those in force where a plan, a year or a department is chosen, and none where nothing is", async () => {
    expect((await ask({ year: "2025-26" })).assessments).toEqual([{ reference: references.centre }]);
    expect((await ask({})).text).toContain("No signed equality and human rights impact assessment is named");
  });

  it("says nothing of what somebody may not read, in words or in numbers", async () => {
    const hidden = await ask({ references: Object.values(references) }, "other.department@example.org");
    expect(hidden).toEqual(await ask({ references: ["EHRIA-1999-0001"] }, "other.department@example.org"));
  });

  it("is one document with the dashboard's appendix turned the other way, in which nobody is named", async () => {
    const people = await api.database.sql<{ name: string }[]>`select name from users`;
    const make = async (ending: string, more: Record<string, string[]> = {}, email = SCRUTINY) => {
      const request = {
        db: api.database.db,
        viewer: await api.viewer(email),
        now: NOW,
        baseUrl: "https://x.example",
      };
      const made = await DOWNLOADS.pack?.make(ending, request, { reference: [references.centre], ...more });
      if (!made?.ok) throw new Error(JSON.stringify(made));
      return made.value.bytes;
    };
    const dashboard = { organisation: ["E10000018"], period: ["2019-04/2019-11"] };
    const { parts, paragraphs } = readDocx(await make("docx", dashboard));
    const headings = paragraphs.filter(({ style }) => style.startsWith("Heading")).map(({ text }) => text);
    expect(headings.slice(0, 4)).toEqual([
      "Equality and human rights implications",
      `Closing a day centre (${references.centre})`,
      "What follows",
      "Signed assessments",
    ]);
    expect(headings).toContain("Headline counts");
    expect(parts["word/document.xml"]).toMatch(/w:orient="portrait"[\s\S]*w:orient="landscape"/);
    const plain = readDocx(await make("docx"));
    const everything = Object.values(plain.parts).join("\n");
    expect(people.filter(({ name }) => everything.includes(name.replace(" (demo)", "")))).toEqual([]);
    const pdf = await readPdf(await make("pdf", dashboard));
    expect(findFaults(pdf)).toEqual([]);
    expect(pdf.artifacts[0]).toContain("As at 28 November 2026");
  });
});
