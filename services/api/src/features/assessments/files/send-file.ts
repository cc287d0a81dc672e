import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Executor } from "@due-regard/database/connection";
import { readContent } from "@due-regard/database/files/read-content";
import { FILE_TYPE_FACTS } from "@due-regard/domain/ehria/evidence/file-types";
import { create } from "content-disposition";
import type { FastifyReply } from "fastify";
import type { FoundFile } from "./find-file.ts";

/**
 * What a browser may do with a file: keep it, and nothing else. Nothing in it runs or loads, no page holds it, no other site
 * gets it, and nobody keeps a copy on the way.
 */
const FILE_HEADERS = {
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
  "accept-ranges": "none",
} as const;

/** Sends a file as an attachment, a piece at a time: whoever takes it slowly holds neither memory nor a connection. */
export const sendFile = (db: Executor, reply: FastifyReply, file: FoundFile): FastifyReply =>
  reply
    .headers(FILE_HEADERS)
    .header("content-disposition", create(file.name))
    .header("content-length", file.bytes)
    .type(FILE_TYPE_FACTS[file.type].mediaType)
    .send(Readable.from(whole(db, file), { objectMode: false, highWaterMark: 64 * 1024 }));

/** Bytes that are not those that were cited never arrive as a whole file. */
const whole = async function* (db: Executor, { sha256, bytes }: FoundFile): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let held: Buffer | null = null;
  let read = 0;
  for await (const piece of readContent(db, sha256)) {
    if (held !== null) yield held;
    held = piece;
    hash.update(piece);
    read += piece.length;
  }
  if (read !== bytes || hash.digest("hex") !== sha256) throw new Error("A file is not what was stored");
  if (held !== null) yield held;
};
