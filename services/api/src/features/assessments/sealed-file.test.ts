import { MAX_BUNDLE_BYTES } from "@due-regard/domain/seal/bundle";
import { verifyBundle } from "@due-regard/domain/seal/verify-bundle";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishScreening, HOME_CARE, readAssessment, submit, TRANSITION } from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";
import { loadBundle } from "./load-bundle.ts";
import { loadHeadByReference } from "./load-head.ts";

/** The seal on what was signed: the file that proves it, and what becomes of a signature when somebody tampers. */

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await finishScreening(api.as(LEAD));
  await submit(api.as(LEAD));
  const { contentHash: displayedHash, signingStatement: statement } = await readAssessment(api.as(CHAIR));
  await api.as(CHAIR)(TRANSITION, {
    input: { reference: HOME_CARE, action: "SIGN_OFF", displayedHash, statement },
  });
}, 60_000);
afterAll(() => api.close());

const bundle = async (): Promise<Uint8Array> => {
  const head = await loadHeadByReference(api.database.db, await api.viewer(LEAD), HOME_CARE);
  if (head === null) throw new Error("Nothing is sealed");
  return new TextEncoder().encode((await loadBundle(api.database.db, head)) ?? "");
};

it("proves itself, form and both signatures, with the public key alone", async () => {
  const bytes = await bundle();
  const { faults, bundle: read } = verifyBundle(bytes, api.seals.known);
  expect(faults).toEqual([]);
  expect(
    read?.seals.map(({ statement }) => [statement.signature.role, statement.signature.elements]),
  ).toEqual([
    ["LEAD_OFFICER", ["SCREENING"]],
    ["DEG_CHAIR", ["SCREENING"]],
  ]);
  expect(bytes.length).toBeLessThan(MAX_BUNDLE_BYTES / 20);
});

describe("a signature does not hold, and says why, once somebody with the database has changed", () => {
  const seen = async () => {
    const text = `{ assessment(reference: "${HOME_CARE}") { signatures { valid voidBecause keyId } } }`;
    const { data, errors } = await api.as(LEAD)(text);
    expect(errors).toEqual([]);
    return data.assessment.signatures.map(({ valid, voidBecause }: Record<string, unknown>) => [
      valid,
      voidBecause,
    ]);
  };
  /** Switches the triggers of a table off, changes, looks, and changes back. */
  const during = async (table: string, change: string, back: string) => {
    const run = (statement: string) =>
      api.database.sql.unsafe(
        `alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user`,
      );
    await run(change);
    const found = await seen();
    await run(back);
    return found;
  };
  const both = (reason: string) => [
    [false, reason],
    [false, reason],
  ];

  it("nothing: it holds", async () => {
    expect(await seen()).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  it.each<[string, string, string, string, unknown]>([
    [
      "one letter of an answer that is shown",
      "answers",
      "update answers set text = text || '.' where question = 'policy-change'",
      "update answers set text = left(text, -1) where question = 'policy-change'",
      both("CONTENT_CHANGED"),
    ],
    [
      "the words of one signature",
      "signatures",
      "update signatures set statement = statement || '.' where role = 'DEG_CHAIR'",
      "update signatures set statement = left(statement, -1) where role = 'DEG_CHAIR'",
      [
        [true, null],
        [false, "STATEMENT_CHANGED"],
      ],
    ],
    [
      "the seal of one",
      "signatures",
      "update signatures set seal = reverse(seal) where role = 'LEAD_OFFICER'",
      "update signatures set seal = reverse(seal) where role = 'LEAD_OFFICER'",
      [
        [false, "SEAL_BROKEN"],
        [true, null],
      ],
    ],
    [
      "the record of it",
      "audit_events",
      "update audit_events set reason = 'x' where action = 'assessment.signed-off'",
      "update audit_events set reason = null where action = 'assessment.signed-off'",
      [
        [true, null],
        [false, "NOT_IN_RECORD"],
      ],
    ],
  ])("%s", async (_name, table, change, back, expected) => {
    expect(await during(table, change, back)).toEqual(expected);
  });
});
