/** Width of a piece of text in one font and size. */
export type Measure = (text: string) => number;

/**
 * Breaks text into lines no wider than `width`, at spaces (not at no-break spaces). Each line but the last of its paragraph keeps the space that
 * it was broken at, so that the lines joined are the text again: a reader takes them for one sentence. A word that is too
 * wide alone is broken anywhere.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width, measure));
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const words = paragraph
    .split(" ")
    .filter((word) => word !== "")
    .flatMap((word) => breakWord(word, width, measure));
  const lines: string[] = [];
  let line = "";
  for (const { text, glued } of words) {
    const longer = glued || line === "" ? line + text : `${line} ${text}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(glued ? line : `${line} `);
      line = text;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

interface Piece {
  text: string;
  /** Follows the piece before it without a space. */
  glued: boolean;
}

/** Whole words stay whole; the others are cut into the longest pieces that fit, at least one character each. */
function breakWord(word: string, width: number, measure: Measure): Piece[] {
  const pieces: Piece[] = [];
  let rest = [...word];
  while (rest.length > 1 && measure(rest.join("")) > width) {
    let length = 1;
    while (length < rest.length && measure(rest.slice(0, length + 1).join("")) <= width) length += 1;
    pieces.push({ text: rest.slice(0, length).join(""), glued: pieces.length > 0 });
    rest = rest.slice(length);
  }
  return [...pieces, { text: rest.join(""), glued: pieces.length > 0 }];
}
