import { generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readForm } from "../ehria/form/visibility.ts";
import { fillForm } from "../ehria/testing/fill-form.ts";
import { sampleTemplate } from "../ehria/testing/sample-template.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { type SealBundle, writeBundle } from "./bundle.ts";
import { buildCanonicalContent } from "./canonical-content.ts";
import { type VerifySeal, verifySeal } from "./ed25519.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import { keyIdOf, readSealKeySet, type SealKey } from "./seal-key.ts";
import { makeSeal, type Seal, type SealStatement } from "./seal-statement.ts";
import { verifyBundle } from "./verify-bundle.ts";

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const x = publicKey.export({ format: "jwk" }).x ?? "";
  const key: SealKey = {
    kty: "OKP",
    crv: "Ed25519",
    x,
    kid: keyIdOf(x),
    from: "2020-01-01T00:00:00Z",
    until: null,
  };
  return { privateKey, publicKey, key };
};
const signWith = (key: KeyObject) => (text: string) =>
  sign(null, Buffer.from(text), key).toString("base64url");
const ours = pair();

const content = buildCanonicalContent(
  readForm(sampleTemplate, fillForm(sampleTemplate, { likely: "NEUTRAL" })),
  {
    reference: "EHRIA-2020-0001",
    revision: 1,
    formHash: hashContent(sampleTemplate),
    people: [{ role: "LEAD_OFFICER", userId: "u1", jobTitle: "Lead" }],
  },
);

const statement = (change: Partial<SealStatement> = {}, userId = "u1"): SealStatement => ({
  format: "due-regard/seal/1",
  reference: "EHRIA-2020-0001",
  revision: 1,
  contentHash: hashContent(content),
  signature: {
    role: "LEAD_OFFICER",
    userId,
    name: "A (demo)",
    jobTitle: "Lead",
    statement: "I confirm this.",
    elements: ["SCREENING"],
    authenticatedAt: "2020-01-20T09:58:00.000Z",
    signedAt: "2020-01-20T10:00:00.000Z",
  },
  previous: null,
  keyId: ours.key.kid,
  ...change,
});

const first = makeSeal(statement(), signWith(ours.privateKey));
const chairs = (userId: string, change: Partial<SealStatement> = {}): SealStatement => {
  const { signature, ...rest } = statement({ previous: first.hash, ...change }, userId);
  return { ...rest, signature: { ...signature, role: "DEG_CHAIR" } };
};
const second = makeSeal(chairs("u9"), signWith(ours.privateKey));
const bundle: SealBundle = {
  format: "due-regard/bundle/1",
  content: { ...content },
  form: { ...sampleTemplate },
  seals: [first, second],
};

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const faultsOf = (value: unknown, keys: readonly SealKey[] = [ours.key]): string[] =>
  verifyBundle(bytesOf(value), keys).faults.map(({ check }) => check);

test("what was sealed verifies, by the lead alone and by both", () => {
  expect(verifyBundle(new TextEncoder().encode(writeBundle(bundle)), [ours.key])).toEqual({
    bundle,
    faults: [],
  });
  expect(faultsOf({ ...bundle, seals: [first] })).toEqual([]);
});

test("the order of keys, and spaces, mean nothing", () => {
  const reorder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reorder);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, inner]) => [name, reorder(inner)]),
    );
  };
  const text = JSON.stringify(reorder(bundle), null, 3);
  expect(verifyBundle(new TextEncoder().encode(text), [ours.key]).faults).toEqual([]);
});

test("what stands twice under one name is refused, wherever it does: each reader could read another", () => {
  const text = JSON.stringify(bundle);
  for (const doubled of [
    text.replace("{", '{"format":"due-regard/bundle/1",'),
    text.replace('"content":{', '"content":{"reference":"EHRIA-2099-0001",'),
    text.replace('"seals":[{', '"seals":[{"hash" : "x\\"y",'),
  ]) {
    expect(doubled).not.toBe(text);
    const { bundle: read, faults } = verifyBundle(new TextEncoder().encode(doubled), [ours.key]);
    expect([read, faults]).toMatchObject([
      null,
      [{ check: "FILE", message: expect.stringContaining("twice") }],
    ]);
  }
});

describe("what fails is named", () => {
  const stranger = pair();
  const forged = makeSeal(statement({ keyId: stranger.key.kid }), signWith(stranger.privateKey));
  const claimed = makeSeal(statement(), signWith(stranger.privateKey));
  const inWords = (words: string): Seal => {
    const changed = structuredClone(first);
    changed.statement.signature.statement = words;
    return changed;
  };
  test.each<[string, unknown, string[]]>([
    [
      "an answer",
      { ...bundle, content: { ...content, answers: content.answers.slice(1) } },
      ["CONTENT", "CONTENT"],
    ],
    ["the words signed", { ...bundle, seals: [inWords("I deny this.")] }, ["STATEMENT"]],
    ["the form's wording", { ...bundle, form: { ...sampleTemplate, title: "Another" } }, ["FORM"]],
    ["a seal", { ...bundle, seals: [{ ...first, seal: second.seal }] }, ["SIGNATURE"]],
    ["somebody else's key", { ...bundle, seals: [forged] }, ["KEY"]],
    ["somebody else's seal in our key's name", { ...bundle, seals: [claimed] }, ["SIGNATURE"]],
    ["the chair's seal alone", { ...bundle, seals: [second] }, ["STATEMENT"]],
    ["the seals in another order", { ...bundle, seals: [second, first] }, ["STATEMENT"]],
    [
      "a chair who wrote it",
      { ...bundle, seals: [first, makeSeal(chairs("u1"), signWith(ours.privateKey))] },
      ["STATEMENT"],
    ],
    [
      "another assessment's seal",
      { ...bundle, seals: [makeSeal(statement({ revision: 2 }), signWith(ours.privateKey))] },
      ["STATEMENT"],
    ],
    ["something added", { ...bundle, note: "Approved" }, ["FILE"]],
    ["half a letter", { ...bundle, content: { ...content, x: "\ud83d" } }, ["CONTENT", "CONTENT"]],
    ["nothing", null, ["FILE"]],
  ])("%s", (_name, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  test("a key that was not in use yet, or no longer", () => {
    expect(faultsOf(bundle, [{ ...ours.key, from: "2020-02-01T00:00:00Z" }])).toEqual(["KEY", "KEY"]);
    expect(faultsOf(bundle, [{ ...ours.key, until: "2020-01-19T00:00:00Z" }])).toEqual(["KEY", "KEY"]);
    expect(faultsOf(bundle, [{ ...ours.key, until: "2020-01-21T00:00:00Z" }])).toEqual([]);
    expect(faultsOf(bundle, [])).toEqual(["KEY", "KEY"]);
  });
});

test("flip any byte: whatever changes the meaning fails, and nothing else does", () => {
  // As small as one can be: every byte costs a verification.
  const form = { key: "form", version: 1, title: "Café" };
  const template = { key: "form", version: 1, documentHash: hashContent(form) };
  const small = {
    template,
    reference: "EHRIA-2020-0001",
    revision: 1,
    answers: [{ text: '\u2028 "yes" 1.50' }],
  };
  const seal = makeSeal(statement({ contentHash: hashContent(small) }), signWith(ours.privateKey));
  const text = canonicalText({ format: "due-regard/bundle/1", content: small, form, seals: [seal] });
  const bytes = new TextEncoder().encode(text);
  const quick: VerifySeal = (message, seal, x) => {
    const signature = fromBase64url(seal);
    return (
      x === ours.key.x && signature !== null && verify(null, Buffer.from(message), ours.publicKey, signature)
    );
  };
  const means = (value: Uint8Array): string | null => {
    try {
      return canonicalText(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(value)));
    } catch {
      return null;
    }
  };
  const wrong: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const bit = 1 << (at % 8);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    const isGenuine = verifyBundle(bytes, [ours.key], quick).faults.length === 0;
    if (isGenuine !== (means(bytes) === text)) wrong.push(`byte ${at}, bit ${bit}`);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
  }
  expect(wrong).toEqual([]);
  expect(verifyBundle(bytes, [ours.key], quick).faults).toEqual([]);
});

describe("keys", () => {
  test("go by their thumbprint (RFC 8037, appendix A)", () => {
    expect(keyIdOf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).toBe(
      "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    );
  });

  test("can't go under another's id", () => {
    expect(readSealKeySet({ keys: [ours.key] })).toEqual([ours.key]);
    expect(readSealKeySet({ keys: [{ ...ours.key, kid: pair().key.kid }] })).toBeNull();
    expect(readSealKeySet({ keys: [{ ...ours.key, x: "AA" }] })).toBeNull();
  });

  test("verify the signature of RFC 8032 (test 1), in its one spelling", () => {
    const hex = (text: string) => toBase64url(Uint8Array.from(Buffer.from(text, "hex")));
    const key = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const seal = hex(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    );
    expect(verifySeal("", seal, key)).toBe(true);
    expect(verifySeal(" ", seal, key)).toBe(false);
    expect(verifySeal("", `${seal.slice(0, -1)}x`, key)).toBe(false);
    expect(verifySeal("", "", key)).toBe(false);
  });
});
