import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import type { FontName } from "./style.ts";

const FAMILY = "@expo-google-fonts/source-sans-3";
const FILES: Record<FontName, string> = {
  regular: "400Regular/SourceSans3_400Regular.ttf",
  bold: "700Bold/SourceSans3_700Bold.ttf",
};

/** Stands for a character that the font lacks; the text itself goes into the tags. */
export const MISSING = "□";

const readFont = (file: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`${FAMILY}/${file}`));

let files: Record<FontName, Buffer> | null = null;

function openFont(name: FontName): Font {
  files ??= { regular: readFont(FILES.regular), bold: readFont(FILES.bold) };
  return create(files[name]) as Font;
}

/**
 * Fonts for one document, never for two: fontkit keeps with each glyph the characters that it first stood for, and a glyph
 * that was first met as a part of another (P in Ṗ) would have none in the documents that follow. Ligatures are off: "ﬃ"
 * drawn as one glyph is one odd letter to whoever searches the text or has it read out.
 */
export const openFonts = (): Record<FontName, Font> => ({
  regular: withoutLigatures(openFont("regular")),
  bold: withoutLigatures(openFont("bold")),
});

const withoutLigatures = (font: Font): Font => {
  const layout = (text: string): unknown => font.layout(text, { liga: false });
  return Object.create(font, { layout: { value: layout } }) as Font;
};

/** Control characters, soft hyphens and zero-width marks: nothing to draw, and a box in place of nothing would mislead. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

export interface DrawableText {
  text: string;
  /** The text as it is, where the font lacks some of its characters. */
  actual: string | null;
}

/**
 * Text as the font can draw it. Characters that share a glyph become one (a non-breaking hyphen is drawn as a hyphen): a
 * PDF names one character for each glyph, and would name the wrong one for the others.
 */
export function makeDrawable(text: string): DrawableText {
  const whole = text.normalize("NFC").replace(WHITE_SPACE, " ").replace(INVISIBLE, keepNewLine);
  const characters = glyphCharacters();
  const find = (character: string): string | undefined =>
    character === "\n" || character === NO_BREAK ? character : characters.get(character);
  const drawn = [...whole].map((character) => find(character) ?? MISSING);
  const complete = [...whole].every((character) => find(character) !== undefined);
  return { text: drawn.join(""), actual: complete ? null : whole };
}

const NO_BREAK = "\u00a0";
/** All but new lines and the no-break space, which say where a line may end. */
const WHITE_SPACE = /[^\S\n\u00a0]/g;

const keepNewLine = (character: string): string => (character === "\n" ? character : "");

/** For drawing, once lines are broken: a no-break space has the glyph of a space. */
export const withPlainSpaces = (line: string): string => line.replaceAll(NO_BREAK, " ");

let known: Map<string, string> | null = null;

/** Every character that both fonts have, with the first that its glyph stands for. */
function glyphCharacters(): Map<string, string> {
  if (known !== null) return known;
  const [regular, bold] = [openFont("regular"), openFont("bold")];
  const firstOf = new Map<number, string>();
  known = new Map();
  for (const codePoint of [...regular.characterSet].sort((left, right) => left - right)) {
    if (!bold.hasGlyphForCodePoint(codePoint)) continue;
    const character = String.fromCodePoint(codePoint);
    const glyph = regular.glyphForCodePoint(codePoint).id;
    if (!firstOf.has(glyph)) firstOf.set(glyph, character);
    known.set(character, firstOf.get(glyph) ?? character);
  }
  return known;
}
