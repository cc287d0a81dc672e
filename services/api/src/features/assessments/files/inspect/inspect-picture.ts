import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { cutOff, twoInOne } from "./file-words.ts";
import { endsAsZip, readAt, readEnd } from "./read-ends.ts";

const PNG_SIGNATURE_BYTES = 8;
/** Length and name before a chunk's bytes, checksum behind them. */
const CHUNK_HEAD = 8;
const CHUNK_TAIL = 4;
/** Real pictures have some hundreds. */
const MOST_CHUNKS = 100_000;

/** Goes from chunk to chunk: the last one must be the end of the file. @throws UnreadableFile when it is not */
export const inspectPng = async (file: SpooledFile): Promise<"PNG"> => {
  let at = PNG_SIGNATURE_BYTES;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk += 1) {
    const head = await readAt(file, at, CHUNK_HEAD);
    if (head.length < CHUNK_HEAD) throw cutOff("picture");
    at += CHUNK_HEAD + head.readUInt32BE(0) + CHUNK_TAIL;
    if (at > file.bytes) throw cutOff("picture");
    if (head.toString("latin1", 4) !== "IEND") continue;
    if (at < file.bytes) throw twoInOne("PNG picture");
    return "PNG";
  }
  throw cutOff("picture");
};

const JPEG_END = Buffer.from([0xff, 0xd9]);
/** Cameras write some of their own data behind the picture. */
const JPEG_END_WITHIN = 64 * 1024;

/** @throws UnreadableFile when it is cut off, or something else as well */
export const inspectJpeg = async (file: SpooledFile): Promise<"JPEG"> => {
  if (await endsAsZip(file)) throw twoInOne("JPEG picture");
  if (!(await readEnd(file, JPEG_END_WITHIN)).includes(JPEG_END)) throw cutOff("picture");
  return "JPEG";
};
