import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClamavAddress } from "../receiving/clamav.ts";

/** The test file that every scanner knows (eicar.org), in two halves, so that none takes this file for it. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"}`;

export interface FakeClamd {
  address: ClamavAddress;
  /** Bytes of each scan so far. */
  scanned: number[];
  /** What it answers to the next scans in place of looking; null: it looks. "SILENT": nothing at all. */
  answer: string | null;
  close: () => Promise<void>;
}

/** Speaks clamd's INSTREAM over a socket: it finds the test file anywhere in what it is sent. */
export const startFakeClamd = async (): Promise<FakeClamd> => {
  const directory = await mkdtemp(join(tmpdir(), "clamd-"));
  const path = join(directory, "clamd.ctl");
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => undefined);
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk as Buffer]);
      const content = contentOf(received);
      if (content === null) return;
      fake.scanned.push(content.length);
      if (fake.answer === "SILENT") return;
      const verdict = content.includes(EICAR) ? "stream: Eicar-Signature FOUND" : "stream: OK";
      socket.end(`${fake.answer ?? verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const fake: FakeClamd = {
    address: { path },
    scanned: [],
    answer: null,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
  return fake;
};

const COMMAND = "zINSTREAM\0";

/** What was sent, once the piece of no length has come; null until then. */
const contentOf = (received: Buffer): Buffer | null => {
  if (received.length < COMMAND.length) return null;
  if (!received.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND))) throw new Error("Not INSTREAM");
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > received.length) return null;
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
};
