import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTemplateEdits } from "../testing/any-template-edit.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { templateFileName } from "./file-name.ts";
import { parseDraftTemplate, parseTemplate } from "./parse-template.ts";
import { hashTemplate, MAX_TEMPLATE_FILE, readTemplateFile, writeTemplateFile } from "./template-file.ts";

const importAgain = (text: string) => {
  const read = readTemplateFile(text);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
};

describe("a template's hash", () => {
  test("outlives export and import", () => {
    const text = writeTemplateFile(sampleTemplate);
    const again = parseTemplate(importAgain(text));
    expect(again).toEqual({ ok: true, value: sampleTemplate });
    expect(again.ok && hashTemplate(again.value)).toBe(hashTemplate(sampleTemplate));
    expect(text.endsWith("}\n")).toBe(true);
    expect(templateFileName(sampleTemplate)).toBe("sample-form-v1.json");
  });

  test("is not about the number of the version, nor about how sections are numbered", () => {
    const sections = sampleTemplate.sections.map((each) => ({ ...each, position: each.position * 10 }));
    expect(hashTemplate({ ...sampleTemplate, version: 7, sections })).toBe(hashTemplate(sampleTemplate));
  });

  test("changes with one character", () => {
    const [first, ...rest] = sampleTemplate.questions;
    if (first === undefined) throw new Error("No question");
    const questions = [{ ...first, text: `${first.text}?` }, ...rest];
    expect(hashTemplate({ ...sampleTemplate, questions })).not.toBe(hashTemplate(sampleTemplate));
  });

  test("property: any draft comes back from its file as it was", () => {
    fc.assert(
      fc.property(anyTemplateEdits(8), (edit) => {
        const draft = edit(sampleTemplate);
        const { template } = parseDraftTemplate(importAgain(writeTemplateFile(draft)));
        expect(template).toEqual(draft);
        expect(template && hashTemplate(template)).toBe(hashTemplate(draft));
      }),
    );
  });
});

describe("a file that can't be read says why", () => {
  test.each([
    ["too long", `"${"x".repeat(MAX_TEMPLATE_FILE)}"`, /too long for a form: it may have up to 600,000/],
    ["too deep", "[".repeat(50) + "]".repeat(50), /nested more than 40 levels/],
    ["no JSON", "<html>", /not a file of JSON/],
    ["empty", "", /not a file of JSON/],
  ])("%s", (_name, text, message) => {
    const read = readTemplateFile(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.failure.message).toMatch(message);
  });

  test("an invisible mark at its start is no fault, and brackets in words don't count", () => {
    expect(readTemplateFile(`\uFEFF{"a": "${"[".repeat(60)}\\""}`)).toEqual({
      ok: true,
      value: { a: `${"[".repeat(60)}"` },
    });
  });
});
