import type { DatabaseConnection } from "@due-regard/database/connection";
import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Page } from "../pages/page-layout.ts";
import { describeError } from "../server/describe-error.ts";
import { signedOutHerePage, troublePage } from "./auth-pages.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { cookieNames, readCredentials, writeCookie } from "./credentials.ts";
import { type IssuerClient, isTooOld } from "./issuer.ts";
import { safeReturnPath } from "./return-path.ts";
import { isSameOrigin } from "./same-origin.ts";
import { newSecret } from "./secrets.ts";
import { endAllSessions, endSession, SESSION_SECONDS } from "./sessions.ts";
import { ATTEMPT_SECONDS, startAttempt, takeAttempt } from "./sign-in-attempts.ts";
import { loadViewer } from "./viewer.ts";

export interface AuthRoutesOptions {
  /** BASE_URL without a slash at the end. */
  baseUrl: string;
  database: DatabaseConnection;
  issuer: IssuerClient;
  /** Origins that the content security policy lets forms lead to. */
  formOrigins: readonly string[];
  rateLimit: { max: number; timeWindow: number };
  render: (page: Page) => string;
}

type Trouble = Parameters<typeof troublePage>[0];

/** The doors under /auth: sign-in, callback, sign-out, sign-out-everywhere. */
export const registerAuthRoutes = async (app: FastifyInstance, options: AuthRoutesOptions): Promise<void> =>
  app.register(async (scope) => {
    await scope.register(formbody);
    scope.addHook("onSend", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    const config = { rateLimit: options.rateLimit };
    scope.get("/auth/sign-in", { config }, beginSignIn(options));
    scope.get("/auth/callback", { config }, finishSignIn(options));
    scope.post("/auth/sign-out", { config }, signOut(options));
    scope.post("/auth/sign-out-everywhere", { config }, signOutEverywhere(options));
  });

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

const isHttps = (baseUrl: string): boolean => baseUrl.startsWith("https:");

const sendPage = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").send(text);

const sendTrouble = ({ render }: AuthRoutesOptions, reply: FastifyReply, trouble: Trouble): FastifyReply => {
  const page = troublePage(trouble);
  return sendPage(reply, page.status, render(page));
};

/**
 * Seconds within which the person must have proved who they are, when a page asks for it (?maxAge=300 before signing
 * an assessment); else a session's life. It is always asked for, because only then must an issuer say when it was.
 */
const readMaxAge = (value: unknown): number =>
  typeof value === "string" && /^\d{1,5}$/.test(value)
    ? Math.min(Number(value), SESSION_SECONDS)
    : SESSION_SECONDS;

const beginSignIn =
  (options: AuthRoutesOptions): Handler =>
  async (request, reply) => {
    const { baseUrl, database, issuer } = options;
    const { returnTo, maxAge } = request.query as Record<string, unknown>;
    const { browser } = cookieNames(isHttps(baseUrl));
    const browserSecret = request.cookies[browser] || newSecret();
    const attempt = await startAttempt(database.db, {
      returnTo: safeReturnPath(returnTo),
      maxAge: readMaxAge(maxAge),
      browserSecret,
    });
    try {
      const url = await issuer.authorizationUrl(attempt);
      writeCookie(reply, {
        name: browser,
        value: browserSecret,
        https: isHttps(baseUrl),
        seconds: ATTEMPT_SECONDS,
      });
      return reply.redirect(url.href, 303);
    } catch (error) {
      request.log.error({ error: describeError(error) }, "the issuer could not be reached");
      return sendTrouble(options, reply, "ISSUER_DOWN");
    }
  };

const finishSignIn =
  (options: AuthRoutesOptions): Handler =>
  async (request, reply) => {
    const { baseUrl, database, issuer } = options;
    const names = cookieNames(isHttps(baseUrl));
    const { state } = request.query as Record<string, unknown>;
    const browserSecret = request.cookies[names.browser];
    if (typeof state !== "string" || !browserSecret) return sendTrouble(options, reply, "LOST_ATTEMPT");
    const attempt = await takeAttempt(database.db, { state, browserSecret });
    if (!attempt) return sendTrouble(options, reply, "LOST_ATTEMPT");
    try {
      const callback = new URL(`${baseUrl}${request.url}`);
      const identity = await issuer.exchange(callback, { ...attempt, state });
      const oldSecret = request.cookies[names.session] ?? null;
      const outcome = await completeSignIn(database.db, { identity, oldSecret, requestId: request.id });
      if (!outcome.signedIn) return sendTrouble(options, reply, outcome.refusal);
      const cookie = { name: names.session, value: outcome.secret, https: isHttps(baseUrl) };
      writeCookie(reply, { ...cookie, seconds: SESSION_SECONDS });
      return reply.redirect(attempt.returnTo, 303);
    } catch (error) {
      request.log.warn({ error: describeError(error) }, "sign-in was not finished");
      return sendTrouble(options, reply, troubleOf(error));
    }
  };

const troubleOf = (error: unknown): Trouble => {
  if (isUnreachable(error)) return "ISSUER_DOWN";
  return isTooOld(error) ? "NOT_ASKED_AGAIN" : "NOT_FINISHED";
};

/** What fetch throws when nobody answers, and openid-client when nobody answers in time. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError || (error as { code?: unknown }).code === "OAUTH_TIMEOUT";

const signOut =
  (options: AuthRoutesOptions): Handler =>
  async (request, reply) => {
    if (!isSameOrigin(request, new URL(options.baseUrl).origin))
      return sendTrouble(options, reply, "OTHER_SITE");
    const names = cookieNames(isHttps(options.baseUrl));
    const secret = request.cookies[names.session];
    const ended = secret ? await endSession(options.database.db, secret) : null;
    return leave(options, request, reply, ended?.idToken ?? null);
  };

const signOutEverywhere =
  (options: AuthRoutesOptions): Handler =>
  async (request, reply) => {
    const { baseUrl, database } = options;
    if (!isSameOrigin(request, new URL(baseUrl).origin)) return sendTrouble(options, reply, "OTHER_SITE");
    const credentials = readCredentials(request, cookieNames(isHttps(baseUrl)));
    if (credentials.kind !== "SESSION") return leave(options, request, reply, null);
    const viewer = await loadViewer(database.db, credentials);
    if (!viewer) return leave(options, request, reply, null);
    const { secret } = credentials;
    const { idToken } = await endAllSessions(database.db, {
      userId: viewer.userId,
      secret,
      requestId: request.id,
    });
    return leave(options, request, reply, idToken);
  };

/** Forgets the cookie, then ends the session at the issuer too, where there was one and the issuer has a place for it. */
const leave = async (
  options: AuthRoutesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  idToken: string | null,
): Promise<FastifyReply> => {
  const https = isHttps(options.baseUrl);
  writeCookie(reply, { name: cookieNames(https).session, value: null, https, seconds: 0 });
  const url = idToken === null ? null : await endSessionUrl(options, request, idToken);
  if (!url) return reply.redirect("/", 303);
  if (options.formOrigins.includes(url.origin)) return reply.redirect(url.href, 303);
  return sendPage(reply, 200, options.render(signedOutHerePage(url.href)));
};

const endSessionUrl = (
  options: AuthRoutesOptions,
  request: FastifyRequest,
  idToken: string,
): Promise<URL | null> =>
  options.issuer.endSessionUrl(idToken).catch((error: unknown) => {
    request.log.warn({ error: describeError(error) }, "the issuer could not be reached to sign out there");
    return null;
  });
