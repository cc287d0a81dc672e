import type { Sheet, Workbook } from "../sheet.ts";
import { escapeXml } from "./ods-text.ts";

/** The parts of an OpenDocument file beside its content: styles of pages, what stays in sight, what it is called. */

const NAMES: Record<string, string> = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  number: "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  config: "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
  dc: "http://purl.org/dc/elements/1.1/",
  calcext: "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
};

export const ODS_NAMESPACES = Object.entries(NAMES)
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(" ");

const documentXml = (kind: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-${kind} ${ODS_NAMESPACES} office:version="1.3">${body}</office:document-${kind}>`;

const pageLayout = (name: string, width: string, height: string): string =>
  `<style:page-layout style:name="page-${name}"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${name}" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>`;

const masterPage = (name: string): string =>
  `<style:master-page style:name="${name}" style:page-layout-name="page-${name}"/>`;

/** A4, as wide as one page and as long as it takes, in British English. */
export const odsStyles = (): string =>
  documentXml(
    "styles",
    [
      "<office:styles>",
      '<style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="10pt" fo:language="en" fo:country="GB"/></style:style>',
      "</office:styles><office:automatic-styles>",
      pageLayout("landscape", "29.7cm", "21cm"),
      pageLayout("portrait", "21cm", "29.7cm"),
      "</office:automatic-styles><office:master-styles>",
      masterPage("landscape"),
      masterPage("portrait"),
      "</office:master-styles>",
    ].join(""),
  );

const item = (name: string, type: string, value: string | number): string =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;

/** Keeps a header in the first row in sight. */
const frozen = ({ name, headerRow }: Sheet): string =>
  headerRow === 0
    ? `<config:config-item-map-entry config:name="${escapeXml(name)}">${item("VerticalSplitMode", "short", 2)}${item("VerticalSplitPosition", "int", 1)}${item("ActiveSplitRange", "short", 2)}${item("PositionBottom", "int", 1)}</config:config-item-map-entry>`
    : "";

export const odsSettings = (sheets: readonly Sheet[]): string =>
  documentXml(
    "settings",
    [
      '<office:settings><config:config-item-set config:name="ooo:view-settings">',
      '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>',
      item("ActiveTable", "string", escapeXml(sheets[0]?.name ?? "")),
      '<config:config-item-map-named config:name="Tables">',
      ...sheets.map(frozen),
      "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>",
      "</config:config-item-set></office:settings>",
    ].join(""),
  );

export const odsMeta = ({ title, madeAt }: Workbook): string =>
  documentXml(
    "meta",
    `<office:meta><meta:generator>Due Regard</meta:generator><dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${madeAt.slice(0, 19)}</meta:creation-date></office:meta>`,
  );

const PARTS = ["content.xml", "styles.xml", "settings.xml", "meta.xml"];

export const odsManifest = (mediaType: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">',
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>`,
    ...PARTS.map(
      (part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`,
    ),
    "</manifest:manifest>",
  ].join("");
