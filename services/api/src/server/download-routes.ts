import type { DatabaseConnection } from "@due-regard/database/connection";
import { type GeneralAct, may } from "@due-regard/domain/access/policy";
import type { Scope } from "@due-regard/domain/access/roles";
import type { Failure, Result } from "@due-regard/domain/result";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AnyDownload, Download, DownloadQuestion } from "../downloads/download-format.ts";
import { DOWNLOADS } from "../downloads/downloads.ts";
import { messageBody, type Page } from "../pages/page-layout.ts";
import { prefersHtml } from "./error-answers.ts";
import type { Identification } from "./identify-request.ts";

export interface DownloadOptions {
  database: DatabaseConnection;
  identification: Identification;
  render: (page: Page) => string;
  baseUrl: string;
}

interface Refusal {
  status: number;
  title: string;
  sentences: readonly string[];
}

/** GET /downloads/dashboard.csv and the like. They change nothing, so that a link from anywhere may lead to one. */
export const registerDownloads = (app: FastifyInstance, options: DownloadOptions): void => {
  const { identification } = options;
  app.route<{ Params: { file: string } }>({
    method: "GET",
    url: "/downloads/:file",
    config: { rateLimit: identification.rateLimit },
    onRequest: identification.identify,
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const refusal = identification.refuseToken(request);
      if (refusal) return sendRefusal(options, request, reply, signedOut(refusal.message));
      if (request.viewer === null && prefersHtml(request)) {
        return reply.redirect(`/auth/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303);
      }
      if (request.viewer === null) return sendRefusal(options, request, reply, SIGNED_OUT);
      const found = findDownload(request.params.file);
      if ("refusal" in found) return sendRefusal(options, request, reply, found.refusal);
      const { act } = found.download;
      if (!may(request.viewer, act)) return sendRefusal(options, request, reply, notAllowed(act));
      const made = await makeDownload(options, request, found);
      if (!made.ok) return sendRefusal(options, request, reply, refusalOf(made.failure));
      return sendDownload(reply, made.value);
    },
  });
};

const signedOut = (message: string): Refusal => ({
  status: 401,
  title: "You need to sign in",
  sentences: [message],
});

const SIGNED_OUT = signedOut(
  "Sign in, or send a token that may read what you want: Authorization: Bearer dr_… Tokens are described in docs/api.md.",
);

/** What a token must be able to read, in words; people signed in by a browser may ask for all of it. */
const READS: Partial<Record<GeneralAct, { what: string; scope: Scope }>> = {
  "performance.read": { what: "metrics", scope: "read:metrics" },
  "assessments.list": { what: "assessments", scope: "read:assessments" },
  "reviews.read": { what: "the agenda of a group on which you sit", scope: "read:assessments" },
};

const notAllowed = (act: GeneralAct): Refusal => {
  const reads = READS[act];
  const sentence = reads
    ? `This token may not read ${reads.what}. Make one with the scope ${reads.scope}.`
    : "Your role does not let you.";
  return { status: 403, title: "You may not download this", sentences: [sentence] };
};

interface FoundDownload {
  download: AnyDownload;
  ending: string;
}

const findDownload = (file: string): FoundDownload | { refusal: Refusal } => {
  const [, name = "", ending = ""] = /^([a-z-]+)\.([a-z]+)$/.exec(file) ?? [];
  const download = Object.hasOwn(DOWNLOADS, name) ? DOWNLOADS[name] : undefined;
  if (download?.endings.includes(ending)) return { download, ending };
  const offered = Object.entries(DOWNLOADS).flatMap(([each, { endings }]) =>
    endings.map((one) => `/downloads/${each}.${one}`),
  );
  const title = "There is no such download";
  return { refusal: { status: 404, title, sentences: [`These are offered: ${offered.join(", ")}.`] } };
};

const makeDownload = (
  { database, baseUrl }: DownloadOptions,
  request: FastifyRequest,
  { download, ending }: FoundDownload,
): Promise<Result<Download>> =>
  download.make(
    ending,
    { db: database.db, viewer: request.viewer, now: new Date().toISOString(), baseUrl },
    questionOf(request),
  );

/** Each parameter with all of its values; an empty one was left open in a form and counts as not given. */
const questionOf = (request: FastifyRequest): DownloadQuestion =>
  Object.fromEntries(
    Object.entries(request.query as Record<string, string | string[]>).map(([name, values]) => [
      name,
      [values].flat().filter((value) => value !== ""),
    ]),
  );

const STATUS: Record<Failure["kind"], number> = {
  VALIDATION: 400,
  CONFLICT: 409,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
};

const refusalOf = (failure: Failure): Refusal => ({
  status: STATUS[failure.kind],
  title: "This can’t be downloaded",
  sentences:
    failure.kind === "VALIDATION" ? failure.problems.map(({ message }) => message) : [failure.message],
});

const sendRefusal = (
  { render }: DownloadOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, sentences }: Refusal,
): FastifyReply => {
  reply.code(status);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  if (!prefersHtml(request)) return reply.send({ error: sentences.join(" ") });
  const link = { href: "/", text: "Go to the start page" };
  return reply
    .type("text/html; charset=utf-8")
    .send(render({ title, body: messageBody(title, sentences, link) }));
};

/** As a file to keep, never as a page of ours: a browser must not read it as anything else either (nosniff, helmet). */
const sendDownload = (reply: FastifyReply, { fileName, contentType, bytes }: Download): FastifyReply =>
  reply
    .type(contentType)
    .header("content-disposition", `attachment; filename="${fileName}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
