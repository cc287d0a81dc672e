import { inflateSync } from "node:zlib";

/** Reads the objects of a PDF file from its cross-reference table: enough to walk its tags without the library that wrote them. */

export interface Reference {
  reference: number;
}

export interface Dictionary {
  [key: string]: Value;
}

export interface Name {
  name: string;
}

export type Value = Dictionary | Reference | Name | Value[] | string | number | boolean | null;

export const isReference = (value: Value | undefined): value is Reference =>
  typeof value === "object" && value !== null && "reference" in value;

export interface PdfObjects {
  trailer: Dictionary;
  count: number;
  /** The object itself: references are followed. */
  resolve: (value: Value | undefined) => Value;
  dictionary: (value: Value | undefined) => Dictionary;
  list: (value: Value | undefined) => Value[];
  /** "" when it is no name. */
  name: (value: Value | undefined) => string;
  /** What a compressed stream holds. */
  stream: (value: Value | undefined) => string;
}

export function readObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes).toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1]);
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
  const objects = new Map<number, Value>();
  const ends = new Map<number, number>();
  for (const [index, offset] of offsets.entries()) {
    const header = /^(\d+) 0 obj\s/.exec(file.slice(offset, offset + 30));
    if (header === null || Number(header[1]) !== index + 1) throw new Error(`No object stands at ${offset}`);
    const { value, end } = parseValue(file, offset + header[0].length);
    objects.set(index + 1, value);
    ends.set(index + 1, end);
  }
  const resolve = (value: Value | undefined): Value =>
    isReference(value) ? resolve(objects.get(value.reference)) : (value ?? null);
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = resolve(value);
    return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Dictionary) : {};
  };
  return {
    trailer: parseValue(file, file.indexOf("trailer", start) + 7).value as Dictionary,
    count: offsets.length,
    resolve,
    dictionary,
    list: (value) => {
      const found = resolve(value);
      return Array.isArray(found) ? found : [];
    },
    name: (value) => {
      const found = dictionary(value).name;
      return typeof found === "string" ? found : "";
    },
    stream: (value) => {
      const end = isReference(value) ? (ends.get(value.reference) ?? 0) : 0;
      const begin = file.indexOf("stream\n", end) + "stream\n".length;
      const length = Number(dictionary(value).Length);
      return inflateSync(Buffer.from(file.slice(begin, begin + length), "latin1")).toString("latin1");
    },
  };
}

interface Parsed {
  value: Value;
  end: number;
}

const SPACE = /\s*/y;
const SIMPLE: [RegExp, (groups: string[]) => Value][] = [
  [/(\d+) 0 R\b/y, ([id]) => ({ reference: Number(id) })],
  [/-?\d*\.?\d+(?:e-?\d+)?/y, ([number]) => Number(number)],
  [/\/([^\s/<>[\]()]*)/y, (groups) => ({ name: groups[1] ?? "" })],
  [/<([0-9a-fA-F]*)>/y, (groups) => Buffer.from(groups[1] ?? "", "hex").toString("latin1")],
  [/true|false/y, ([word]) => word === "true"],
  [/null/y, () => null],
];

function parseValue(file: string, from: number): Parsed {
  const at = skipSpace(file, from);
  if (file.startsWith("<<", at)) return parseDictionary(file, at + 2);
  if (file[at] === "[") return parseList(file, at + 1);
  if (file[at] === "(") return parseString(file, at + 1);
  for (const [pattern, read] of SIMPLE) {
    pattern.lastIndex = at;
    const match = pattern.exec(file);
    if (match)
      return {
        value: read(match[1] === undefined ? [match[0]] : [match[1], match[1]]),
        end: pattern.lastIndex,
      };
  }
  throw new Error(`Not a value: ${file.slice(at, at + 30)}`);
}

function skipSpace(file: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.exec(file);
  return SPACE.lastIndex;
}

function parseDictionary(file: string, from: number): Parsed {
  const value: Dictionary = {};
  let at = skipSpace(file, from);
  while (!file.startsWith(">>", at)) {
    const key = parseValue(file, at);
    const entry = parseValue(file, key.end);
    value[(key.value as Name).name] = entry.value;
    at = skipSpace(file, entry.end);
  }
  return { value, end: at + 2 };
}

function parseList(file: string, from: number): Parsed {
  const value: Value[] = [];
  let at = skipSpace(file, from);
  while (file[at] !== "]") {
    const entry = parseValue(file, at);
    value.push(entry.value);
    at = skipSpace(file, entry.end);
  }
  return { value, end: at + 1 };
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Brackets inside are escaped by every writer that we read. */
function parseString(file: string, from: number): Parsed {
  let text = "";
  let at = from;
  while (file[at] !== ")") {
    const escaped = file[at] === "\\";
    if (escaped) at += 1;
    const character = file[at] ?? "";
    text += escaped ? (ESCAPES[character] ?? character) : character;
    at += 1;
  }
  const isUtf16 = text.startsWith("\u00fe\u00ff");
  const value = isUtf16 ? Buffer.from(text.slice(2), "latin1").swap16().toString("utf16le") : text;
  return { value, end: at + 1 };
}
