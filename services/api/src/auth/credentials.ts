import type { FastifyReply, FastifyRequest } from "fastify";

/** What a request proves itself with. A token, even a wrong one, rules the cookie out: it never borrows its rights. */
export type Credentials =
  | { kind: "NONE" }
  | { kind: "SESSION"; secret: string }
  | { kind: "TOKEN"; token: string };

export interface CookieNames {
  session: string;
  /** Ties a sign-in to the browser that began it. */
  browser: string;
}

/** Behind https the `__Host-` prefix makes browsers refuse the cookie from any other host, path or plain http. */
export const cookieNames = (https: boolean): CookieNames => {
  const prefix = https ? "__Host-" : "";
  return { session: `${prefix}due-regard-session`, browser: `${prefix}due-regard-sign-in` };
};

export const readCredentials = (request: FastifyRequest, names: CookieNames): Credentials => {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    return { kind: "TOKEN", token: /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "" };
  }
  const secret = request.cookies[names.session];
  return secret ? { kind: "SESSION", secret } : { kind: "NONE" };
};

/** Lax, not Strict: otherwise somebody who follows a link in an email would look signed out. */
const cookieOptions = (https: boolean) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: https }) as const;

/** Sets a cookie that lasts for `seconds`, or removes it when `value` is null. */
export const writeCookie = (
  reply: FastifyReply,
  cookie: { name: string; value: string | null; https: boolean; seconds: number },
): void => {
  const options = cookieOptions(cookie.https);
  if (cookie.value === null) reply.clearCookie(cookie.name, options);
  else reply.setCookie(cookie.name, cookie.value, { ...options, maxAge: cookie.seconds });
};
