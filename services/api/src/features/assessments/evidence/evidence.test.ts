import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAILURE, findFigure, finishScreening, HOME_CARE, submit } from "../../../testing/home-care.ts";
import { COUNTY, RECORD } from "../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

const LEAD = "lead.officer@example.org";
const ANALYST = "analyst@example.org";

const EVIDENCE = `
  id kind place url host note changedSincePinned
  observation { id display }
  strategyElement { title }
  pinned {
    title display value period source on knownSince hash
    groups { characteristic category display value }
  }
  change { changedAt note source period { code } parts { category before now } }
  newer { display period { code } }
`;
const LINK = `mutation ($input: LinkEvidenceInput!) {
  linkEvidence(input: $input) { __typename ... on EvidenceLinked { evidence { ${EVIDENCE} } } ${FAILURE} }
}`;
const RECITE = `mutation ($input: ReciteEvidenceInput!) {
  reciteEvidence(input: $input) { __typename ... on EvidenceLinked { evidence { ${EVIDENCE} } } ... on Conflict { conflicts { theirs yours } } ${FAILURE} }
}`;
const NOTE = `mutation ($input: SaveEvidenceNoteInput!) {
  saveEvidenceNote(input: $input) { __typename ... on EvidenceLinked { evidence { ${EVIDENCE} } } ... on Conflict { conflicts { theirs yours } } ${FAILURE} }
}`;
const UNLINK = `mutation ($input: UnlinkEvidenceInput!) {
  unlinkEvidence(input: $input) { __typename ${FAILURE} }
}`;
const READ = `query ($reference: String!) { assessment(reference: $reference) { contentHash evidence { ${EVIDENCE} } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: what was asked for
type Loose = any;

const send = async (source: string, input: object, email = LEAD): Promise<Loose> => {
  const { data, errors } = await api.as(email)(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};
/** About the home care draft. */
const about = (source: string, input: object): Promise<Loose> =>
  send(source, { reference: HOME_CARE, ...input });
const link = async (input: object): Promise<Loose> => {
  const answer = await about(LINK, { place: "policy-change", ...input });
  expect(answer).toMatchObject({ __typename: "EvidenceLinked" });
  return answer.evidence;
};
const read = async (email = LEAD, scopes?: Parameters<TestApi["as"]>[1]): Promise<Loose> =>
  (await api.as(email, scopes)(READ, { reference: HOME_CARE })).data.assessment;
const readOne = async (id: string): Promise<Loose> =>
  (await read()).evidence.find((each: Loose) => each.id === id);
const problemOf = (answer: Loose) => [answer.__typename, answer.problems?.[0]?.message ?? answer.message];

const figure = { metric: "1E", organisation: COUNTY, period: "2023-24" };
const record = async (figures: object[]) => {
  const recorded = await send(RECORD, { figures }, ANALYST);
  expect(problemOf(recorded)[0]).toBe("ObservationsRecorded");
  return recorded.observations;
};
const group = (
  category: string,
  value: string,
  numerator: string,
  denominator: string,
  more: object = {},
) => ({
  ...figure,
  value,
  numerator,
  denominator,
  breakdown: { characteristic: "SEX", category },
  ...more,
});
const basedOn = ({ recordedAt }: { recordedAt: string }) => ({ basedOnRecordedAt: recordedAt });

describe("a figure", () => {
  let cited: Loose;
  let total: Loose;

  it("is pinned with what it says, since when it is known, and its groups under disclosure control", async () => {
    const rows = await record([
      { ...figure, value: "61.40" },
      group("Women", "64.13", "73213", "114163"),
      group("Men", "58.87", "73342", "124583"),
      group("Another sex", "42.86", "3", "7"),
    ]);
    total = rows[0];
    cited = await link({ observation: total.id, groups: ["SEX"], note: "Fewer men" });
    expect(cited).toMatchObject({
      kind: "OBSERVATION",
      note: "Fewer men",
      changedSincePinned: false,
      change: null,
      pinned: {
        display: "61.40%",
        value: "61.40",
        period: "2023-24",
        on: "2024-03-31",
        groups: [
          { category: "Another sex", display: "Suppressed to protect privacy", value: null },
          { category: "Men", display: "59% (73,340 out of 124,585)", value: "59" },
          { category: "Women", display: "Suppressed to protect privacy", value: null },
        ],
      },
    });
    expect(Date.parse(cited.pinned.knownSince)).toBe(Date.parse(total.recordedAt));
  });

  it("is not cited twice in one place, nor with groups that there are none of", async () => {
    const twice = await about(LINK, { place: "policy-change", observation: total.id });
    expect(problemOf(twice)).toEqual(["ValidationError", "This is cited here already."]);
    const none = await about(LINK, { place: "target-groups", observation: total.id, groups: ["AGE"] });
    expect(problemOf(none)).toEqual([
      "ValidationError",
      "This figure has no breakdown by that protected characteristic.",
    ]);
  });

  it("that was revised shows both values, their period and when it changed; so do its groups", async () => {
    const note = "A team had been left out.";
    const [revised] = await record([{ ...figure, value: "62.10", note, ...basedOn(total) }]);
    const now = await readOne(cited.id);
    expect(now).toMatchObject({
      changedSincePinned: true,
      pinned: cited.pinned,
      change: {
        note,
        source: null,
        period: { code: "2023-24" },
        parts: [{ category: null, before: "61.40%", now: "62.10%" }],
      },
    });
    expect(Date.parse(now.change.changedAt)).toBe(Date.parse(revised.recordedAt));
    const { data } = await api.as(ANALYST)(
      `{ metric(code: "1E") { observations(organisation: "${COUNTY}", from: "2023-24", to: "2023-24", breakdown: { characteristic: SEX, category: "Men" }) { edges { node { recordedAt } } } } }`,
    );
    const [men] = data.metric.observations.edges;
    await record([group("Men", "60.00", "75000", "125000", basedOn(men.node))]);
    expect((await readOne(cited.id)).change.parts).toEqual([
      { category: null, before: "61.40%", now: "62.10%" },
      { category: "Men", before: "59% (73,340 out of 124,585)", now: "60% (75,000 out of 125,000)" },
    ]);
    // Who may not read figures is told that it changed, and no figure.
    const [unread] = (await read(LEAD, ["read:assessments"])).evidence;
    expect(unread).toMatchObject({ changedSincePinned: true, change: null, newer: null, observation: null });
  });

  it("is cited anew with a new pin, and the history keeps the old one; a retry does it once", async () => {
    const basedOnHash = cited.pinned.hash;
    const input = { evidence: cited.id, basedOnHash, idempotencyKey: "anew" };
    const anew = await about(RECITE, input);
    expect(anew.evidence).toMatchObject({
      id: cited.id,
      note: "Fewer men",
      changedSincePinned: false,
      pinned: {
        display: "62.10%",
        value: "62.10",
        groups: [{}, { display: "60% (75,000 out of 125,000)" }, {}],
      },
    });
    expect(anew.evidence.pinned.hash).not.toBe(cited.pinned.hash);
    expect((await about(RECITE, input)).evidence.pinned).toEqual(anew.evidence.pinned);
    const rows = await api.database
      .sql`select reason, detail from audit_events where action = 'evidence.cited-anew'`;
    expect(rows.length).toBe(1);
    expect(rows[0]?.detail.before).toMatchObject({ display: "61.40%", value: "61.40", groups: [{}, {}, {}] });
    expect(rows[0]?.reason).toContain("61.40% before, 62.10% now");
    const nowhere = { evidence: btoa("EvidenceLink:5f0c7a52-1111-4222-8333-444455556666"), basedOnHash };
    expect(problemOf(await about(RECITE, nowhere))[0]).toBe("NotFound");
  });

  it("that a colleague cited anew meanwhile is a conflict, unless both cite the same", async () => {
    const stale = { evidence: cited.id, basedOnHash: cited.pinned.hash };
    expect((await about(RECITE, stale)).evidence.pinned.display).toBe("62.10%");
    const other = await findFigure(api.as(LEAD), "LOCAL-delay", "2019-04/2019-11");
    expect(await about(RECITE, { ...stale, observation: other.id })).toMatchObject({
      __typename: "Conflict",
      message: expect.stringContaining("Somebody else cited this anew"),
      conflicts: [{ theirs: "62.10%", yours: "12.2%" }],
    });
    const rows = await api.database.sql`select 1 from audit_events where action = 'evidence.cited-anew'`;
    expect(rows.length).toBe(1);
    cited = await readOne(cited.id);
  });

  it("shows a newer one of the same series, which can be cited in its place", async () => {
    const [later] = await record([{ ...figure, period: "2024-25", value: "63.0" }]);
    await record([{ ...figure, period: "2024-04/2024-11", value: "60.0" }]);
    expect((await readOne(cited.id)).newer).toEqual({ display: "63.0%", period: { code: "2024-25" } });
    const anew = await about(RECITE, {
      evidence: cited.id,
      basedOnHash: cited.pinned.hash,
      observation: later.id,
    });
    expect(anew.evidence).toMatchObject({
      pinned: { display: "63.0%", period: "2024-25", groups: [] },
      newer: null,
    });
  });
});

it("has a note that can be changed, unless somebody else wrote another meanwhile", async () => {
  const cited = await link({ url: "https://example.org/noted", place: "assessment", note: "One" });
  expect(cited).toMatchObject({ place: "assessment", note: "One" });
  const change = (input: object) => about(NOTE, { evidence: cited.id, ...input });
  const changed = await change({ note: " Two ", basedOnNote: "One" });
  expect(changed.evidence).toMatchObject({ note: "Two", pinned: cited.pinned });
  expect((await change({ note: "Two", basedOnNote: "One" })).__typename).toBe("EvidenceLinked");
  const both = [{ theirs: "Two", yours: "Three" }];
  expect((await change({ note: "Three", basedOnNote: "One" })).conflicts).toMatchObject(both);
  expect(problemOf(await change({ note: "x".repeat(1_001), basedOnNote: "Two" }))[1]).toContain("1,000");
  expect((await change({ note: null, basedOnNote: "Two" })).evidence.note).toBeNull();
  expect((await about(UNLINK, { evidence: cited.id })).__typename).toBe("AssessmentSaved");
});

describe("a web page", () => {
  it("is stored in one form, with its host and what it is", async () => {
    const cited = await link({ url: " HTTPS://www.GOV.uk:443/guidance#part ", title: " Guid\u202eance " });
    expect(cited).toMatchObject({
      kind: "LINK",
      url: "https://www.gov.uk/guidance#part",
      host: "www.gov.uk",
      changedSincePinned: false,
      change: null,
      pinned: { title: "Guidance", display: "https://www.gov.uk/guidance#part" },
    });
    const earlier = await link({ url: "https://example.org/seen", seenOn: "2026-01-31" });
    expect(earlier.pinned.on).toBe("2026-01-31");
    const again = await about(LINK, { place: "policy-change", url: "https://www.gov.uk/guidance#part" });
    expect(problemOf(again)[1]).toBe("This is cited here already.");
  });

  it.each<[object, string]>([
    [{ url: "javascript:alert(1)" }, "starts with https://"],
    [{ url: "https://me:secret@example.org/" }, "name and password"],
    [{ url: "https://example.org/", title: "x".repeat(301) }, "up to 300 characters"],
    [{ url: "https://example.org/", note: "x".repeat(1_001) }, "up to 1,000 characters"],
    [{ url: "https://example.org/", groups: ["SEX"] }, "Only a figure has a breakdown."],
    [{ url: "https://example.org/", place: "no-such-question" }, "no such question or part"],
    [{ url: "https://example.org/", seenOn: "2999-01-01" }, "today or earlier"],
    [{ file: "5f0c7a52-1111-4222-8333-444455556666", seenOn: "2026-01-31" }, "Only of a web page"],
    [{}, "Cite one thing"],
    [{ url: "https://example.org/", file: "5f0c7a52-1111-4222-8333-444455556666" }, "Cite one thing"],
    [{ file: "5f0c7a52-1111-4222-8333-444455556666" }, "There is no such figure, element or file"],
    [{ file: "' or true" }, "There is no such figure, element or file"],
  ])("what can’t be taken is refused in words (%#)", async (input, message) => {
    const before = (await read()).evidence.length;
    expect(problemOf(await about(LINK, { place: "policy-change", ...input }))[1]).toContain(message);
    expect((await read()).evidence.length).toBe(before);
  });
});

it("goes into what is signed, as pinned; sealed, it can neither be cited anew nor taken out", async () => {
  await finishScreening(api.as(LEAD));
  const delay = await findFigure(api.as(LEAD), "LOCAL-delay", "2019-04/2019-11");
  const before = (await read()).contentHash;
  const cited = await link({ observation: delay.id });
  expect((await read()).contentHash).not.toBe(before);
  expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
  const [revision] = await api.database
    .sql`select sealed_content from assessment_revisions where sealed_at is not null`;
  const sealed = JSON.parse(revision?.sealed_content).evidence;
  const { hash, title } = cited.pinned;
  expect(sealed.find((each: Loose) => each.contentHash === hash)).toMatchObject({
    title,
    display: "12.2%",
    file: null,
    groups: [],
  });
  for (const answer of [
    await about(RECITE, { evidence: cited.id, basedOnHash: cited.pinned.hash }),
    await about(UNLINK, { evidence: cited.id }),
  ])
    expect(answer.__typename).toBe("NotAllowed");
  await expect(api.database.sql`update evidence_links set pinned_display = 'x'`).rejects.toMatchObject({
    code: "DR001",
  });
});
