import { publicCopySchema } from "@due-regard/domain/ehria/publication/public-copy";
import { publishedSealSchema, writePublishedBundle } from "@due-regard/domain/seal/published-seal";
import type { FastifyReply, FastifyRequest } from "fastify";
import { prefersHtml } from "../server/error-answers.ts";
import { assessmentPage } from "./assessment-page.ts";
import { FORMATS } from "./formats.ts";
import {
  type EditionRow,
  type EntryRow,
  type FileFacts,
  listEditions,
  listFiles,
  loadEdition,
  loadEntry,
  loadFile,
} from "./load-entry.ts";
import type { RegisterAddress } from "./read-address.ts";
import type { RegisterOptions } from "./register-options.ts";
import { sendCached } from "./send-cached.ts";
import { withdrawnPage } from "./withdrawn-page.ts";

interface Asked {
  address: RegisterAddress;
  entry: EntryRow;
}

/** Sends an edition of an entry as the address asks for it. Null: it has no such edition or format. */
export const sendEdition = async (
  options: RegisterOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { address, entry }: Asked,
): Promise<FastifyReply | null> => {
  const edition = await loadEdition(options.register, entry.reference, address.edition ?? entry.edition);
  if (edition === null) return null;
  if (entry.state === "WITHDRAWN") return await sendWithdrawn(options, request, reply, entry);
  if (address.format === null) return await sendPage(options, request, reply, { entry, edition });
  return await sendFile(options, request, reply, { edition, format: address.format });
};

interface Found {
  entry: EntryRow;
  edition: EditionRow;
}

const sendPage = async (
  { register, render, baseUrl }: RegisterOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { entry, edition }: Found,
): Promise<FastifyReply | null> => {
  const [text, files, editions, successor] = await Promise.all([
    loadFile(register, edition, "html"),
    listFiles(register, edition),
    listEditions(register, [entry.reference]),
    entry.supersededBy === null ? null : loadEntry(register, entry.supersededBy),
  ]);
  if (text === null) return null;
  const page = assessmentPage({
    entry,
    edition,
    copy: publicCopySchema.parse(JSON.parse(edition.content)),
    text: Buffer.from(text).toString("utf8"),
    files,
    editions,
    successorIsHere: successor !== null,
    baseUrl,
  });
  const lastModified = latest(entry.changedAt, ...editions.map(({ publishedAt }) => publishedAt));
  return sendCached(request, reply, { body: render(page), type: "text/html; charset=utf-8", lastModified });
};

const latest = (...instants: string[]): string =>
  new Date(Math.max(...instants.map((each) => new Date(each).getTime()))).toISOString();

/** As a file to keep, never as a page of ours. Its name says which edition it is, wherever it lies later. */
const sendFile = async (
  { register }: RegisterOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { edition, format }: { edition: EditionRow; format: FileFacts["format"] },
): Promise<FastifyReply | null> => {
  const body = format === "json" ? bundleOf(edition) : await loadFile(register, edition, format);
  if (body === null) return null;
  const fileName = `${edition.reference}-edition-${edition.edition}.${format}`;
  reply.header("content-disposition", `attachment; filename="${fileName}"`);
  return sendCached(request, reply, { body, type: FORMATS[format].type, lastModified: edition.publishedAt });
};

/** The copy with its seal: what stands in the table of files is the copy alone. */
const bundleOf = ({ content, seal }: EditionRow): string =>
  writePublishedBundle(publicCopySchema.parse(JSON.parse(content)), publishedSealSchema.parse(seal));

/** 410, so that search engines drop it; the page says what became of it all the same. */
const sendWithdrawn = async (
  { register, render }: RegisterOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  entry: EntryRow,
): Promise<FastifyReply> => {
  if (!prefersHtml(request)) {
    const error = `${entry.reference} was withdrawn. ${entry.notice}`;
    return reply.code(410).header("cache-control", "no-store").send({ error });
  }
  const body = render(withdrawnPage(entry, await listEditions(register, [entry.reference])));
  return sendCached(request, reply, { body, type: "text/html; charset=utf-8", status: 410 });
};
