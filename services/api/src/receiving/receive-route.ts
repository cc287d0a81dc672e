import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SignedInViewer } from "../context.ts";
import type { Identification } from "../server/identify-request.ts";
import { type SpooledFile, type SpoolLimit, spoolFile } from "./spool-file.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Why a file is not taken. */
export interface Refusal {
  status: number;
  message: string;
}

export interface ReceiveOptions {
  url: string;
  identification: Identification;
  limit: SpoolLimit;
  /** The whole file must arrive within this, in milliseconds. */
  arrivalMs: number;
  /** Files that one process receives at the same time at this address. */
  uploadsAtOnce: number;
  /** What somebody is told who is not signed in. */
  signInFirst: string;
  /** Asked before the file is read. Null: they may send it. */
  refuse: (request: FastifyRequest, viewer: SignedInViewer) => Promise<Refusal | null> | Refusal | null;
  /** Answers once the file is there. It lets go of the file. */
  take: (
    request: FastifyRequest,
    reply: FastifyReply,
    received: { viewer: SignedInViewer; file: SpooledFile },
  ) => Promise<FastifyReply>;
}

/**
 * POST with a file as the body, as it is: no form, no JSON. It is written to the disk as it comes, never held in memory,
 * and whoever may not send it is told before they do.
 */
export const registerReceiving = async (app: FastifyInstance, options: ReceiveOptions): Promise<void> => {
  const { url, identification, limit, arrivalMs } = options;
  let uploads = 0;
  await app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.route({
      method: "POST",
      url,
      bodyLimit: limit.bytes,
      config: { rateLimit: identification.rateLimit, arrivalMs },
      onRequest: identification.identify,
      preParsing: async (request, reply) => {
        const refusal = await refusalOf(options, request, uploads);
        return refusal === null ? undefined : refuseFile(reply, refusal);
      },
      handler: async (request, reply) => {
        uploads += 1;
        try {
          return await receive(options, request, reply);
        } finally {
          uploads -= 1;
        }
      },
    });
    registered();
  });
};

/** The body is not read any more: whoever still sends it is told to stop. */
export const refuseFile = (reply: FastifyReply, { status, message }: Refusal): FastifyReply =>
  reply
    .code(status)
    .header("connection", "close")
    .header("cache-control", "no-store")
    .send({ error: message });

const refusalOf = async (
  { identification, limit, uploadsAtOnce, signInFirst, refuse }: ReceiveOptions,
  request: FastifyRequest,
  uploads: number,
): Promise<Refusal | null> => {
  const { viewer } = request;
  const stranger = identification.refuse(request);
  if (stranger !== null) return stranger;
  if (viewer === null) return { status: 401, message: signInFirst };
  const refusal = await refuse(request, viewer);
  if (refusal !== null) return refusal;
  if (Number(request.headers["content-length"] ?? 0) > limit.bytes)
    return { status: 413, message: limit.tooLarge().message };
  if (uploads < uploadsAtOnce) return null;
  return { status: 503, message: "Several files are being received already. Try again in a minute." };
};

const receive = async (
  { limit, take }: ReceiveOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const body = (request.body ?? []) as AsyncIterable<Uint8Array>;
  const file = await spoolFile(body, limit).catch((error: unknown): Refusal => {
    if (error instanceof UnreadableFile) return { status: 413, message: error.message };
    if (request.raw.destroyed)
      return { status: 400, message: "The file did not wholly arrive. Send it again." };
    throw error;
  });
  if ("message" in file) return refuseFile(reply, file);
  // Asked for before the file was read.
  const viewer = request.viewer as SignedInViewer;
  return await take(request, reply, { viewer, file });
};

/** The name that a sender gives a file, as it came: `?name=…`. Empty: none. */
export const parameterOf = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
};
