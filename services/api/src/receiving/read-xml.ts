import { Parser } from "htmlparser2";
import { UnreadableFile } from "./unreadable-file.ts";
import type { ZipParts } from "./zip-parts.ts";

const DEEPEST = 50;

/** What is told of XML as it is read: elements by their name without its prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * A reader of XML that is fed piece by piece. It knows no document types and so expands nothing.
 *
 * @param damaged what is said of XML that nests deeper than any document does
 */
export const xmlReader = ({ open: opened, text, close }: XmlHandlers, damaged: string): Parser => {
  let depth = 0;
  return new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new UnreadableFile(damaged);
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
  const reader = xmlReader(handlers, parts.words.damaged);
  for await (const piece of parts.read(name, limit)) reader.write(piece);
  reader.end();
};
