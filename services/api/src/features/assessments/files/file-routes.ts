import { may, mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Failure } from "@due-regard/domain/result";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SignedInViewer } from "../../../context.ts";
import { messageBody, type Page } from "../../../pages/page-layout.ts";
import type { Scanner } from "../../../receiving/clamav.ts";
import {
  parameterOf,
  type Refusal,
  refuseFile,
  registerReceiving,
} from "../../../receiving/receive-route.ts";
import type { SpooledFile } from "../../../receiving/spool-file.ts";
import { prefersHtml } from "../../../server/error-answers.ts";
import type { Identification } from "../../../server/identify-request.ts";
import { loadHeadByReference } from "../load-head.ts";
import { acceptFile } from "./accept-file.ts";
import { findFile } from "./find-file.ts";
import { EVIDENCE_FILE } from "./inspect/file-words.ts";
import { sendFile } from "./send-file.ts";

export interface FileRoutesOptions {
  identification: Identification;
  scanner: Scanner | null;
  render: (page: Page) => string;
}

const ARRIVAL_MS = 10 * 60_000;
const UPLOADS_AT_ONCE = 4;

/** POST /files takes a file as evidence; GET /files/ID hands it out again. */
export const registerFileRoutes = async (app: FastifyInstance, options: FileRoutesOptions): Promise<void> => {
  registerSending(app, options);
  await registerReceiving(app, {
    url: "/files",
    identification: options.identification,
    limit: EVIDENCE_FILE,
    arrivalMs: ARRIVAL_MS,
    uploadsAtOnce: UPLOADS_AT_ONCE,
    signInFirst: "Sign in to upload a file.",
    refuse: (request, viewer) => refusalOf(options, request, viewer),
    take: async (request, reply, { file }) => {
      try {
        return await take(options, request, reply, file);
      } finally {
        await file.close();
      }
    },
  });
};

const NO_SCOPE =
  "You may not upload files, or this token does not have the scopes read:assessments and write:assessments.";

/** Whoever may not change the assessment is told before they have sent the file. */
const refusalOf = async (
  { identification: { contextOf } }: FileRoutesOptions,
  request: FastifyRequest,
  viewer: SignedInViewer,
): Promise<Refusal | null> => {
  if (!may(viewer, "assessments.write")) return { status: 403, message: NO_SCOPE };
  const { db } = contextOf(request);
  const head = await loadHeadByReference(db, viewer, parameterOf(request, "assessment"));
  if (head === null) return { status: 404, message: "There is no assessment with this reference." };
  return mayOnAssessment(viewer, "assessment.edit", head.policySubject)
    ? null
    : { status: 403, message: "You can’t add evidence to this assessment, as it stands." };
};

const STATUS: Record<Failure["kind"], number> = {
  VALIDATION: 422,
  CONFLICT: 409,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
};

const take = async (
  { identification: { contextOf }, scanner }: FileRoutesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  file: SpooledFile,
): Promise<FastifyReply> => {
  const given = (name: string): string | null => parameterOf(request, name) || null;
  const input = {
    reference: parameterOf(request, "assessment"),
    place: parameterOf(request, "place"),
    name: parameterOf(request, "name"),
    title: given("title"),
    note: given("note"),
    idempotencyKey: given("key"),
  };
  const accepted = await acceptFile(contextOf(request), input, { file, scanner });
  if (!accepted.ok) {
    const { failure } = accepted;
    const message = failure.kind === "VALIDATION" ? (failure.problems[0]?.message ?? "") : failure.message;
    return refuseFile(reply, { status: STATUS[failure.kind], message });
  }
  const { linkId, fileId, name, state } = accepted.value;
  const evidence = Buffer.from(`EvidenceLink:${linkId}`).toString("base64");
  return await reply
    .header("cache-control", "no-store")
    .code(201)
    .send({ id: evidence, file: fileId, address: `/files/${fileId}`, name, state });
};

interface Answer {
  status: number;
  title: string;
  sentences: string[];
}

const SIGNED_OUT: Answer = {
  status: 401,
  title: "You need to sign in",
  sentences: [
    "Sign in, or send a token that may read assessments: Authorization: Bearer dr_… Tokens are described in docs/api.md.",
  ],
};
/** The same for what is not there and for what this person may not know of. */
const NOT_FOUND: Answer = {
  status: 404,
  title: "There is no such file",
  sentences: ["No such file was found here."],
};
const NOT_YET: Answer = {
  status: 409,
  title: "This file can’t be downloaded yet",
  sentences: ["It waits for the virus scanner. Try again in some minutes."],
};
const REFUSED: Answer = {
  status: 410,
  title: "This file can’t be downloaded",
  sentences: ["The virus scanner found something in it."],
};
const NOT_HANDED_OUT = { QUARANTINED: NOT_YET, REFUSED } as const;

const registerSending = (app: FastifyInstance, options: FileRoutesOptions): void => {
  const { identification } = options;
  app.route<{ Params: { file: string } }>({
    method: "GET",
    url: "/files/:file",
    config: { rateLimit: identification.rateLimit },
    onRequest: identification.identify,
    handler: async (request, reply) => {
      reply.header("cache-control", "private, no-store");
      const { viewer } = request;
      const stranger = identification.refuseToken(request);
      if (stranger) return answer(options, request, reply, { ...SIGNED_OUT, sentences: [stranger.message] });
      if (viewer === null && prefersHtml(request))
        return reply.redirect(`/auth/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303);
      if (viewer === null) return answer(options, request, reply, SIGNED_OUT);
      const { db } = identification.contextOf(request);
      const file = await findFile(db, viewer, request.params.file);
      if (file === null) return answer(options, request, reply, NOT_FOUND);
      return file.state === "AVAILABLE"
        ? sendFile(db, reply, file)
        : answer(options, request, reply, NOT_HANDED_OUT[file.state]);
    },
  });
};

const answer = (
  { render }: FileRoutesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, sentences }: Answer,
): FastifyReply => {
  reply.code(status);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  if (!prefersHtml(request)) return reply.send({ error: sentences.join(" ") });
  const link = { href: "/assessments", text: "Go to Assessments" };
  return reply
    .type("text/html; charset=utf-8")
    .send(render({ title, body: messageBody(title, sentences, link) }));
};
