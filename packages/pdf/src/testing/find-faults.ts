import type { ReadPdf, ReadTag } from "./read-pdf.ts";

/**
 * What PDF/UA-1 forbids, as far as a program can tell it from the file: the part of the Matterhorn Protocol's conditions
 * that concerns documents of text and tables. Whether the order makes sense, and words say what shapes show, is for tests
 * of each document.
 */
export function findFaults(read: ReadPdf): string[] {
  return [
    ...findCatalogueFaults(read),
    ...findUnmarkedContent(read),
    ...findFontFaults(read),
    ...findTagFaults(read.root),
    ...findHeadingFaults(read.root),
  ];
}

const say = (isFault: boolean, fault: string): string[] => (isFault ? [fault] : []);

function findCatalogueFaults({ catalogue, objects, xml, root }: ReadPdf): string[] {
  const preferences = objects.dictionary(catalogue.ViewerPreferences);
  const title = /<dc:title>.*<rdf:li[^>]*>([^<]+)<\/rdf:li>/s.exec(xml)?.[1];
  return [
    ...say(objects.dictionary(catalogue.MarkInfo).Marked !== true, "it is not marked as tagged"),
    ...say(!catalogue.Lang, "it names no language"),
    ...say(preferences.DisplayDocTitle !== true, "a reader shows the file's name, not the title"),
    ...say(!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xml), "it does not say that it is PDF/UA"),
    ...say(!title, "its metadata have no title"),
    ...say(root.name !== "Document", `its root is ${root.name}`),
  ];
}

const PAINTING = /(?:^|\s)(TJ|Tj|f|f\*|S|s|B|b|Do|sh)$/;

/** Everything drawn is tagged or an artifact, and every tagged piece is claimed by one tag. */
function findUnmarkedContent({ catalogue, objects }: ReadPdf): string[] {
  const pages = objects.list(objects.dictionary(catalogue.Pages).Kids);
  return pages.flatMap((page, index) => {
    const where = `on page ${index + 1}`;
    let depth = 0;
    const faults: string[] = [];
    for (const line of objects.stream(objects.dictionary(page).Contents).split("\n")) {
      if (/\b(BMC|BDC)$/.test(line)) depth += 1;
      else if (line === "EMC") depth -= 1;
      else if (depth === 0 && PAINTING.test(line)) faults.push(`“${line}” ${where} is not marked`);
      if (depth > 1) faults.push(`marks lie within each other ${where}`);
    }
    return [...faults, ...say(depth !== 0, `a mark is not closed ${where}`)];
  });
}

function findFontFaults({ fonts }: ReadPdf): string[] {
  return fonts.flatMap(({ name, embedded, toUnicode }) => [
    ...say(!embedded, `${name} is not embedded`),
    ...say(!toUnicode, `${name} does not say which characters its glyphs are`),
  ]);
}

/** What may stand directly under what. Tags that are not named take text. */
const CHILDREN: Record<string, RegExp> = {
  Document: /^(H[1-6]|P|L|Table)$/,
  L: /^(LI|Caption)$/,
  LI: /^(Lbl|LBody)$/,
  Table: /^(Caption|THead|TBody)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TR: /^(TH|TD)$/,
};

function findTagFaults(tag: ReadTag): string[] {
  const allowed = CHILDREN[tag.name];
  return [
    ...tag.children
      .filter((child) => allowed && !allowed.test(child.name))
      .map((child) => `${child.name} stands in ${tag.name}`),
    ...say(tag.name === "TH" && tag.scope === null, `the heading cell “${tag.text}” has no scope`),
    ...(tag.name === "Table" ? findTableFaults(tag) : []),
    ...tag.children.flatMap(findTagFaults),
  ];
}

function findTableFaults(table: ReadTag): string[] {
  const rows = table.children.flatMap(({ children }) => children).filter(({ name }) => name === "TR");
  const widths = new Set(rows.map(({ children }) => children.length));
  return say(widths.size > 1, `rows of “${table.children[0]?.text}” differ in their number of cells`);
}

function findHeadingFaults(root: ReadTag): string[] {
  const levels = root.children.flatMap(({ name }) => /^H([1-6])$/.exec(name)?.[1] ?? []).map(Number);
  return levels.flatMap((level, index) =>
    say(level > (levels[index - 1] ?? 0) + 1, `a heading skips to level ${level}`),
  );
}
