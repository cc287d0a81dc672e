import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EICAR, type FakeClamd, startFakeClamd } from "../testing/fake-clamd.ts";
import { openScanner, readClamavAddress, ScannerUnavailable } from "./clamav.ts";

let clamd: FakeClamd;
beforeAll(async () => {
  clamd = await startFakeClamd();
});
beforeEach(() => {
  clamd.answer = null;
});
afterAll(() => clamd.close());

const scan = (...chunks: (string | Buffer)[]) =>
  openScanner(clamd.address, { scanMs: 2_000 }).scan(
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
  );

describe("a scan", () => {
  it("sends every byte, in pieces, and hears that nothing was found", async () => {
    expect(await scan(Buffer.alloc(300_000, 1), "end")).toEqual({ kind: "NOTHING" });
    expect(clamd.scanned.at(-1)).toBe(300_003);
  });

  it("hears what was found, also where it lies across two pieces", async () => {
    const found = { kind: "FOUND", name: "Eicar-Signature" };
    expect(await scan(EICAR)).toEqual(found);
    expect(await scan(Buffer.alloc(65_530, 1), EICAR)).toEqual(found);
  });

  it.each([
    "INSTREAM size limit exceeded. ERROR",
    "stream: Can't allocate memory ERROR",
    "stream: ",
    "HTTP/1.1 200 OK",
  ])("is not done when clamd says “%s”", async (answer) => {
    clamd.answer = answer;
    await expect(scan("x")).rejects.toBeInstanceOf(ScannerUnavailable);
  });

  it("gives up on a clamd that says nothing, and on none", async () => {
    clamd.answer = "SILENT";
    const impatient = openScanner(clamd.address, { scanMs: 100 });
    await expect(impatient.scan(Readable.from([Buffer.from("x")]))).rejects.toThrow("too long");
    const nowhere = openScanner({ path: "/nonexistent/clamd.ctl" });
    await expect(nowhere.scan(Readable.from([Buffer.from("x")]))).rejects.toBeInstanceOf(ScannerUnavailable);
  });

  it("gives up when what is to be scanned can't be read", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("x");
        throw new Error("gone");
      })(),
    );
    await expect(openScanner(clamd.address, { scanMs: 500 }).scan(broken)).rejects.toBeInstanceOf(
      ScannerUnavailable,
    );
  });
});

it.each([
  ["/run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
  ["unix:/run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
  ["127.0.0.1:3310", { host: "127.0.0.1", port: 3310 }],
  ["tcp://scanner.example.org:3310", { host: "scanner.example.org", port: 3310 }],
  ["[::1]:3310", { host: "::1", port: 3310 }],
  ["clamd", null],
  ["localhost", null],
  ["localhost:0", null],
  ["localhost:70000", null],
  ["http://localhost:3310", null],
  ["", null],
])("the address %j", (text, address) => {
  expect(readClamavAddress(text)).toEqual(address);
});
