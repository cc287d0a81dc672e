import { type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";
import { FONT, QUIET, SIZES, TEXT } from "./style.ts";

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: TEXT, font: FONT },
  paragraph: {
    spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

const own = (
  id: string,
  name: string,
  rest: Pick<IParagraphStyleOptions, "run" | "paragraph">,
): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", next: "Normal", quickFormat: true, ...rest });

/** Word's own styles where it has one, so that its navigation and whoever edits on find what they know. */
export const stylesIn = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: SIZES.body, color: TEXT, language: { value: language } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(SIZES.heading1, 0, 160),
    heading2: heading(SIZES.heading2, 400, 120),
    heading3: heading(SIZES.heading3, 300, 100),
    heading4: heading(SIZES.heading4, 240, 80),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    caption: {
      run: { size: SIZES.cell, color: TEXT, bold: true },
      paragraph: { spacing: { before: 80, after: 80 } },
    },
  },
  paragraphStyles: [
    own("Lead", "Lead", { run: { size: SIZES.lead } }),
    own("Quiet", "Quiet", { run: { size: SIZES.quiet, color: QUIET } }),
    own("Fact", "Fact", { paragraph: { spacing: { after: 60 } } }),
    own("FactMore", "Fact, more of it", { paragraph: { spacing: { after: 100 } } }),
    own("TableText", "Table text", {
      run: { size: SIZES.cell },
      paragraph: { spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO } },
    }),
    own("AfterTable", "After a table", { run: { size: 8 }, paragraph: { spacing: { after: 120 } } }),
    own("Running", "Running line", {
      run: { size: SIZES.running, color: QUIET },
      paragraph: { spacing: { after: 0 } },
    }),
  ],
});
