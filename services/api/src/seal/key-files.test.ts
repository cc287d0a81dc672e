import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartFailure } from "@due-regard/database/start-failure";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type KeyPlaces, notePublicKey, readPublicKeys, replacePrivateKeyFile } from "./key-files.ts";
import { openSealKeys, verifySealFast } from "./seal-keys.ts";

let places: KeyPlaces;
beforeEach(() => {
  places = {
    directory: join(mkdtempSync(join(tmpdir(), "due-regard-keys-")), "keys"),
    file: null,
    pem: null,
  };
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(join(places.directory, ".."), { recursive: true, force: true });
});

const open = () => openSealKeys(places, { mayCreate: true });
const path = () => join(places.directory, "seal-key.pem");
const modeOf = (file: string) => statSync(file).mode & 0o777;

describe("the key for seals", () => {
  it("is made once, for its owner's eyes, and is the same at the next start", () => {
    const first = open();
    expect([modeOf(places.directory), modeOf(path())]).toEqual([0o700, 0o600]);
    expect(open().keyId).toBe(first.keyId);
    expect(open().known).toEqual(first.known);
  });

  it("stops the start where there is none and none may be made, rather than leave old seals unknown", () => {
    expect(() => openSealKeys(places, { mayCreate: false })).toThrow(StartFailure);
    expect(() => openSealKeys(places, { mayCreate: false })).toThrow("keys create");
  });

  it.skipIf(process.platform === "win32")("stops the start where others can read it", () => {
    open();
    chmodSync(path(), 0o640);
    expect(open).toThrow("can be read by other accounts");
  });

  it("stops the start where the file is no key, and repeats nothing of it", () => {
    open();
    writeFileSync(path(), "a secret that is no key", { mode: 0o600 });
    expect(open).toThrow("does not hold an Ed25519 private key");
    expect(open).not.toThrow("a secret");
  });

  it("comes from the environment where it is given there, on one line or several", () => {
    const { keyId } = open();
    const pem = readFileSync(path(), "utf8");
    for (const given of [pem, pem.replaceAll("\n", "\\n")]) {
      const there = { ...places, directory: join(places.directory, "elsewhere"), pem: given };
      expect(openSealKeys(there, { mayCreate: false }).keyId).toBe(keyId);
    }
  });
});

describe("a key that is changed", () => {
  it("seals what follows; what the one before sealed goes on verifying", () => {
    // Both within one thousandth of a second, as a fast machine has it.
    vi.useFakeTimers({ now: new Date("2026-11-28T12:00:00Z") });
    const before = open();
    const old = before.sign("Signed before");
    replacePrivateKeyFile(places);
    const after = open();
    expect(after.keyId).not.toBe(before.keyId);
    expect(after.known.map(({ kid, until }) => [kid, until === null])).toEqual([
      [before.keyId, false],
      [after.keyId, true],
    ]);
    const x = (kid: string) => after.known.find((key) => key.kid === kid)?.x ?? "";
    expect(verifySealFast("Signed before", old, x(before.keyId))).toBe(true);
    expect(verifySealFast("Signed before.", old, x(before.keyId))).toBe(false);
    expect(verifySealFast("Signed before", old, x(after.keyId))).toBe(false);
    expect(verifySealFast("Signed after", after.sign("Signed after"), x(after.keyId))).toBe(true);
    expect(modeOf(path())).toBe(0o600);
  });

  it("that comes back is in force again, from when it first was", () => {
    const first = open();
    const [noted] = first.known;
    const pem = readFileSync(path(), "utf8");
    replacePrivateKeyFile(places);
    open();
    writeFileSync(path(), pem, { mode: 0o600 });
    const back = open();
    expect(back.known.find(({ kid }) => kid === first.keyId)).toEqual({ ...noted, until: null });
    expect(back.known.filter(({ until }) => until === null)).toHaveLength(1);
  });

  it("leaves no half-written file among the public ones, and a faulty one stops the start", () => {
    open();
    const directory = join(places.directory, "public");
    expect(readdirSync(directory).every((name) => name.endsWith(".json"))).toBe(true);
    writeFileSync(join(directory, "other.json"), "{}");
    expect(() => readPublicKeys(places)).toThrow("other.json does not hold a public key");
  });

  it("is noted once, however often it is noted", () => {
    const { keyId, known } = open();
    const x = known[0]?.x ?? "";
    expect(notePublicKey(places, x, "2030-01-01T00:00:00Z")).toEqual(known);
    expect(keyId).toBe(known[0]?.kid);
  });
});
