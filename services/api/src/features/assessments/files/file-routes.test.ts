import { createHash } from "node:crypto";
import { connect } from "node:net";
import { FILE_LIMITS } from "@due-regard/domain/ehria/evidence/file-types";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../../schema.ts";
import { EICAR, type FakeClamd, startFakeClamd } from "../../../testing/fake-clamd.ts";
import { countFiles, fileOperations } from "../../../testing/file-operations.ts";
import { finishScreening, HOME_CARE, submit } from "../../../testing/home-care.ts";
import { makeExe, makePdf } from "../../../testing/make-files.ts";
import { RANDOM_REFERENCE } from "../../../testing/policy-actors.ts";
import type { Ask } from "../../../testing/test-api.ts";
import { signIn, startTestApp, type TestApp } from "../../../testing/test-app.ts";

const LEAD = "lead.officer@example.org";

let app: TestApp;
let clamd: FakeClamd;
/** The same database behind a server that has a scanner. */
beforeAll(async () => {
  clamd = await startFakeClamd();
  app = await startTestApp({ schema, sampleData: true, settings: { clamav: clamd.address } });
});
afterEach(() => {
  clamd.answer = null;
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});

const { upload, download, ask, tokenOf } = fileOperations(() => app);

// biome-ignore lint/suspicious/noExplicitAny: JSON as it came
type Loose = any;

const EVIDENCE = `query ($reference: String!) { assessment(reference: $reference) {
  fileAllowance { scans mostBytesOfOne mostFiles mostBytes types uploaded { id name } }
  findings { rule weight }
  evidence { id kind note pinned { title display hash file { name type bytes sha256 } } changedSincePinned change { parts { before now } }
    file { id name type bytes sha256 state scannedAt address uploadedBy { name } } }
} }`;
const read = async (): Promise<Loose> => (await ask(EVIDENCE, { reference: HOME_CARE })).data.assessment;
const citationOf = async (id: string): Promise<Loose> =>
  (await read()).evidence.find((each: Loose) => each.id === id);

const counts = () => countFiles(app);

/** As the lead officer who signed in just now: signing asks for that. */
const signedIn = async (): Promise<Ask> => {
  const browser = app.openBrowser();
  await signIn(browser, LEAD);
  return async (query, variables) => {
    const response = await browser.postJson("/graphql", { query, variables });
    const { data, errors = [] } = (await response.json()) as Loose;
    return { data, errors };
  };
};

describe("POST /files", () => {
  it("takes a file as it is, looks at it, cites it, and hands it out again byte by byte", async () => {
    const pdf = Buffer.concat([makePdf().subarray(0, -6), Buffer.alloc(700_000, 32), Buffer.from("%%EOF\n")]);
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    const { status, body } = await upload(pdf, {
      name: "C:\\My files\\Carers’ survey.exe",
      title: "The carers’ survey",
      note: "Page 3",
    });
    expect([status, body.state, body.name]).toEqual([201, "AVAILABLE", "Carers’ survey.pdf"]);
    expect(clamd.scanned.at(-1)).toBe(pdf.length);
    expect(await citationOf(body.id)).toMatchObject({
      kind: "FILE",
      note: "Page 3",
      changedSincePinned: false,
      pinned: {
        title: "The carers’ survey",
        display: "Carers’ survey.pdf",
        file: { name: "Carers’ survey.pdf", type: "PDF", bytes: pdf.length, sha256 },
      },
      file: {
        id: body.file,
        state: "AVAILABLE",
        address: body.address,
        scannedAt: expect.stringMatching(/^20/),
      },
    });
    const response = await fetch(`${app.baseUrl}${body.address}`, { headers: await tokenOf(LEAD) });
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
    const header = (name: string) => response.headers.get(name);
    expect(header("content-disposition")).toBe(
      `attachment; filename="Carers? survey.pdf"; filename*=UTF-8''Carers%E2%80%99%20survey.pdf`,
    );
    expect(header("content-security-policy")).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("cache-control")).toBe("private, no-store");
    expect(header("cross-origin-resource-policy")).toBe("same-origin");
    expect(header("content-type")).toBe("application/pdf");
    expect(header("content-length")).toBe(String(pdf.length));
  });

  it("cites once what is sent twice under one key, also when the first answer was lost", async () => {
    const key = { key: "retry-1", name: "twice.pdf" };
    const first = await upload(makePdf("twice"), key);
    const second = await upload(makePdf("twice"), key);
    expect(second).toEqual(first);
    const other = await upload(makePdf("other"), key);
    expect([other.status, other.body.error]).toEqual([422, "This key was used before, for something else."]);
    const again = await upload(makePdf("twice"), { name: "twice.pdf" });
    expect([again.status, again.body.error]).toEqual([422, "This is cited here already."]);
    const elsewhere = await upload(makePdf("twice"), { name: "twice.pdf", place: "target-groups" });
    expect(elsewhere.body.file).toBe(first.body.file);
  });

  it("refuses in words, and keeps nothing of it", async () => {
    const before = await counts();
    const refused: [string | Buffer, Record<string, string>, number, string][] = [
      ["", {}, 422, "This file is empty."],
      [makeExe(), { name: "invoice.pdf" }, 422, "This is a program, whatever its name says"],
      [makePdf(), { place: "no-such-question" }, 422, "This form has no such question or part."],
      [makePdf(), { note: "x".repeat(1_001) }, 422, "A note has up to 1,000 characters."],
      [makePdf(), { assessment: RANDOM_REFERENCE }, 404, "There is no assessment with this reference."],
      [makePdf(), { assessment: "" }, 404, "There is no assessment with this reference."],
    ];
    for (const [file, query, status, message] of refused) {
      const answered = await upload(file, query);
      expect([answered.status, answered.body.error]).toEqual([status, expect.stringContaining(message)]);
    }
    const { files, links } = (await counts()) as Loose;
    expect([files, links]).toEqual([before?.files, before?.links]);
  });

  it("tells the page what is taken, and that files are scanned", async () => {
    const { fileAllowance } = await read();
    expect(fileAllowance).toMatchObject({
      scans: true,
      mostBytesOfOne: 26_214_400,
      mostFiles: 50,
      mostBytes: 262_144_000,
    });
    expect(fileAllowance.uploaded.map(({ name }: Loose) => name)).toEqual([
      "Carers’ survey.pdf",
      "twice.pdf",
    ]);
  });

  it("holds an assessment to its number of files and their size", async () => {
    const { sql } = app.database;
    const fill = async (count: number, bytes: number) => {
      for (let index = 0; index < count; index += 1) {
        const sha256 = createHash("sha256").update(`${count} ${index}`).digest("hex");
        await sql`insert into file_contents (sha256, bytes, type, state) values (${sha256}, ${bytes}, 'PDF', 'AVAILABLE')`;
        await sql`insert into evidence_files (assessment_id, sha256, name, uploaded_by_id)
          select a.id, ${sha256}, ${`${index}.pdf`}, (select id from users where email = ${LEAD}) from assessments a where a.reference = ${HOME_CARE}`;
      }
    };
    await fill(10, FILE_LIMITS.bytes - 10_000);
    const large = await upload(
      Buffer.concat([Buffer.from("%PDF-1.7 "), Buffer.alloc(100_000, 32), Buffer.from("%%EOF")]),
    );
    expect([large.status, large.body.error]).toEqual([
      422,
      expect.stringContaining("more than 250 MB of files"),
    ]);
    await fill(38, 10);
    const many = await upload(makePdf("one too many"));
    expect([many.status, many.body.error]).toEqual([422, expect.stringContaining("at most 50 are taken")]);
    await sql`delete from evidence_files f where not exists (select from evidence_links l where l.file_id = f.id)`;
  });

  it("forgets a file whose sender went away, and says nothing", async () => {
    const { port } = new URL(app.baseUrl);
    const { authorization = "" } = await tokenOf(LEAD);
    const before = await counts();
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write(
          `POST /files?${new URLSearchParams({ assessment: HOME_CARE, place: "policy-change", name: "a.pdf" })} HTTP/1.1\r\nhost: localhost\r\nauthorization: ${authorization}\r\ncontent-length: 1000\r\n\r\n%PDF-1.7`,
        );
        setTimeout(() => socket.destroy(), 100);
      });
      socket.once("close", () => resolve());
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await counts()).toEqual(before);
    expect(app.logText()).not.toContain("unexpected error");
  });
});

describe("the virus scanner", () => {
  it("refuses the test file of the makers of scanners, keeps nothing of it, and the history says that it came", async () => {
    const before = await counts();
    const { status, body } = await upload(`name,what\nx,${EICAR}\n`, { name: "list.csv" });
    expect([status, body.error]).toEqual([
      422,
      expect.stringContaining("found “Eicar-Signature” in this file"),
    ]);
    expect(await counts()).toEqual(before);
    const [event] = await app.database.sql`select detail from audit_events where action = 'file.refused'`;
    expect(event?.detail).toMatchObject({ name: "list.csv", found: "Eicar-Signature" });
  });

  it("keeps a file from everybody while it can't be asked; until then the assessment can't be signed", async () => {
    clamd.answer = "stream: Can't allocate memory ERROR";
    const { status, body } = await upload(makePdf("waits"), { name: "waits.pdf" });
    expect([status, body.state]).toEqual([201, "QUARANTINED"]);
    const answered = await download(body.file);
    expect([answered.status, ((await answered.json()) as Loose).error]).toEqual([
      409,
      expect.stringContaining("waits for the virus scanner"),
    ]);
    const { findings } = await read();
    expect(findings).toContainEqual({ rule: "unscanned-file", weight: "BLOCKS" });
    await finishScreening(ask);
    expect(await submit(await signedIn())).toMatchObject({ __typename: "ValidationError" });
    // Sent again once the scanner is back: it is looked at there and then.
    clamd.answer = null;
    expect((await upload(makePdf("waits"), { name: "waits.pdf", place: "target-groups" })).body.state).toBe(
      "AVAILABLE",
    );
    expect((await download(body.file)).status).toBe(200);
    await app.database
      .sql`update file_contents set state = 'REFUSED', found = 'Late' where sha256 = (select sha256 from evidence_files where id = ${body.file})`;
    expect((await download(body.file)).status).toBe(410);
    await app.database.sql`update file_contents set state = 'AVAILABLE', found = null where found = 'Late'`;
  });
});

it("a file is pinned by its hash: another of its name shows, and can be cited in its place", async () => {
  const first = await upload(makePdf("spring"), { name: "plan.pdf" });
  const second = await upload(makePdf("autumn"), { name: "plan.pdf", place: "target-groups" });
  expect(await citationOf(first.body.id)).toMatchObject({
    changedSincePinned: true,
    change: { parts: [{ before: "plan.pdf", now: "plan.pdf" }] },
  });
  const basedOnHash = (await citationOf(first.body.id)).pinned.hash;
  const { data } = await ask(
    `mutation ($input: ReciteEvidenceInput!) { reciteEvidence(input: $input) { __typename } }`,
    { input: { reference: HOME_CARE, evidence: first.body.id, basedOnHash } },
  );
  expect(data.reciteEvidence.__typename).toBe("EvidenceLinked");
  expect(await citationOf(first.body.id)).toMatchObject({
    changedSincePinned: false,
    file: { id: second.body.file },
  });
  // Nobody cites the old one any more, so it went with its citation.
  expect((await download(first.body.file)).status).toBe(404);
});

it("once sealed, the file is kept, handed out, and can't be taken out or added to", async () => {
  const { evidence } = await read();
  const cited = evidence.find((each: Loose) => each.pinned.title === "The carers’ survey");
  expect((await submit(await signedIn())).__typename).toBe("AssessmentSaved");
  const [sealed] = await app.database.sql`
    select sealed_content from assessment_revisions r join assessments a on a.id = r.assessment_id
    where a.reference = ${HOME_CARE} and sealed_at is not null`;
  const { evidence: signed } = JSON.parse(sealed?.sealed_content);
  expect(signed.find((each: Loose) => each.contentHash === cited.pinned.hash).file).toEqual(
    cited.pinned.file,
  );
  expect((await download(cited.file.id)).status).toBe(200);
  const late = await upload(makePdf("late"));
  expect([late.status, late.body.error]).toEqual([403, expect.stringContaining("You can’t add evidence")]);
  expect((await read()).fileAllowance).toBeNull();
  const { sha256 } = cited.pinned.file;
  await expect(app.database.sql`delete from file_pieces where sha256 = ${sha256}`).rejects.toMatchObject({
    code: "DR040",
  });
});

it("bytes that are not those that were cited never arrive as a whole file", async () => {
  const { evidence } = await read();
  const { file } = evidence.find((each: Loose) => each.pinned.title === "The carers’ survey");
  const { sql } = app.database;
  await sql`alter table file_pieces disable trigger file_pieces_kept`;
  await sql`update file_pieces set data = overlay(data placing '\\x41' from 5) where sha256 = ${file.sha256} and position = 0`;
  await sql`alter table file_pieces enable trigger file_pieces_kept`;
  const spoilt = await download(file.id);
  await expect(spoilt.arrayBuffer()).rejects.toThrow();
});
