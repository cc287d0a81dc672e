import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import type { PublicCopy } from "../ehria/publication/public-copy.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import { makePublishedSeal, type PublishedBundle, writePublishedBundle } from "./published-seal.ts";
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
  until: null,
};
const signText = (text: string): string => sign(null, Buffer.from(text), privateKey).toString("base64url");

const COPY: PublicCopy = {
  format: "due-regard/published/1",
  reference: "EHRIA-2020-0001",
  edition: 1,
  title: "Home care",
  demo: true,
  organisation: { code: "E10000018", name: "Leicestershire" },
  department: { slug: "adults", name: "Adults" },
  form: { key: "form", version: 1, title: "Form" },
  revision: 2,
  startedOn: "2020-01-06",
  completedOn: "2020-01-17",
  reviewDueOn: null,
  signatures: [],
  sections: [],
  characteristicImpacts: [],
  rightImpacts: [],
  improvementActions: [],
  evidence: [],
  redactions: [{ place: "change.text", kind: "REDACTED" }],
};

const hash = hashContent(COPY);
const SEAL = makePublishedSeal(
  {
    format: "due-regard/published-seal/1",
    reference: COPY.reference,
    edition: 1,
    contentHash: hash,
    files: { html: "a".repeat(64), pdf: "b".repeat(64), docx: "c".repeat(64), json: hash },
    publishedAt: "2020-02-01T10:00:00.000Z",
    previous: null,
    keyId: KEY.kid,
  },
  signText,
);

const read = (text: string, keys = [KEY]) => verifyFile(new TextEncoder().encode(text), keys);
const checksOf = (text: string, keys = [KEY]): string[] =>
  read(text, keys).reading.faults.map(({ check }) => check);
const bundle = (): PublishedBundle => JSON.parse(writePublishedBundle(COPY, SEAL));

test("a published text proves itself, in any order of its keys", () => {
  const text = writePublishedBundle(COPY, SEAL);
  expect(read(text)).toMatchObject({ kind: "PUBLISHED", reading: { faults: [] } });
  const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()), null, 1);
  expect(checksOf(reordered)).toEqual([]);
});

test.each<[string, (given: PublishedBundle) => unknown, string]>([
  ["another title", (given) => ({ ...given, copy: { ...given.copy, title: "Other" } }), "CONTENT"],
  ["a redaction less", (given) => ({ ...given, copy: { ...given.copy, redactions: [] } }), "CONTENT"],
  ["more than a copy", (given) => ({ ...given, copy: { ...given.copy, lead: "Somebody" } }), "FILE"],
  [
    "another file's hash",
    ({ seal, ...given }) => ({
      ...given,
      seal: {
        ...seal,
        statement: { ...seal.statement, files: { ...seal.statement.files, pdf: "d".repeat(64) } },
      },
    }),
    "STATEMENT",
  ],
  [
    "a seal made by nobody",
    ({ seal, ...given }) => {
      const statement = { ...seal.statement, publishedAt: "2021-01-01T00:00:00.000Z" };
      return { ...given, seal: { statement, hash: hashContent(statement), seal: seal.seal } };
    },
    "SIGNATURE",
  ],
])("%s is found out", (_name, change, check) => {
  expect(checksOf(canonicalText(change(bundle())))).toEqual([check]);
});

test("a key that isn't known is said", () => {
  expect(checksOf(writePublishedBundle(COPY, SEAL), [])).toEqual(["KEY"]);
  expect(checksOf(writePublishedBundle(COPY, SEAL), [{ ...KEY, until: "2020-01-02T00:00:00Z" }])).toEqual([
    "KEY",
  ]);
});

test("flipping any byte is found out", () => {
  const bytes = new TextEncoder().encode(writePublishedBundle(COPY, SEAL));
  for (let at = 0; at < bytes.length - 1; at += 7) {
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect([at, verifyFile(flipped, [KEY]).reading.faults.length > 0]).toEqual([at, true]);
  }
});
