import type { PublicRegister } from "@due-regard/database/public-register";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { messageBody } from "../pages/page-layout.ts";
import { prefersHtml } from "../server/error-answers.ts";
import { FEED_EVENTS, writeFeed } from "./feed.ts";
import { countEntries, findEntries, hasWords } from "./find-entries.ts";
import { lastChange, listAddresses, listEvents } from "./list-events.ts";
import { type FoundEntries, listPage, PAGE_SIZE } from "./list-page.ts";
import { loadChoices } from "./load-choices.ts";
import { loadEntry } from "./load-entry.ts";
import { readAddress } from "./read-address.ts";
import type { RegisterOptions } from "./register-options.ts";
import { type RegisterQuestion, readQuestion } from "./register-question.ts";
import { sendCached } from "./send-cached.ts";
import { sendEdition } from "./send-edition.ts";
import { SITEMAP_ADDRESSES, writeRobots, writeSitemap } from "./sitemap.ts";

const HTML = "text/html; charset=utf-8";

/**
 * Everything that the public meets, without sign-in and without JavaScript: GET /register, /register/EHRIA-2026-0007 with .pdf, .docx and
 * .json, its editions below it, /register/feed.atom, /sitemap.xml and /robots.txt. Nothing here knows who asks, and nothing here can
 * read a private table.
 */
export const registerRegisterRoutes = (app: FastifyInstance, options: RegisterOptions): void => {
  const { register, baseUrl, render, rateLimit } = options;
  const get = (url: string, handler: RouteHandlerMethod): void => {
    app.get(url, { config: { rateLimit } }, handler);
  };
  get("/register", async (request, reply) => {
    const found = await look(register, readQuestion(request.query as Record<string, unknown>));
    const lastModified = await lastChange(register);
    return sendCached(request, reply, { body: render(listPage(found)), type: HTML, lastModified });
  });
  get("/register/feed.atom", async (request, reply) => {
    const events = await listEvents(register, FEED_EVENTS);
    const body = writeFeed(events, baseUrl);
    const type = "application/atom+xml; charset=utf-8";
    return sendCached(request, reply, { body, type, lastModified: await lastChange(register) });
  });
  get("/sitemap.xml", async (request, reply) => {
    const body = writeSitemap(await listAddresses(register, SITEMAP_ADDRESSES), baseUrl);
    return sendCached(request, reply, { body, type: "application/xml; charset=utf-8" });
  });
  get("/robots.txt", async (request, reply) =>
    sendCached(request, reply, { body: writeRobots(baseUrl), type: "text/plain; charset=utf-8" }),
  );
  get("/register/:name", async (request, reply) => {
    const { name } = request.params as { name: string };
    if (name === "") return reply.redirect("/register", 301);
    return await sendAddress(options, request, reply, name, null);
  });
  get("/register/:name/:edition", async (request, reply) => {
    const { name, edition } = request.params as { name: string; edition: string };
    // Copied with a slash at its end: the same address.
    if (edition === "") return reply.redirect(`/register/${encodeURIComponent(name)}`, 301);
    return await sendAddress(options, request, reply, name, edition);
  });
};

const look = async (register: PublicRegister, question: RegisterQuestion): Promise<FoundEntries> => {
  const { filter, page } = question;
  const searchable = filter.text === null || (await hasWords(register, filter.text));
  const asked = searchable ? filter : { ...filter, text: null };
  const [entries, total, choices] = await Promise.all([
    findEntries(register, asked, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    countEntries(register, asked),
    loadChoices(register, filter.state),
  ]);
  return { question, entries, total, choices, searchable };
};

const sendAddress = async (
  options: RegisterOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  edition: string | null,
): Promise<FastifyReply> => {
  const address = readAddress(name, edition);
  const entry = address === null ? null : await loadEntry(options.register, address.reference);
  const sent =
    address !== null && entry !== null && (await sendEdition(options, request, reply, { address, entry }));
  return sent || sendNothing(options, request, reply);
};

/** Not there, not published, and no address at all look the same: this can't tell the first two apart itself. */
const sendNothing = (
  { render }: RegisterOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const title = "No published assessment is here";
  const sentence = "Check the reference in the address. Only what has been published is in the register.";
  reply.code(404).header("cache-control", "no-store");
  if (!prefersHtml(request)) return reply.send({ error: `${title}. ${sentence}` });
  const link = { href: "/register", text: "See all published assessments" };
  return reply.type(HTML).send(render({ title, body: messageBody(title, [sentence], link) }));
};
