import type { DatabaseConnection } from "@due-regard/database/connection";
import { publicCopySchema } from "@due-regard/domain/ehria/publication/public-copy";
import { affectedGroups } from "@due-regard/domain/ehria/publication/public-words";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { messageBody, type Page } from "../../../pages/page-layout.ts";
import { assessmentPage } from "../../../register/assessment-page.ts";
import type { Identification } from "../../../server/identify-request.ts";
import { type FoundPrepared, findPrepared } from "./publication-download.ts";

export interface PreviewOptions {
  database: DatabaseConnection;
  identification: Identification;
  render: (page: Page) => string;
  baseUrl: string;
}

/** A page on its own, as the register would show it: no script runs in it, nothing frames it, and it loads styles alone. */
const PREVIEW_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** GET /publications/EHRIA-2026-0007: the copy that waits for approval, as the public would see it, for who has a part in that. */
export const registerPreview = (app: FastifyInstance, options: PreviewOptions): void => {
  const { identification, database } = options;
  app.route<{ Params: { reference: string } }>({
    method: "GET",
    url: "/publications/:reference",
    config: { rateLimit: identification.rateLimit },
    onRequest: identification.identify,
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const refusal = identification.refuseToken(request);
      if (refusal !== null || request.viewer === null) return askToSignIn(request, reply);
      const found = await findPrepared(database.db, request.viewer, request.params.reference);
      return found.ok ? sendPreview(options, reply, found.value) : sendNothing(options, reply);
    },
  });
};

const askToSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.redirect(`/auth/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303);

const sendNothing = ({ render }: PreviewOptions, reply: FastifyReply): FastifyReply => {
  const title = "There is nothing to look at";
  const sentences = ["No copy for the public is prepared under this reference, or it isn’t yours to see."];
  const body = messageBody(title, sentences, { href: "/", text: "Go to the start page" });
  return reply.code(404).type("text/html; charset=utf-8").send(render({ title, body }));
};

const sendPreview = (
  { render, baseUrl }: PreviewOptions,
  reply: FastifyReply,
  found: FoundPrepared,
): FastifyReply =>
  reply
    .header("content-security-policy", PREVIEW_POLICY)
    .type("text/html; charset=utf-8")
    .send(render(previewPage(found, baseUrl)));

const previewPage = ({ prepared, files }: FoundPrepared, baseUrl: string): Page => {
  const copy = publicCopySchema.parse(JSON.parse(prepared.copy));
  const { reference, edition } = copy;
  const html = files.find(({ format }) => format === "html");
  return assessmentPage({
    entry: {
      reference,
      edition,
      state: "PUBLISHED",
      organisationCode: copy.organisation.code,
      organisation: copy.organisation.name,
      departmentSlug: copy.department.slug,
      department: copy.department.name,
      firstPublishedAt: prepared.preparedAt,
      changedAt: prepared.preparedAt,
      notice: null,
      supersededBy: null,
    },
    edition: {
      reference,
      edition,
      title: copy.title,
      completedOn: copy.completedOn,
      publishedAt: prepared.approvedAt ?? prepared.preparedAt,
      characteristics: affectedGroups(copy),
      content: prepared.copy,
      contentHash: prepared.copyHash,
      seal: null,
    },
    copy,
    text: Buffer.from(html?.bytes ?? []).toString("utf8"),
    files: files.map(({ format, sha256, bytes }) => ({ format, sha256, size: bytes.length })),
    editions: [],
    successorIsHere: false,
    baseUrl,
    previewFile: (format) => `/downloads/publication.${format}?reference=${reference}`,
  });
};
