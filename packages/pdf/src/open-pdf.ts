import type { BlockDocument } from "@due-regard/document/document";
import PDFKit from "pdfkit";
import { openFonts } from "./fonts.ts";
import { PAGE } from "./style.ts";

/**
 * The document on pdfkit, with what its published types lack. The rest of this package knows pdfkit through this file and
 * pen.ts.
 */

export type Pdf = PDFKit.PDFDocument;
export type Tag = PDFKit.PDFStructureElement;

/** A tag of the structure tree, its attributes included. */
export interface TagOptions {
  /** Read in place of what is drawn. */
  actual?: string | null;
  /** Of a heading cell. */
  scope?: "Row" | "Column";
}

interface Untyped {
  registerFont: (name: string, source: unknown) => void;
  _addInfo: () => void;
}

/** A document without pages yet, that says what it is: PDF/UA, its language, its title. */
export function openPdf({ title, language, date, orientation }: BlockDocument): Pdf {
  const options = {
    size: PAGE.size,
    layout: orientation,
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    // All pages wait for the end, when "page 2 of 6" can be written on each.
    bufferPages: true,
    font: null,
    info: { Title: title, Creator: "Due Regard", Producer: "PDFKit", CreationDate: date },
  };
  const pdf = new PDFKit(options as unknown as PDFKit.PDFDocumentOptions);
  const untyped = pdf as unknown as Untyped;
  for (const [name, font] of Object.entries(openFonts())) untyped.registerFont(name, font);
  // pdfkit writes the title into this XML as it stands, where "Health & Care" would break it.
  untyped._addInfo = () => pdf.appendXML(describeInXml(title, language, date));
  return pdf;
}

function describeInXml(title: string, language: string, date: Date): string {
  return `
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
      <xmp:CreateDate>${date.toISOString().slice(0, 19)}Z</xmp:CreateDate>
      <xmp:CreatorTool>Due Regard</xmp:CreatorTool>
      <pdf:Producer>PDFKit</pdf:Producer>
    </rdf:Description>`;
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A new tag at the end of another's children. */
export function addTag(pdf: Pdf, parent: Tag | null, name: string, options: TagOptions = {}): Tag {
  const { actual, scope } = options;
  const tag = pdf.struct(name, { ...(actual ? { actual } : {}), ...(scope ? { scope } : {}) });
  if (parent === null) pdf.addStructure(tag);
  else parent.add(tag);
  return tag;
}

/** Says how a list counts, which PDF/UA asks of lists with labels. */
export function setListNumbering(list: Tag, numbering: "Decimal" | "Disc" | "None"): void {
  const { data } = (list as unknown as { dictionary: { data: { A?: unknown } } }).dictionary;
  data.A = { O: "List", ListNumbering: numbering };
}

export interface Bookmark {
  addItem: (title: string, options: { top: number; left: number; expanded: boolean }) => Bookmark;
}

export const bookmarksOf = (pdf: Pdf): Bookmark => pdf.outline as unknown as Bookmark;

/** Ends the document and hands out its bytes. */
export async function closePdf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const closed = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.once("end", resolve);
    pdf.once("error", reject);
  });
  pdf.end();
  await closed;
  return Buffer.concat(chunks);
}
