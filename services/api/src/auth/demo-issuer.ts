import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { messageBody, type Page } from "../pages/page-layout.ts";
import { type ChoosableAccount, chooseAccountPage } from "./demo-issuer-page.ts";
import {
  createDemoProvider,
  DEMO_CLIENT_ID,
  DEMO_ISSUER_PATH,
  DEMO_SESSION_COOKIE,
} from "./demo-provider.ts";
import type { IssuerSettings } from "./issuer.ts";
import { isSameOrigin } from "./same-origin.ts";
import { newSecret } from "./secrets.ts";

export interface DemoIssuerOptions {
  /** BASE_URL without a slash at the end. */
  baseUrl: string;
  accounts: readonly ChoosableAccount[];
  render: (page: Page) => string;
}

const LOST: Page = {
  title: "Start signing in again",
  body: messageBody(
    "Start signing in again",
    ["This page has been open for too long, or in two places at once."],
    {
      href: "/auth/sign-in",
      text: "Sign in again",
    },
  ),
};

/**
 * Mounts a real OpenID provider under /demo-issuer, whose page offers the demo accounts, and returns how to be its client.
 * It keeps no session of its own: every sign-in asks which account, so signing out needs nothing here. Keys, codes and
 * sign-ins under way live in this one process.
 */
export const mountDemoIssuer = async (
  app: FastifyInstance,
  options: DemoIssuerOptions,
): Promise<Pick<IssuerSettings, "issuer" | "clientId" | "clientSecret" | "fetch">> => {
  const { baseUrl, accounts, render } = options;
  const clientSecret = newSecret();
  const provider = createDemoProvider({
    baseUrl,
    clientSecret,
    people: accounts,
    renderError: () => render(LOST),
  });
  const answer = provider.callback();

  await app.register(async (scope) => {
    await scope.register(formbody);
    scope.get(`${DEMO_ISSUER_PATH}/choose/:uid`, async (request, reply) => {
      const found = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
      if (!found) return reply.code(400).type("text/html; charset=utf-8").send(render(LOST));
      return reply.type("text/html; charset=utf-8").send(render(chooseAccountPage(accounts, request.url)));
    });
    scope.post(`${DEMO_ISSUER_PATH}/choose/:uid`, async (request, reply) => {
      const { account } = (request.body ?? {}) as { account?: unknown };
      const chosen = accounts.find((each) => each.email === account);
      const next =
        chosen && isSameOrigin(request, new URL(baseUrl).origin)
          ? await provider
              .interactionResult(request.raw, reply.raw, {
                login: { accountId: chosen.email, remember: false },
              })
              .catch(() => null)
          : null;
      if (next === null) return reply.code(400).type("text/html; charset=utf-8").send(render(LOST));
      return reply.redirect(next, 303);
    });
  });

  await app.register(async (scope) => {
    // The provider reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
    scope.all(`${DEMO_ISSUER_PATH}/*`, async (request, reply) => {
      prepareForProvider(request, reply, new URL(baseUrl));
      reply.hijack();
      await answer(request.raw, reply.raw);
    });
  });

  const fetch = fetchOverLoopback(app, baseUrl);
  return { issuer: `${baseUrl}${DEMO_ISSUER_PATH}`, clientId: DEMO_CLIENT_ID, clientSecret, fetch };
};

/** The provider's own session cookie, and its signature. */
const ISSUER_SESSION = new RegExp(`^${DEMO_SESSION_COOKIE}(\\.sig)?=`);

/**
 * The provider expects to be mounted as in Express: `url` below the mount, `originalUrl` whole. It writes its own
 * addresses from the request's headers, so those are set from BASE_URL, never taken from outside. It never sees the cookie
 * of an earlier sign-in: otherwise choosing another account would first ask, with a script, to sign the last one out.
 */
const prepareForProvider = (request: FastifyRequest, reply: FastifyReply, base: URL): void => {
  const raw: FastifyRequest["raw"] & { originalUrl?: string } = request.raw;
  raw.originalUrl = request.url;
  raw.url = request.url.slice(DEMO_ISSUER_PATH.length);
  raw.headers.host = base.host;
  raw.headers["x-forwarded-proto"] = base.protocol.slice(0, -1);
  delete raw.headers["x-forwarded-host"];
  raw.headers.cookie = (raw.headers.cookie ?? "")
    .split(/; */)
    .filter((cookie) => !ISSUER_SESSION.test(cookie))
    .join("; ");
  // A hijacked reply does not send the headers that hooks have set.
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
};

/**
 * The server is its own issuer's client. BASE_URL may be a public name behind a proxy that this machine can't reach, so
 * calls to our own origin go to the port on which this process listens.
 */
const fetchOverLoopback =
  (app: FastifyInstance, baseUrl: string): NonNullable<IssuerSettings["fetch"]> =>
  async (address, options) => {
    const [listening] = app.addresses();
    if (!listening || typeof listening === "string")
      throw new Error("The demo issuer can't be reached before the server listens");
    const everywhere = listening.address === "0.0.0.0" || listening.address === "::";
    const host = everywhere ? "127.0.0.1" : listening.address;
    const local = `http://${host.includes(":") ? `[${host}]` : host}:${listening.port}`;
    if (!address.startsWith(`${baseUrl}/`)) throw new Error("The demo issuer's client talks to nobody else");
    const { signal, ...rest } = options;
    return fetch(`${local}${address.slice(baseUrl.length)}`, {
      ...rest,
      ...(signal ? { signal } : {}),
    } as RequestInit);
  };
