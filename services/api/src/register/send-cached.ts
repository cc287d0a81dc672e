import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

export interface CachedAnswer {
  body: string | Uint8Array;
  type: string;
  /** SHA-256 of the body, where it is known already. */
  sha256?: string;
  /** ISO instant. Null: it has never changed. */
  lastModified?: string | null;
  status?: number;
}

/**
 * A minute: what is withdrawn must be gone soon, from the caches between us and the reader as well. After that they ask again, and
 * mostly hear that nothing has changed.
 */
const FOR_A_MINUTE = "public, max-age=60, must-revalidate";

/** Sends an answer with its strong ETag, or says that the reader has it already. The same for everybody, signed in or not. */
export const sendCached = (
  request: FastifyRequest,
  reply: FastifyReply,
  { body, type, sha256, lastModified = null, status = 200 }: CachedAnswer,
): FastifyReply => {
  const etag = `"${sha256 ?? createHash("sha256").update(body).digest("hex")}"`;
  reply.headers({ etag, "cache-control": FOR_A_MINUTE });
  if (lastModified !== null) reply.header("last-modified", new Date(lastModified).toUTCString());
  if (status === 200 && isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply
    .code(status)
    .type(type)
    .send(typeof body === "string" ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
};

/** By RFC 9110, 13.1.2: compared weakly, since a cache on the way may have made the tag weak. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? "")
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""))
    .some((each) => each === "*" || each === etag);
