import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, fromFd, type Options, type ZipFile } from "yauzl";
import type { SpooledFile } from "./spool-file.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** What a packed file may hold, and what is said of one that holds something else. */
export interface ZipRules {
  parts: number;
  /** Of all that is unpacked, in bytes. */
  unpackedBytes: number;
  words: { damaged: string; bomb: string };
}

/** The parts of a packed file, read one at a time and never unpacked to the disk. */
export interface ZipParts {
  words: ZipRules["words"];
  names: string[];
  has: (name: string) => boolean;
  /** Text of a part in pieces. Refuses one that is larger than it may be before it is unpacked. */
  read: (name: string, limitBytes?: number) => AsyncGenerator<string>;
  /** Bytes of a part in pieces, as {@link read}. */
  unpack: (name: string) => AsyncGenerator<Buffer>;
}

/** Times that a part may be larger than it is packed. Real documents reach about 40; a bomb, 1,000. */
const MOST_SWOLLEN = 200;
const SMALL_BYTES = 1024 * 1024;

const open = promisify<number, Options, ZipFile>(fromFd);

/** @throws UnreadableFile when it is no such file, or unpacks to more than may be read */
export const openZip = async (file: SpooledFile, rules: ZipRules): Promise<ZipParts> => {
  const { words } = rules;
  const damaged = (): never => {
    throw new UnreadableFile(words.damaged);
  };
  const zip = await open(file.handle.fd, { lazyEntries: true, autoClose: false }).catch(damaged);
  const entries = await listEntries(zip, rules);
  let unpacked = 0;
  const take = (name: string, limitBytes: number): Entry => {
    const entry = entries.get(name) ?? damaged();
    unpacked += entry.uncompressedSize;
    const tooMuch = entry.uncompressedSize > limitBytes || unpacked > rules.unpackedBytes;
    if (tooMuch || isSwollen(entry)) throw new UnreadableFile(words.bomb);
    return entry;
  };
  return {
    words,
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: async function* (name, limitBytes = rules.unpackedBytes) {
      const bytes = unpackPart(zip, take(name, limitBytes), words.damaged);
      const decoder = new TextDecoder("utf-8", { fatal: true });
      const decode = (chunk?: Buffer): string => {
        try {
          return decoder.decode(chunk, { stream: chunk !== undefined });
        } catch {
          return damaged();
        }
      };
      for await (const chunk of bytes) yield decode(chunk);
      yield decode();
    },
    unpack: async function* (name) {
      yield* unpackPart(zip, take(name, rules.unpackedBytes), words.damaged);
    },
  };
};

const isSwollen = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MOST_SWOLLEN;

const listEntries = async (zip: ZipFile, { parts, words }: ZipRules): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > parts) throw new UnreadableFile(words.bomb);
  return await new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", () =>
      // Of two parts of one name each program reads another.
      entries.size === zip.entryCount ? resolve(entries) : reject(new UnreadableFile(words.damaged)),
    );
    zip.once("error", () => reject(new UnreadableFile(words.damaged)));
    zip.readEntry();
  });
};

/** The reader holds the size of a part to what the table of contents says of it. */
const unpackPart = async function* (zip: ZipFile, entry: Entry, damaged: string): AsyncGenerator<Buffer> {
  try {
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened as Readable))),
    );
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    throw new UnreadableFile(damaged);
  }
};
