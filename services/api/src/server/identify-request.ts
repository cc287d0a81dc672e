import type { DatabaseConnection } from "@due-regard/database/connection";
import type { PublicRegister } from "@due-regard/database/public-register";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { type CookieNames, readCredentials } from "../auth/credentials.ts";
import { isSameOrigin } from "../auth/same-origin.ts";
import { type ApiViewer, loadViewer } from "../auth/viewer.ts";
import { type ApiContext, createContext } from "../context.ts";
import type { SealKeys } from "../seal/seal-keys.ts";
import type { RateLimit } from "./rate-limits.ts";

/** Who sends a request, for every route that acts for somebody: GraphQL, uploads and downloads. */

declare module "fastify" {
  interface FastifyRequest {
    /** Set by {@link Identification.identify}; null when nobody is signed in. */
    viewer: ApiViewer | null;
  }
}

export interface IdentifyOptions {
  database: DatabaseConnection;
  register: PublicRegister;
  /** The one origin whose pages may use the session cookie to change things. */
  origin: string;
  /** What seals are made and checked with. */
  seals?: SealKeys | undefined;
  cookies: CookieNames;
  rateLimit: RateLimit;
  /** Whether uploaded files are scanned for viruses: the pages say so. */
  scansFiles: boolean;
}

export interface RequestRefusal {
  status: 401 | 403;
  code: "UNAUTHENTICATED" | "FORBIDDEN";
  message: string;
}

export interface Identification {
  /** For `onRequest`: finds out who asks before the rate limit, which counts by account. Refusals wait until it has counted. */
  identify: (request: FastifyRequest) => Promise<void>;
  /** For `config.rateLimit`: per account, because a whole council may share one address; else per address. */
  rateLimit: RateLimit & { hook: "preParsing"; keyGenerator: (request: FastifyRequest) => string };
  /**
   * Why the sender's proof does not count; null when it does, or when there is none. A wrong token is told so. A cookie counts
   * only when one of our own pages sent the request, in the name of whoever is signed in ({@link WRITER_HEADER}): for what
   * changes nothing (a download) ask {@link refuseToken} alone.
   */
  refuse: (request: FastifyRequest) => RequestRefusal | null;
  refuseToken: (request: FastifyRequest) => RequestRefusal | null;
  contextOf: (request: FastifyRequest) => ApiContext;
  /** Who the same proof speaks for by now, for requests that last: asking is not using. */
  identifyAgain: (request: FastifyRequest) => Promise<ApiViewer | null>;
}

/**
 * Header by which a page says whose text it sends: the global id of the person who wrote it. Text that waited in a browser
 * while somebody else signed in there must not go out in that other person's name.
 */
export const WRITER_HEADER = "due-regard-writer";

const isAnotherWriter = (request: FastifyRequest): boolean => {
  const writer = request.headers[WRITER_HEADER];
  if (writer === undefined || request.viewer === null) return false;
  return writer !== Buffer.from(`User:${request.viewer.userId}`).toString("base64");
};

const OTHER_SITE: RequestRefusal = {
  status: 403,
  code: "FORBIDDEN",
  message: "This request carries a sign-in but comes from another site.",
};

const OTHER_WRITER: RequestRefusal = {
  status: 401,
  code: "UNAUTHENTICATED",
  message: "Somebody else is signed in here now. Sign in again as the person who wrote this.",
};

/** Prepares the app to know who sends each request. Call once. */
export const prepareIdentification = (app: FastifyInstance, options: IdentifyOptions): Identification => {
  const { database, cookies, origin } = options;
  app.decorateRequest("viewer", null);
  const refuseToken = (request: FastifyRequest): RequestRefusal | null =>
    readCredentials(request, cookies).kind === "TOKEN" && !request.viewer
      ? {
          status: 401,
          code: "UNAUTHENTICATED",
          message: "This token is not known, has expired or was revoked.",
        }
      : null;
  return {
    identify: async (request) => {
      request.viewer = await loadViewer(database.db, readCredentials(request, cookies));
    },
    rateLimit: { ...options.rateLimit, hook: "preParsing", keyGenerator: accountOrAddress },
    refuseToken,
    refuse: (request) => {
      if (readCredentials(request, cookies).kind !== "SESSION") return refuseToken(request);
      if (!isSameOrigin(request, origin)) return OTHER_SITE;
      return isAnotherWriter(request) ? OTHER_WRITER : null;
    },
    identifyAgain: (request) =>
      loadViewer(database.db, readCredentials(request, cookies), new Date(), "UNNOTED"),
    contextOf: (request) =>
      createContext({
        viewer: request.viewer,
        db: database.db,
        register: options.register,
        baseUrl: origin,
        requestId: request.id,
        logger: request.log as Logger,
        seals: options.seals,
        scansFiles: options.scansFiles,
      }),
  };
};

const accountOrAddress = (request: FastifyRequest): string =>
  request.viewer ? `account:${request.viewer.userId}` : `address:${request.ip}`;
