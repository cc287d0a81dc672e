import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PublicCopy } from "../ehria/publication/public-copy.ts";
import { hashContent } from "./hash-content.ts";
import { makePublishedSeal, type PublishedStatement, writePublishedBundle } from "./published-seal.ts";
import { keyIdOf, type SealKey } from "./seal-key.ts";
import { verifyFile } from "./verify-published.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const x = publicKey.export({ format: "jwk" }).x ?? "";
const KEY: SealKey = {
  kty: "OKP",
  crv: "Ed25519",
  x,
  kid: keyIdOf(x),
  from: "2020-01-01T00:00:00Z",
  until: "2027-01-01T00:00:00Z",
};

const copy: PublicCopy = {
  format: "due-regard/published/1",
  reference: "EHRIA-2026-0007",
  edition: 2,
  title: "Home care",
  demo: true,
  organisation: { code: "E10000018", name: "Leicestershire County Council" },
  department: { slug: "care", name: "Care" },
  form: { key: "form", version: 1, title: "Form" },
  revision: 1,
  startedOn: "2026-01-05",
  completedOn: "2026-03-09",
  reviewDueOn: null,
  signatures: [
    { role: "DEG_CHAIR", jobTitle: "Chair", statement: "I sign.", signedAt: "2026-03-09T10:00:00Z" },
  ],
  sections: [],
  characteristicImpacts: [],
  rightImpacts: [],
  improvementActions: [],
  evidence: [],
  redactions: [{ place: "change.text", kind: "REDACTED" }],
};
const other = "a".repeat(64);
const statement: PublishedStatement = {
  format: "due-regard/published-seal/1",
  reference: copy.reference,
  edition: copy.edition,
  contentHash: hashContent(copy),
  files: { html: other, pdf: other, docx: other, json: hashContent(copy) },
  publishedAt: "2026-03-10T10:00:00Z",
  previous: other,
  keyId: KEY.kid,
};
const sealed = (change: Partial<PublishedStatement> = {}) =>
  makePublishedSeal({ ...statement, ...change }, (text) =>
    sign(null, Buffer.from(text), privateKey).toString("base64url"),
  );
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const genuine = JSON.parse(writePublishedBundle(copy, sealed()));

/** Every place of a JSON value, with a function that changes what stands there. */
const changesOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) {
    const inner = value.flatMap((each, index) =>
      changesOf(each).map((changed) => value.with(index, changed)),
    );
    return [...inner, [...value, "more"]];
  }
  if (typeof value === "object" && value !== null) {
    const inner = Object.entries(value).flatMap(([key, each]) =>
      changesOf(each).map((changed) => ({ ...value, [key]: changed })),
    );
    const without = Object.keys(value).map((key) =>
      Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
    );
    return [...inner, ...without, { ...value, more: 1 }];
  }
  if (typeof value === "string")
    return [`${value}x`, value.replace(/[a-z0-9]/i, (one) => (one === "b" ? "c" : "b"))];
  return typeof value === "number" ? [value + 1] : typeof value === "boolean" ? [!value] : ["x"];
};

describe("a published assessment with its seal", () => {
  test("is genuine, whatever order its keys stand in", () => {
    const reading = verifyFile(bytesOf(genuine), [KEY]);
    expect(reading).toEqual({ kind: "PUBLISHED", published: { ...genuine, copy }, faults: [] });
    const { format, seal, copy: copied } = genuine;
    expect(verifyFile(bytesOf({ seal, copy: copied, format }), [KEY]).faults).toEqual([]);
  });

  test("is not once anything in it is changed, taken out or put in", () => {
    const changes = changesOf(genuine);
    expect(changes.length).toBeGreaterThan(100);
    for (const changed of changes)
      expect([changed, verifyFile(bytesOf(changed), [KEY]).faults.length]).not.toEqual([changed, 0]);
  });

  test.each([
    ["a key that nobody knows", [], sealed(), "KEY"],
    ["a key that was no longer used", [KEY], sealed({ publishedAt: "2028-01-01T00:00:00Z" }), "KEY"],
    ["another's signature", [KEY], { ...sealed(), seal: sealed({ edition: 3 }).seal }, "SIGNATURE"],
    ["a seal of another edition", [KEY], sealed({ edition: 3 }), "STATEMENT"],
    ["a seal of another text", [KEY], sealed({ contentHash: other }), "CONTENT"],
  ] as const)("is refused for %s", (_name, keys, seal, check) => {
    const { faults } = verifyFile(bytesOf({ ...genuine, seal }), keys);
    expect(faults.map((fault) => fault.check)).toEqual([check]);
  });

  test("is told from what people signed, and from what is no sealed file", () => {
    for (const bytes of [
      bytesOf(null),
      bytesOf("x"),
      Buffer.from("%PDF-"),
      bytesOf({ format: "due-regard/bundle/1" }),
    ])
      expect(verifyFile(bytes, [KEY])).toMatchObject({ kind: "SIGNED", faults: [{ check: "FILE" }] });
    expect(verifyFile(bytesOf({ format: "due-regard/published-bundle/1" }), [KEY])).toMatchObject({
      kind: "PUBLISHED",
      published: null,
      faults: [{ check: "FILE" }],
    });
  });
});
