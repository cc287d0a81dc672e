import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { messageBody, type Page } from "../pages/page-layout.ts";
import { sendGraphqlError } from "./graphql-answers.ts";
import { opaqueMessage, referTo } from "./graphql-errors.ts";
import { LIMITS } from "./limits.ts";

interface Answer {
  status: number;
  code: string;
  message: string;
}

/** What went wrong on the way in, in words. Everything that is not here and is our fault stays opaque. */
const KNOWN: Record<string, Answer> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: "LIMIT_EXCEEDED",
    message: `This request is too large: at most ${LIMITS.bodyBytes / 1024 / 1024} MB is taken. Send it in smaller parts.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: "BAD_REQUEST",
    message: "Send the request as JSON, with the header content-type: application/json.",
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: "BAD_REQUEST", message: "The request has no body." },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: "BAD_REQUEST",
    message: "The request’s body is not valid JSON.",
  },
  TIMED_OUT: {
    status: 503,
    code: "TIMED_OUT",
    message: `This took too long (more than ${LIMITS.answerMs / 1000} seconds) and was given up. Ask for less; if it was to change something, look whether it did before you try again.`,
  },
};

const BAD_REQUEST: Answer = { status: 400, code: "BAD_REQUEST", message: "This request could not be read." };

const answerFor = (error: FastifyError, request: FastifyRequest): Answer => {
  const known = KNOWN[error.code];
  if (known) return known;
  const { statusCode = 500 } = error;
  if (error.code === "RATE_LIMITED") return { status: 429, code: "RATE_LIMITED", message: error.message };
  if (statusCode >= 400 && statusCode < 500) return { ...BAD_REQUEST, status: statusCode };
  const reference = referTo(error, request.log as Logger, { route: request.routeOptions.url });
  return { status: 500, code: "INTERNAL", message: opaqueMessage(reference) };
};

export const prefersHtml = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? "").includes("text/html");

/** Sends words to whoever asked in the form that they read: GraphQL, a page or JSON. Never a stack or a path. */
const sendAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: Answer,
  render: (page: Page) => string,
): FastifyReply => {
  if (request.routeOptions.url === "/graphql") return sendGraphqlError(reply, status, code, message);
  reply.code(status).header("cache-control", "no-store");
  if (!prefersHtml(request)) return reply.send({ error: message });
  const title = status < 500 ? "We could not answer that" : "Sorry, something went wrong";
  return reply.type("text/html; charset=utf-8").send(render({ title, body: messageBody(title, [message]) }));
};

/** Maps every error that reaches the framework to an answer in words. */
export const registerErrorAnswers = (app: FastifyInstance, render: (page: Page) => string): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    sendAnswer(request, reply, answerFor(error, request), render),
  );
};

/** "There is nothing here", as a page or as JSON. */
export const sendNotFound = (
  request: FastifyRequest,
  reply: FastifyReply,
  render: (page: Page) => string,
): FastifyReply => {
  reply.code(404).header("cache-control", "no-store");
  if (!prefersHtml(request)) return reply.send({ error: "There is nothing at this address." });
  const body = messageBody(
    "Page not found",
    ["There is nothing at this address. If you typed it, check it."],
    {
      href: "/",
      text: "Go to the start",
    },
  );
  return reply.type("text/html; charset=utf-8").send(render({ title: "Page not found", body }));
};
