import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UnreadableFile } from "./unreadable-file.ts";

/** A file that has wholly arrived. */
export interface SpooledFile {
  handle: FileHandle;
  bytes: number;
  /** In hex. */
  sha256: string;
  /** The first bytes, which tell what it is. */
  head: Buffer;
  isUtf8: boolean;
  holdsNul: boolean;
  /** Lets go of it: nothing is left. */
  close: () => Promise<void>;
}

const HEAD_BYTES = 8;

/** How much is taken at most, and what whoever sends more is told. */
export interface SpoolLimit {
  bytes: number;
  tooLarge: () => UnreadableFile;
}

/**
 * Writes what arrives to a file that has no name any more, so that it is gone with the process, however that ends. A
 * slow sender so holds neither memory nor a connection to the database, and a workbook, whose table of contents comes
 * last, can be read at all.
 *
 * @throws UnreadableFile when it is too large
 */
export const spoolFile = async (
  source: AsyncIterable<Uint8Array>,
  limit: SpoolLimit,
): Promise<SpooledFile> => {
  const path = join(tmpdir(), `due-regard-upload-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600);
  await unlink(path);
  try {
    const found = await write(handle, source, limit);
    return { handle, ...found, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
};

const write = async (handle: FileHandle, source: AsyncIterable<Uint8Array>, limit: SpoolLimit) => {
  const hash = createHash("sha256");
  const utf8 = utf8Checker();
  let bytes = 0;
  let holdsNul = false;
  let head = Buffer.alloc(0);
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > limit.bytes) throw limit.tooLarge();
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    holdsNul ||= chunk.includes(0);
    utf8.add(chunk);
    hash.update(chunk);
    await handle.write(chunk);
  }
  return { bytes, sha256: hash.digest("hex"), head: Buffer.from(head), isUtf8: utf8.end(), holdsNul };
};

/** The bytes of a spooled file, from its first. It stays open. */
export const bytesOf = ({ handle }: SpooledFile): AsyncIterable<Buffer> =>
  handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 256 * 1024 });

/** Whether bytes are UTF-8, piece by piece: a letter may be cut in two. */
const utf8Checker = () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let valid = true;
  const decode = (chunk?: Uint8Array): void => {
    try {
      if (valid) decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      valid = false;
    }
  };
  return {
    add: decode,
    end: (): boolean => {
      decode();
      return valid;
    },
  };
};
