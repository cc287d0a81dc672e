import { inflateSync } from "node:zlib";
import { readPdf } from "@due-regard/pdf/testing/read-pdf";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addFile } from "../../../testing/canary-files.ts";
import {
  finishScreening,
  HOME_CARE,
  LINK_EVIDENCE,
  readAssessment,
  SAVE_ANSWERS,
  submit,
  TRANSITION,
} from "../../../testing/home-care.ts";
import { PREPARE_PUBLICATION, readPublication, redactAll } from "../../../testing/publication-operations.ts";
import { ADD_COMMENT, signOff } from "../../../testing/review-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";

/**
 * More than 200 words that occur nowhere else, one in each private place of an assessment that is then published. None of them may be
 * in any byte that the public gets: streams inflated, archives unpacked, entities decoded (design/security.md).
 */

const planted: string[] = [];
/** A word of its own for each place; letters alone, so that no format breaks or escapes it. */
const canary = (): string => {
  const letters = [...String(planted.length).padStart(3, "0")].map((figure) => "bcdfghjklm"[Number(figure)]);
  const word = `zqx${letters.join("")}vw`;
  planted.push(word);
  return word;
};

let api: TestApi;
let lead: Ask;
let chair: Ask;
beforeAll(async () => {
  api = await createTestApi();
  lead = api.as("lead.officer@example.org");
  chair = api.as("deg.chair@example.org");
  await plantPeople();
  await finishScreening(lead);
  await plantRevisions();
  await plantEvidence();
  await write("contact-telephone", `0116 496 0123 ${canary()}`);
  await write("policy-change", `A service. ${NAMED}`);
  await submit(lead);
  await plantTalks();
  await signOff(chair);
  await publish();
}, 120_000);
afterAll(() => api.close());

/** Names in a text that is published: each must be found and left out. */
const NAMED = Array.from({ length: 52 }, () => {
  const [first, last] = [canary(), canary()].map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `We met Mr ${first} ${last} of ${canary()}@example.org.`;
}).join(" ");

/** Names and addresses of everybody, also of those who wrote, signed and commented. */
const plantPeople = async () => {
  const people = await api.database.sql<{ id: string; email: string }[]>`select id, email from users`;
  for (const { id } of people)
    await api.database.sql`update users set name = ${`${canary()} ${canary()}`} where id = ${id}`;
};

const write = async (question: string, text: string) => {
  const { answers } = await readAssessment(lead);
  const basedOnVersion =
    answers.find((each: { question: string }) => each.question === question)?.version ?? 0;
  const input = { reference: HOME_CARE, answers: [{ question, text, basedOnVersion }] };
  expect((await lead(SAVE_ANSWERS, { input })).data.saveAnswers.__typename).toBe("AnswersSaved");
};

/** Texts that were written over or copied in, and a whole revision that was sent back for a private reason. */
const plantRevisions = async () => {
  for (let count = 0; count < 10; count += 1) await write("policy-change", `Earlier words ${canary()}`);
  await api.database
    .sql`insert into answer_copies (revision_id, question, from_assessment_id, from_revision, text, copied_by_id)
    select r.id, 'policy-change', a.id, r.number, ${`Copied words ${canary()}`}, (select id from users limit 1)
    from assessments a join assessment_revisions r on r.assessment_id = a.id and r.number = a.revision
    where a.reference = ${HOME_CARE}`;
  await submit(lead);
  const input = { reference: HOME_CARE, action: "REQUEST_CHANGES", reason: `Because of ${canary()}` };
  expect((await chair(TRANSITION, { input })).data.transitionAssessment.__typename).toBe("AssessmentSaved");
};

const plantEvidence = async () => {
  const { sql, db } = api.database;
  const [ids] = await sql<{ revisionId: string; leadId: string }[]>`
    select r.id as "revisionId", (select id from users where email = 'lead.officer@example.org') as "leadId"
    from assessment_revisions r join assessments a on a.id = r.assessment_id and a.revision = r.number
    where a.reference = ${HOME_CARE}`;
  if (ids === undefined) throw new Error("There is no revision");
  for (let count = 0; count < 5; count += 1) {
    const word = canary();
    const { fileId } = await db.transaction((tx) => addFile(tx, { ...ids, word }));
    const title = count === 4 ? { title: `Our ${word}.csv` } : {};
    const input = {
      reference: HOME_CARE,
      place: "policy-change",
      file: fileId,
      ...title,
    };
    const { data, errors } = await lead(LINK_EVIDENCE, { input });
    expect([errors, data?.linkEvidence]).toMatchObject([[], { __typename: "EvidenceLinked" }]);
  }
};

/** Comments, answers, recommendations and the reasons of the record. */
const plantTalks = async () => {
  const member = api.as("deg.member@example.org");
  for (let count = 0; count < 30; count += 1) {
    const input = { reference: HOME_CARE, place: "policy-change", text: `A comment ${canary()}` };
    expect((await member(ADD_COMMENT, { input })).data.addComment.__typename).toBe("CommentSaved");
  }
  await api.database
    .sql`insert into audit_events (action, subject_type, subject_id, assessment_id, reason, detail)
    select 'answer.saved', 'assessment', a.id, a.id, ${canary()}, jsonb_build_object('text', ${canary()}::text)
    from assessments a where a.reference = ${HOME_CARE}`;
};

const publish = async () => {
  await redactAll(lead);
  const prepared = await lead(PREPARE_PUBLICATION, { input: { reference: HOME_CARE } });
  expect(prepared.data.preparePublication).toMatchObject({ __typename: "AssessmentSaved" });
  const { hash } = (await readPublication(chair)).publication.prepared;
  const input = { reference: HOME_CARE, action: "PUBLISH", displayedHash: hash };
  expect((await chair(TRANSITION, { input })).data.transitionAssessment).toMatchObject({
    assessment: { status: "PUBLISHED" },
  });
};

/** What a PDF holds: its bytes and streams, inflated; and all that it says, as a screen reader would be told. */
const readPdfBytes = async (bytes: Buffer): Promise<string> => {
  const raw = bytes.toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = ""]) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      return stream;
    }
  });
  return [raw, ...streams, JSON.stringify(await readPdf(bytes))].join("\n").replaceAll("\0", "");
};

const readDocxBytes = (bytes: Buffer): string =>
  Object.entries(unzipSync(bytes))
    .map(
      ([name, part]) =>
        `${name}\n${Buffer.from(part).toString("utf8")}\n${withoutTags(Buffer.from(part).toString("utf8"))}`,
    )
    .join("\n");

const withoutTags = (text: string): string =>
  text
    .replace(/<[^>]*>/g, "")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_whole, isHex, code) =>
      String.fromCodePoint(Number.parseInt(code, isHex ? 16 : 10)),
    );

const READERS: Record<string, (bytes: Buffer) => string | Promise<string>> = {
  html: (bytes) => `${bytes}\n${withoutTags(bytes.toString("utf8"))}`,
  pdf: readPdfBytes,
  docx: readDocxBytes,
  json: (bytes) => bytes.toString("utf8"),
};

const canariesIn = (text: string): string[] => {
  const small = text.toLowerCase();
  return planted.filter((word) => small.includes(word));
};

it("plants more than 200, which the private tables hold", async () => {
  expect(planted.length).toBeGreaterThan(200);
  const { sql } = api.database;
  const tables = [
    "users",
    "answers",
    "answer_copies",
    "comments",
    "assessment_revisions",
    "audit_events",
    "evidence_files",
  ];
  const rows: string[] = [];
  for (const table of tables)
    rows.push(...(await sql.unsafe(`select to_jsonb(t)::text as row from ${table} t`)).map(({ row }) => row));
  expect(canariesIn(rows.join("\n")).length).toBe(planted.length);
});

it("and publishes none of them, in any format, decoded", async () => {
  const files = await api.database.sql<
    { format: string; bytes: Buffer }[]
  >`select format, bytes from published.files`;
  expect(files.map(({ format }) => format).sort()).toEqual(["docx", "html", "json", "pdf"]);
  for (const { format, bytes } of files) {
    const text = (await READERS[format]?.(bytes)) ?? "";
    // It is read indeed: what stands in the place of the names is there.
    expect(text).toMatch(/\[redacted\]/);
    expect([format, canariesIn(text)]).toEqual([format, []]);
  }
});

it("nor has any in the tables that the public reads", async () => {
  const { sql } = api.database;
  for (const table of ["entries", "editions"]) {
    const rows = await sql.unsafe(`select to_jsonb(t)::text as row from published.${table} t`);
    expect(rows.length).toBe(1);
    expect([table, canariesIn(rows.map(({ row }) => row).join(""))]).toEqual([table, []]);
  }
});
