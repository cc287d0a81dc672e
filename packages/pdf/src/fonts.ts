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

/**
 * Fonts are read once and shared by all documents: each document takes its own subset. Ligatures are off: "ﬃ" drawn as one
 * glyph is one odd letter to whoever searches the text or has it read out.
 */
function loadFont(file: string): Font {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(`${FAMILY}/${file}`))) as Font;
  const layout = (text: string): unknown => font.layout(text, { liga: false });
  return Object.create(font, { layout: { value: layout } }) as Font;
}

let loaded: Record<FontName, Font> | null = null;

export function loadFonts(): Record<FontName, Font> {
  loaded ??= { regular: loadFont(FILES.regular), bold: loadFont(FILES.bold) };
  return loaded;
}

/** Control characters, soft hyphens and zero-width marks: nothing to draw, and a box in place of nothing would mislead. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

export interface DrawableText {
  text: string;
  /** The text as it is, where the font lacks some of its characters. */
  actual: string | null;
}

/**
 * Text as the font can draw it. Characters that share a glyph become one (a no-break space is drawn as a space): a PDF
 * names one character for each glyph, and would name the wrong one for the others.
 */
export function makeDrawable(text: string): DrawableText {
  const whole = text
    .normalize("NFC")
    .replace(/[^\S\n]/g, " ")
    .replace(INVISIBLE, keepNewLine);
  const characters = glyphCharacters();
  const drawn = [...whole].map((character) =>
    character === "\n" ? character : (characters.get(character) ?? MISSING),
  );
  const complete = [...whole].every((character) => character === "\n" || characters.has(character));
  return { text: drawn.join(""), actual: complete ? null : whole };
}

const keepNewLine = (character: string): string => (character === "\n" ? character : "");

let known: Map<string, string> | null = null;

/** Every character that both fonts have, with the first that its glyph stands for. */
function glyphCharacters(): Map<string, string> {
  if (known !== null) return known;
  const { regular, bold } = loadFonts();
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
