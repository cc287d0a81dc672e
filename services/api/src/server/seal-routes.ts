import type { DatabaseConnection } from "@due-regard/database/connection";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { bundleFileName } from "@due-regard/domain/seal/bundle";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { loadBundle } from "../features/assessments/load-bundle.ts";
import { loadHeadByReference } from "../features/assessments/load-head.ts";
import { messageBody, type Page } from "../pages/page-layout.ts";
import type { SealKeys } from "../seal/seal-keys.ts";
import { prefersHtml } from "./error-answers.ts";
import type { Identification } from "./identify-request.ts";

export interface SealRouteOptions {
  database: DatabaseConnection;
  identification: Identification;
  seals: SealKeys | undefined;
  render: (page: Page) => string;
}

/**
 * GET /seal-keys.json: the public keys, for anybody who verifies. GET /downloads/sealed/EHRIA-2026-0007: a sealed assessment as a
 * file that proves itself, for whoever may read it; ?revision=1 for an earlier one, for whoever may see its workings.
 */
export const registerSealRoutes = (app: FastifyInstance, options: SealRouteOptions): void => {
  const { identification, seals } = options;
  app.get("/seal-keys.json", async (_request, reply) =>
    reply
      .header("cache-control", "public, max-age=300")
      .type("application/json; charset=utf-8")
      .send(JSON.stringify({ keys: seals?.known ?? [] })),
  );
  app.route<{ Params: { reference: string } }>({
    method: "GET",
    url: "/downloads/sealed/:reference",
    config: { rateLimit: identification.rateLimit },
    onRequest: identification.identify,
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const refusal = identification.refuseToken(request);
      if (refusal !== null || request.viewer === null) return askToSignIn(request, reply);
      const found = await findBundle(options, request, request.params.reference);
      return found === null ? sendNothing(options, request, reply) : sendBundle(reply, found);
    },
  });
};

interface FoundBundle {
  name: string;
  text: string;
}

const readRevision = ({ query }: FastifyRequest): number | undefined => {
  const { revision } = query as { revision?: unknown };
  return typeof revision === "string" && /^[1-9]\d{0,5}$/.test(revision) ? Number(revision) : undefined;
};

const findBundle = async (
  { database: { db } }: SealRouteOptions,
  request: FastifyRequest,
  reference: string,
): Promise<FoundBundle | null> => {
  const head = await loadHeadByReference(db, request.viewer, reference);
  if (head === null) return null;
  const revision = readRevision(request) ?? head.revision;
  const isEarlier = revision !== head.revision;
  if (isEarlier && !mayOnAssessment(request.viewer, "assessment.workings", head.policySubject)) return null;
  const text = await loadBundle(db, head, revision);
  return text === null ? null : { text, name: bundleFileName(head.reference, revision) };
};

const sendBundle = (reply: FastifyReply, { name, text }: FoundBundle): FastifyReply =>
  reply
    .type("application/json; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(text);

const askToSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  prefersHtml(request)
    ? reply.redirect(`/auth/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303)
    : reply
        .code(401)
        .header("www-authenticate", "Bearer")
        .send({ error: "Sign in, or send a token that may read assessments." });

/** Not there, not sealed, and not for this person look the same. */
const sendNothing = (
  { render }: SealRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const title = "There is no sealed assessment here";
  const sentences = [
    "Check the reference. An assessment is sealed when its lead officer signs and submits it.",
  ];
  reply.code(404);
  if (!prefersHtml(request)) return reply.send({ error: `${title}. ${sentences[0]}` });
  const link = { href: "/assessments", text: "Go to Assessments" };
  return reply
    .type("text/html; charset=utf-8")
    .send(render({ title, body: messageBody(title, sentences, link) }));
};
