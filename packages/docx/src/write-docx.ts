import type { BlockDocument } from "@due-regard/document/document";
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { cleanPackage } from "./clean-package.ts";
import { PAGE, textWidth } from "./style.ts";
import { stylesIn } from "./styles.ts";
import { holdable, runsOf } from "./text.ts";
import { COUNTING, writeBlocks } from "./write-blocks.ts";

/** A Word document of headings, paragraphs, lists and tables as Word knows them. The same document gives the same bytes. */
export async function writeDocx(document: BlockDocument): Promise<Uint8Array> {
  const file = new Document({
    title: holdable(document.title),
    styles: stylesIn(document.language),
    numbering: { config: [counting(COUNTING.numbered), counting(COUNTING.plain)] },
    sections: sectionsOf(document),
  });
  return cleanPackage(await Packer.toBuffer(file), document);
}

/** A section for the document and one for each annex, each with its own sheet and running lines. Lists are counted through. */
const sectionsOf = (document: BlockDocument): ISectionOptions[] => {
  let before = 0;
  return [document, ...(document.annexes ?? [])].map(({ orientation, running, blocks }) => {
    const width = textWidth(orientation);
    const children = writeBlocks(blocks, width, before);
    before += blocks.length;
    return {
      properties: { page: pageOf(orientation) },
      headers: { default: new Header({ children: [runningLine(running.header)] }) },
      footers: { default: new Footer({ children: [runningLine(running.footer, width)] }) },
      children,
    };
  });
};

const INDENT = { left: 400, hanging: 400 };

const counting = (reference: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format: reference === COUNTING.numbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: reference === COUNTING.numbered ? "%1." : "•",
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: INDENT } },
    },
  ],
});

/** Word turns the page itself: the sizes are those of the sheet upright. */
const pageOf = (orientation: BlockDocument["orientation"]) => ({
  size: {
    width: PAGE.width,
    height: PAGE.height,
    orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: PAGE.margin,
    bottom: PAGE.margin,
    left: PAGE.margin,
    right: PAGE.margin,
    header: PAGE.running,
    footer: PAGE.running,
  },
});

/** With a width: the number of the page at its right-hand end. */
const runningLine = (text: string, width: number | null = null): Paragraph =>
  new Paragraph({
    style: "Running",
    ...(width === null ? {} : { tabStops: [{ type: TabStopType.RIGHT, position: width }] }),
    children: [
      ...runsOf(text),
      ...(width === null
        ? []
        : [
            new TextRun({
              children: [new Tab(), "Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
            }),
          ]),
    ],
  });
