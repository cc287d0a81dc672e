import type { Guidance } from "@due-regard/domain/ehria/form/template";

/** Guidance as a page edits it: what to look at is a line each. */
export interface GuidanceModel {
  lookAt: string;
  law: string;
  source: string;
  good: string;
  weak: string;
}

export const NO_GUIDANCE: GuidanceModel = { lookAt: "", law: "", source: "", good: "", weak: "" };

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Paragraphs are parted by empty lines; a single line break stays inside its paragraph. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");

export const readGuidance = (guidance: Guidance | null): GuidanceModel =>
  guidance === null
    ? NO_GUIDANCE
    : {
        lookAt: guidance.lookAt.join("\n"),
        law: guidance.law.text,
        source: guidance.law.source,
        good: guidance.goodExample,
        weak: guidance.weakExample,
      };

/** Null: nothing was written, so there is none. */
export const writeGuidance = (model: GuidanceModel): Guidance | null =>
  Object.values(model).every((text) => text.trim() === "")
    ? null
    : {
        lookAt: linesOf(model.lookAt),
        law: { text: model.law.trim(), source: model.source.trim() },
        goodExample: model.good.trim(),
        weakExample: model.weak.trim(),
      };
