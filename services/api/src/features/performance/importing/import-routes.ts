import { may } from "@due-regard/domain/access/policy";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SignedInViewer } from "../../../context.ts";
import { parameterOf, type Refusal, registerReceiving } from "../../../receiving/receive-route.ts";
import type { SpooledFile } from "../../../receiving/spool-file.ts";
import type { Identification } from "../../../server/identify-request.ts";
import { IMPORT_FILE, IMPORT_LIMITS } from "./files/import-limits.ts";
import { within } from "./import-queue.ts";
import { findImport } from "./load-imports.ts";
import { takeInFile } from "./take-in-file.ts";

/** Small files are read by then, and what is wrong with one is told at once. */
const READ_WITHIN_MS = 800;

/**
 * POST /imports?name=figures.csv with the file as the body. It is answered with the import's id when it is there; its rows
 * are staged then or soon after.
 */
export const registerImportRoutes = (app: FastifyInstance, identification: Identification): Promise<void> =>
  registerReceiving(app, {
    url: "/imports",
    identification,
    limit: IMPORT_FILE,
    arrivalMs: IMPORT_LIMITS.arrivalMs,
    uploadsAtOnce: IMPORT_LIMITS.uploadsAtOnce,
    signInFirst: "Sign in to import figures.",
    refuse: (_request, viewer) => (may(viewer, "performance.import") ? null : NOT_ALLOWED),
    take: (request, reply, received) => answer(identification, request, reply, received),
  });

const NOT_ALLOWED: Refusal = {
  status: 403,
  message:
    "You may not import figures, or this token does not have the scopes read:metrics and write:metrics.",
};

const answer = async (
  { contextOf }: Identification,
  request: FastifyRequest,
  reply: FastifyReply,
  { viewer, file }: { viewer: SignedInViewer; file: SpooledFile },
): Promise<FastifyReply> => {
  const context = contextOf(request);
  const taken = await takeInFile(context, viewer, { name: parameterOf(request, "name"), file });
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
