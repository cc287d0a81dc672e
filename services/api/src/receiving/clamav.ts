import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Where clamd listens: a socket on this machine, or another one's port. */
export type ClamavAddress = { path: string } | { host: string; port: number };

/** NOTHING: nothing was found. FOUND: it is called `name`. */
export type Verdict = { kind: "NOTHING" } | { kind: "FOUND"; name: string };

/** clamd can't be asked, or says that it could not look. The file is no better for it, and no worse. */
export class ScannerUnavailable extends Error {
  override name = "ScannerUnavailable";
}

export interface Scanner {
  /** Lets clamd look at bytes. @throws ScannerUnavailable */
  scan: (bytes: AsyncIterable<Buffer>) => Promise<Verdict>;
}

export interface ScannerLimits {
  /** For the whole of a scan, in milliseconds. */
  scanMs?: number;
}

/**
 * Reads where clamd listens: “/run/clamav/clamd.ctl”, “unix:/run/…”, “127.0.0.1:3310” or “tcp://scanner:3310”. Null: it
 * can't be read.
 */
export const readClamavAddress = (text: string): ClamavAddress | null => {
  const path = /^(?:unix:)?(\/[^\0]+)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const [, inBrackets, plain, port = ""] =
    /^(?:tcp:\/\/)?(?:\[([0-9a-fA-F:]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = inBrackets ?? plain;
  return host === undefined || Number(port) < 1 || Number(port) > 65_535
    ? null
    : { host, port: Number(port) };
};

/** clamd refuses larger pieces than its StreamMaxLength; these are small enough for any. */
const PIECE_BYTES = 64 * 1024;
/** Answers are one short line: whatever sends more is no clamd. */
const LONGEST_ANSWER = 4_096;

/**
 * A client of clamd's INSTREAM: a connection for each scan, on which the bytes go out in pieces, each with its length before
 * it, a piece of no length at the end, and one line comes back (man clamd, “COMMANDS”).
 */
export const openScanner = (address: ClamavAddress, { scanMs = 60_000 }: ScannerLimits = {}): Scanner => ({
  scan: async (bytes) => {
    const socket = connect(address);
    const gaveUp = new AbortController();
    const tooLong = sleep(scanMs, undefined, { signal: gaveUp.signal, ref: false }).then(
      () => Promise.reject(new ScannerUnavailable("clamd took too long")),
      () => new Promise<never>(() => {}),
    );
    try {
      return await Promise.race([converse(socket, bytes), tooLong]);
    } catch (error) {
      if (error instanceof ScannerUnavailable) throw error;
      throw new ScannerUnavailable("clamd can't be asked", { cause: error });
    } finally {
      gaveUp.abort();
      socket.destroy();
    }
  },
});

const converse = async (socket: Socket, bytes: AsyncIterable<Buffer>): Promise<Verdict> => {
  const answer = readAnswer(socket);
  // clamd may answer before it has everything (too large for it): then there is nothing more to send.
  const sent = send(socket, bytes);
  sent.catch(() => undefined);
  return readVerdict(await Promise.race([answer, sent.then(() => answer)]));
};

const send = async (socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> => {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE_BYTES)
      await writePiece(socket, chunk.subarray(at, at + PIECE_BYTES));
  await writePiece(socket, Buffer.alloc(0));
};

const writePiece = async (socket: Socket, piece: Buffer): Promise<void> => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  await write(socket, Buffer.concat([length, piece]));
};

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

const readAnswer = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (piece: string) => {
      text += piece;
      if (text.includes("\0")) resolve(text.slice(0, text.indexOf("\0")));
      else if (text.length > LONGEST_ANSWER) reject(new Error("This is no answer of clamd's"));
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("clamd closed the connection without an answer")));
  });

/** “stream: OK”, “stream: Eicar-Signature FOUND”; anything else is an error in clamd's words. */
const readVerdict = (answer: string): Verdict => {
  if (answer === "stream: OK") return { kind: "NOTHING" };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new ScannerUnavailable(`clamd could not look: ${answer.slice(0, 200)}`);
  return { kind: "FOUND", name: found.slice(0, 200) };
};
