import { getDocumentProxy } from "unpdf";
import { type Dictionary, isReference, type PdfObjects, readObjects, type Value } from "./pdf-objects.ts";

/**
 * What a reader finds in a PDF: Mozilla's PDF.js reads the text of each page, the tags are walked here. Tests compare it
 * with what the document was meant to say.
 */

export interface ReadTag {
  name: string;
  /** What is drawn under it and its children, in the order of the tags, with white space made single. */
  text: string;
  scope: string | null;
  actual: string | null;
  /** Pages, from 1, on which something of it stands. */
  pages: number[];
  children: ReadTag[];
}

export interface ReadBookmark {
  title: string;
  items: ReadBookmark[];
}

export interface ReadPdf {
  pageCount: number;
  root: ReadTag;
  catalogue: Dictionary;
  objects: PdfObjects;
  info: Record<string, unknown>;
  /** The XML metadata. */
  xml: string;
  bookmarks: ReadBookmark[];
  /** Text that no tag claims, of each page: running lines and repeated headings. */
  artifacts: string[];
  fonts: { name: string; embedded: boolean; toUnicode: boolean }[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const objects = readObjects(bytes);
  const catalogue = objects.dictionary(objects.trailer.Root);
  const proxy = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await proxy.getMetadata();
  const pages = await readPages(objects, catalogue, proxy);
  const kids = objects.list(objects.dictionary(catalogue.StructTreeRoot).K);
  const root = readTag(objects, kids[0] ?? null, pages);
  const bookmarks = (await proxy.getOutline()) as ReadBookmark[] | null;
  const read: ReadPdf = {
    pageCount: proxy.numPages,
    root,
    catalogue,
    objects,
    info: info as Record<string, unknown>,
    xml: metadata?.getRaw() ?? "",
    bookmarks: (bookmarks ?? []).map(plainBookmark),
    artifacts: [...pages.values()].map(({ artifacts }) => artifacts),
    fonts: readFonts(objects),
  };
  await proxy.loadingTask.destroy();
  return read;
}

const plainBookmark = ({ title, items }: ReadBookmark): ReadBookmark => ({
  title,
  items: items.map(plainBookmark),
});

interface ReadPage {
  number: number;
  /** Text by the number of its marked content. */
  marked: Map<number, string>;
  artifacts: string;
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPages(
  objects: PdfObjects,
  catalogue: Dictionary,
  proxy: Proxy,
): Promise<Map<number, ReadPage>> {
  const pages = new Map<number, ReadPage>();
  const references = objects.list(objects.dictionary(catalogue.Pages).Kids);
  for (const [index, reference] of references.entries()) {
    const page = await proxy.getPage(index + 1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    if (isReference(reference)) pages.set(reference.reference, { number: index + 1, ...splitText(items) });
  }
  return pages;
}

interface TextItem {
  type?: string;
  id?: string | null;
  str?: string;
  hasEOL?: boolean;
}

function splitText(items: readonly TextItem[]): Pick<ReadPage, "marked" | "artifacts"> {
  const marked = new Map<number, string>();
  const open: (number | null)[] = [];
  let artifacts = "";
  for (const { type, id, str = "", hasEOL } of items) {
    if (type?.startsWith("beginMarkedContent"))
      open.push(typeof id === "string" ? Number(/\d+$/.exec(id)?.[0]) : null);
    else if (type === "endMarkedContent") open.pop();
    else {
      const current = open.findLast((each) => each !== null) ?? null;
      const text = hasEOL ? `${str}\n` : str;
      if (current === null) artifacts += text;
      else marked.set(current, (marked.get(current) ?? "") + text);
    }
  }
  return { marked, artifacts };
}

const join = (texts: readonly string[]): string => texts.join(" ").replace(/\s+/g, " ").trim();

function readTag(
  objects: PdfObjects,
  value: Value,
  pages: Map<number, ReadPage>,
  pageOfParent?: Value,
): ReadTag {
  const tag = objects.dictionary(value);
  const own = tag.Pg ?? pageOfParent;
  const parts = objects.list(tag.K).map((kid) => {
    if (typeof kid === "number") return readMarked(pages, own, kid);
    const child = objects.dictionary(kid);
    if (objects.name(child.Type) === "MCR") return readMarked(pages, child.Pg, Number(child.MCID));
    return readTag(objects, kid, pages, own);
  });
  const children = parts.filter((part): part is ReadTag => "name" in part);
  const { Scope } = objects.dictionary(tag.A);
  return {
    name: objects.name(tag.S),
    text: join(parts.map(({ text }) => text)),
    scope: objects.name(Scope) || null,
    actual: typeof tag.ActualText === "string" ? tag.ActualText : null,
    pages: [...new Set(parts.flatMap((part) => part.pages))],
    children,
  };
}

function readMarked(
  pages: Map<number, ReadPage>,
  page: Value | undefined,
  content: number,
): { text: string; pages: number[] } {
  const found = isReference(page) ? pages.get(page.reference) : undefined;
  if (found === undefined) throw new Error(`Marked content ${content} stands on no page`);
  return { text: found.marked.get(content) ?? "", pages: [found.number] };
}

function readFonts(objects: PdfObjects): ReadPdf["fonts"] {
  const fonts: ReadPdf["fonts"] = [];
  for (let id = 1; id <= objects.count; id += 1) {
    const font = objects.dictionary({ reference: id });
    if (objects.name(font.Type) !== "Font" || font.Encoding === undefined) continue;
    const [descendant] = objects.list(font.DescendantFonts);
    const descriptor = objects.dictionary(objects.dictionary(descendant).FontDescriptor);
    fonts.push({
      name: objects.name(font.BaseFont),
      embedded: descriptor.FontFile2 !== undefined || descriptor.FontFile3 !== undefined,
      toUnicode: font.ToUnicode !== undefined,
    });
  }
  return fonts;
}

/** Every tag below, itself included, that has one of the names, in reading order. */
export function findTags(tag: ReadTag, ...names: string[]): ReadTag[] {
  const below = tag.children.flatMap((child) => findTags(child, ...names));
  return names.includes(tag.name) ? [tag, ...below] : below;
}
