import { may } from "@due-regard/domain/access/policy";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SignedInViewer } from "../../../context.ts";
import type { Identification } from "../../../server/identify-request.ts";
import { IMPORT_LIMITS, tooLarge, UnreadableFile } from "./files/import-limits.ts";
import { spoolFile } from "./files/spool-file.ts";
import { within } from "./import-queue.ts";
import { findImport } from "./load-imports.ts";
import { takeInFile } from "./take-in-file.ts";

/** Small files are read by then, and what is wrong with one is told at once. */
const READ_WITHIN_MS = 800;

interface Refusal {
  status: number;
  message: string;
}

/**
 * POST /imports?name=figures.csv with the file as the body, as it is: no form, no JSON. It is written to the disk as it
 * comes, never held in memory, and answered with the import's id when it is there; its rows are staged then or soon after.
 */
export const registerImportRoutes = async (
  app: FastifyInstance,
  identification: Identification,
): Promise<void> => {
  let uploads = 0;
  await app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.route({
      method: "POST",
      url: "/imports",
      bodyLimit: IMPORT_LIMITS.fileBytes,
      config: { rateLimit: identification.rateLimit, arrivalMs: IMPORT_LIMITS.arrivalMs },
      onRequest: identification.identify,
      preParsing: async (request, reply) => {
        const refusal = refusalOf(identification, request, uploads);
        return refusal === null ? undefined : refuse(reply, refusal);
      },
      handler: async (request, reply) => {
        uploads += 1;
        try {
          return await receive(identification, request, reply);
        } finally {
          uploads -= 1;
        }
      },
    });
    registered();
  });
};

/** The body is not read any more: whoever still sends it is told to stop. */
const refuse = (reply: FastifyReply, { status, message }: Refusal): FastifyReply =>
  reply
    .code(status)
    .header("connection", "close")
    .header("cache-control", "no-store")
    .send({ error: message });

const refusalOf = (
  { refuse: refuseSender }: Identification,
  request: FastifyRequest,
  uploads: number,
): Refusal | null => {
  const { viewer } = request;
  const stranger = refuseSender(request);
  if (stranger !== null) return stranger;
  if (viewer === null) return { status: 401, message: "Sign in to import figures." };
  if (!may(viewer, "performance.import")) {
    const message =
      "You may not import figures, or this token does not have the scopes read:metrics and write:metrics.";
    return { status: 403, message };
  }
  if (Number(request.headers["content-length"] ?? 0) > IMPORT_LIMITS.fileBytes)
    return { status: 413, message: tooLarge().message };
  if (uploads < IMPORT_LIMITS.uploadsAtOnce) return null;
  return { status: 503, message: "Several files are being received already. Try again in a minute." };
};

const receive = async (
  { contextOf }: Identification,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const context = contextOf(request);
  const viewer = request.viewer as SignedInViewer;
  const body = (request.body ?? []) as AsyncIterable<Uint8Array>;
  const file = await spoolFile(body).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return { status: 413, message: error.message };
    if (request.raw.destroyed)
      return { status: 400, message: "The file did not wholly arrive. Send it again." };
    throw error;
  });
  if ("message" in file) return refuse(reply, file);
  const taken = await takeInFile(context, viewer, { name: nameOf(request), file });
  if (!taken.ok) {
    const { failure } = taken;
    const message = failure.kind === "VALIDATION" ? (failure.problems[0]?.message ?? "") : failure.message;
    return await reply.code(422).send({ error: message });
  }
  const { importId, done } = taken.value;
  await within(done, READ_WITHIN_MS);
  const record = await findImport(context.db, viewer, importId);
  reply.header("cache-control", "no-store");
  if (record?.state === "FAILED") return await reply.code(422).send({ id: importId, error: record.failure });
  return await reply.code(201).send({ id: importId, state: record?.state });
};

const nameOf = (request: FastifyRequest): string => {
  const { name } = request.query as Record<string, unknown>;
  return typeof name === "string" ? name : "";
};
