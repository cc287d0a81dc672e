import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { messageBody, OWN_STYLESHEET, type Page } from "../pages/page-layout.ts";
import { prefersHtml, sendNotFound } from "./error-answers.ts";

export interface ClientOptions {
  /** Where the client was built to: web/dist. */
  clientDir: string;
  explorerPolicy: string;
  render: (page: Page) => string;
}

/** Addresses that belong to the server: an unknown one below them is a mistake, never a page of the client. */
const SERVER_PATHS =
  /^\/(graphql|auth|demo-issuer|register|healthz|readyz|schema\.graphql|explorer|downloads|imports|assets|api)(\/|$)/;
/** Vite puts a hash of the content into every name here. */
const HASHED = /[/\\]assets[/\\]/;
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_EACH_TIME = "no-cache";

const NOT_BUILT: Page = {
  title: "The pages have not been built yet",
  body: messageBody("The pages have not been built yet", [
    "The server runs, but the client is missing. Build it with “pnpm --filter @due-regard/web build”, or start everything with “npm start”.",
    "The API answers at /graphql.",
  ]),
};

/** The built client on our own origin, with its own page for every address that a person may open. */
export const registerClient = async (app: FastifyInstance, options: ClientOptions): Promise<void> => {
  const { clientDir, render, explorerPolicy } = options;
  const isBuilt = (page: string): boolean => existsSync(join(clientDir, page));
  const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
    isBuilt(page)
      ? reply.sendFile(page)
      : reply
          .code(503)
          .type("text/html; charset=utf-8")
          .header("cache-control", "no-store")
          .send(render(NOT_BUILT));

  await app.register(fastifyStatic, {
    root: clientDir,
    index: false,
    cacheControl: false,
    dotfiles: "ignore",
    // Scripts and stylesheets lie beside themselves compressed (web/vite.config.ts). They hold nobody's words, so their size tells nothing.
    preCompressed: true,
    // The two pages have addresses of their own, below, where their headers are.
    allowedPath: (path, _root, request) => !(path.endsWith(".html") && request.url.split("?", 1)[0] === path),
    setHeaders: (reply, path) => {
      reply.header("cache-control", HASHED.test(path) ? FOR_EVER : ASK_EACH_TIME);
    },
  });
  app.get("/", async (_request, reply) => sendPage(reply, "index.html"));
  app.get("/explorer", async (_request, reply) =>
    sendPage(reply.header("content-security-policy", explorerPolicy), "explorer.html"),
  );
  const stylesheet = await readFile(
    fileURLToPath(new URL("../pages/server-pages.css", import.meta.url)),
    "utf8",
  );
  app.get(OWN_STYLESHEET, async (_request, reply) =>
    reply.header("cache-control", ASK_EACH_TIME).type("text/css; charset=utf-8").send(stylesheet),
  );
  app.setNotFoundHandler((request, reply) =>
    isNavigation(request) ? sendPage(reply, "index.html") : sendNotFound(request, reply, render),
  );
};

/** Somebody opened an address in a browser, and it is none of the server's nor a file's. */
const isNavigation = (request: FastifyRequest): boolean => {
  const path = request.url.split("?", 1)[0] ?? "/";
  const reads = request.method === "GET" || request.method === "HEAD";
  const isFile = /\.[^/]+$/.test(path);
  return reads && prefersHtml(request) && !isFile && !SERVER_PATHS.test(path);
};
