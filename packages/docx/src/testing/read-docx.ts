import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";

/** A Word document as a test sees it: its parts, and what its text is marked as. */
export interface ReadDocx {
  /** Every part of the package as text, by its name. */
  parts: Record<string, string>;
  paragraphs: ReadParagraph[];
  tables: ReadTable[];
  /** The line that is repeated at the head and foot of each page. */
  header: string;
  footer: string;
}

export interface ReadParagraph {
  style: string;
  text: string;
  /** Stands in a cell of a table. */
  inTable: boolean;
}

export interface ReadTable {
  /** Each cell's paragraphs. */
  rows: { isHeading: boolean; cells: string[][] }[];
}

export const readDocx = (bytes: Uint8Array): ReadDocx => {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
  const body = readBody(parts["word/document.xml"] ?? "");
  const textOf = (name: string): string =>
    readBody(parts[name] ?? "")
      .paragraphs.map(({ text }) => text)
      .join("\n");
  return { parts, ...body, header: textOf("word/header1.xml"), footer: textOf("word/footer1.xml") };
};

const readBody = (xml: string): Pick<ReadDocx, "paragraphs" | "tables"> => {
  const paragraphs: ReadParagraph[] = [];
  const tables: ReadTable[] = [];
  let depth = 0;
  let isText = false;
  const paragraph = () => paragraphs.at(-1);
  const row = () => tables.at(-1)?.rows.at(-1);
  const opened: Record<string, (attributes: Record<string, string>) => void> = {
    "w:tbl": () => {
      depth += 1;
      tables.push({ rows: [] });
    },
    "w:tr": () => tables.at(-1)?.rows.push({ isHeading: false, cells: [] }),
    "w:tblHeader": () => Object.assign(row() ?? {}, { isHeading: true }),
    "w:tc": () => row()?.cells.push([]),
    "w:p": () => {
      paragraphs.push({ style: "Normal", text: "", inTable: depth > 0 });
      if (depth > 0) row()?.cells.at(-1)?.push("");
    },
    "w:pStyle": (attributes) => Object.assign(paragraph() ?? {}, { style: attributes["w:val"] }),
    "w:t": () => {
      isText = true;
    },
    "w:br": () => add("\n"),
    // Where a tab stops has the same name.
    "w:tab": (attributes) => {
      if (!attributes["w:val"]) add("\t");
    },
  };
  const add = (text: string): void => {
    const open = paragraph();
    if (open === undefined) return;
    open.text += text;
    const cell = depth > 0 ? row()?.cells.at(-1) : undefined;
    if (cell) cell[cell.length - 1] = open.text;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => opened[name]?.(attributes),
      ontext: (text) => {
        if (isText) add(text);
      },
      onclosetag: (name) => {
        if (name === "w:t") isText = false;
        if (name === "w:tbl") depth -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { paragraphs, tables };
};
