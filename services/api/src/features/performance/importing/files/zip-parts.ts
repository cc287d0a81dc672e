import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { Parser } from "htmlparser2";
import { type Entry, fromFd, type Options, type ZipFile } from "yauzl";
import { IMPORT_LIMITS, UnreadableFile } from "./import-limits.ts";
import type { SpooledFile } from "./spool-file.ts";

/** The parts of a packed file, read one at a time and never unpacked to the disk. */
export interface ZipParts {
  has: (name: string) => boolean;
  /** Text of a part in pieces. Refuses one that is larger than it may be before it is unpacked. */
  read: (name: string, limitBytes?: number) => AsyncGenerator<string>;
}

const MOST_PARTS = 2_000;
const SMALL_BYTES = 1024 * 1024;

export const DAMAGED =
  "This Excel workbook is damaged. Open it, save it again as an Excel workbook (.xlsx), and send that.";
const BOMB =
  "This workbook unpacks to more than it should, as files do that are made to do harm. Save the figures as CSV and send that.";

const open = promisify<number, Options, ZipFile>(fromFd);

/** @throws UnreadableFile when it is no such file, or unpacks to more than may be read */
export const openZip = async (file: SpooledFile): Promise<ZipParts> => {
  const zip = await open(file.handle.fd, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new UnreadableFile(DAMAGED);
  });
  const entries = await listEntries(zip);
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    read: async function* (name, limitBytes = IMPORT_LIMITS.unpackedBytes) {
      const entry = entries.get(name);
      if (entry === undefined) throw new UnreadableFile(DAMAGED);
      unpacked += entry.uncompressedSize;
      refuseBomb(entry, Math.min(limitBytes, IMPORT_LIMITS.unpackedBytes), unpacked);
      yield* readText(zip, entry);
    },
  };
};

const refuseBomb = (
  { compressedSize, uncompressedSize }: Entry,
  limitBytes: number,
  unpacked: number,
): void => {
  const swollen =
    uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * IMPORT_LIMITS.unpackedRatio;
  if (swollen || uncompressedSize > limitBytes || unpacked > IMPORT_LIMITS.unpackedBytes)
    throw new UnreadableFile(BOMB);
};

const listEntries = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw new UnreadableFile(BOMB);
  return await new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", () => resolve(entries));
    zip.once("error", () => reject(new UnreadableFile(DAMAGED)));
    zip.readEntry();
  });
};

/** The reader holds the size of a part to what the table of contents says of it. */
const readText = async function* (zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened as Readable))),
    );
    for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch {
    throw new UnreadableFile(DAMAGED);
  }
};

const DEEPEST = 50;

/** What is told of XML as it is read: elements by their name without its prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** A reader of XML that is fed piece by piece. It knows no document types and so expands nothing. */
export const xmlReader = ({ open: opened, text, close }: XmlHandlers): Parser => {
  let depth = 0;
  return new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new UnreadableFile(DAMAGED);
        opened?.(localName(name), attributes);
      },
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => {
        depth -= 1;
        close?.(localName(name));
      },
    },
    { xmlMode: true, recognizeSelfClosing: true },
  );
};

/** Reads a whole part. */
export const readXml = async (
  parts: ZipParts,
  name: string,
  handlers: XmlHandlers,
  limit: number,
): Promise<void> => {
  const reader = xmlReader(handlers);
  for await (const piece of parts.read(name, limit)) reader.write(piece);
  reader.end();
};
