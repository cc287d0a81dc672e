import type { FileType } from "@due-regard/domain/ehria/evidence/file-types";
import { describe, expect, it } from "vitest";
import { spoolFile } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import {
  docxParts,
  makeDocx,
  makeExe,
  makeJpeg,
  makeOdt,
  makePdf,
  makePng,
  makeWorkbook,
} from "../../../../testing/make-files.ts";
import { makeZip, type ZipPart } from "../../../../testing/make-xlsx.ts";
import { EVIDENCE_FILE } from "./file-words.ts";
import { inspectFile } from "./inspect-file.ts";

const inspect = async (content: Buffer | string): Promise<FileType> => {
  const file = await spoolFile(piecesOf(Buffer.from(content)), EVIDENCE_FILE);
  try {
    return await inspectFile(file);
  } finally {
    await file.close();
  }
};

const piecesOf = async function* (bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
};

const join = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));

const MARK = "\ufeff";
const part = (name: string, content: string | Buffer = "x"): ZipPart => ({ name, content });
const anyZip = makeZip([part("readme.txt")]);

describe("what a file is, is told by its content", () => {
  it.each<[string, Buffer | string, FileType]>([
    ["a PDF", makePdf(), "PDF"],
    ["a PDF with a line behind it", join(makePdf(), "\r\n\r\n"), "PDF"],
    ["a Word document", makeDocx(), "DOCX"],
    ["an Excel workbook", makeWorkbook(), "XLSX"],
    ["an OpenDocument text", makeOdt(), "ODT"],
    ["a PNG", makePng(), "PNG"],
    ["a JPEG", makeJpeg(), "JPEG"],
    ["a JPEG with a camera's data behind it", join(makeJpeg(), "SEFT and so on"), "JPEG"],
    ["a CSV", "age,carers\n18 to 64,120\n", "CSV"],
    ["a CSV in the letters of Windows", join("gruppe;n\nM\u00e4nner;1\n"), "CSV"],
    ["a CSV of a spreadsheet in two-byte letters", Buffer.from(`${MARK}age\tn\n18\t1\n`, "utf16le"), "CSV"],
    ["a CSV that begins as a program does", "MZ,name\n1,two\n", "CSV"],
    ["a CSV that begins as a picture does", "BM,name\n1,two\n", "CSV"],
    // Harmless where it is kept and served: it is not run, and not opened here.
    ["a CSV with a formula", "=cmd|'/c calc'!A0,1\n", "CSV"],
  ])("%s", async (_name, content, type) => {
    expect(await inspect(content)).toBe(type);
  });
});

describe("what is of another sort is refused in words that help", () => {
  it.each<[string, Buffer | string, string]>([
    ["nothing", "", "This file is empty."],
    ["spaces", " \n \n", "There is nothing in this file."],
    ["a program under whatever name", makeExe(), "This is a program, whatever its name says"],
    ["a program for Linux", join("\u007fELF\u0002\u0001\u0001", Buffer.alloc(100)), "This is a program"],
    [
      "an old Word document",
      join("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", Buffer.alloc(600)),
      "Save it as .docx or .xlsx without a password",
    ],
    ["a GIF", join("GIF89a", Buffer.alloc(20)), "another sort (.gif)"],
    ["a gzip", join("\u001f\u008b\u0008\0", Buffer.alloc(20)), "another sort (.gz)"],
    ["bytes of no sort", join(Buffer.from([0, 1, 2, 3])), "This is a file of another sort. Send a PDF"],
    ["text with control characters", "a,b\u0001\n", "no file of a sort that is taken"],
    ["a page", "<!doctype html><script>alert(1)</script>, and more", "text of another sort than CSV"],
    [
      "a drawing that may hold scripts",
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>,',
      "text of another sort",
    ],
    ["a script", "#!/bin/sh\necho a,b\n", "text of another sort"],
    ["rich text", "{\\rtf1 a,b}", "text of another sort"],
    ["plain text", "Dear all\nplease find attached\n", "text without columns"],
    ["half a letter", join(Buffer.from(`${MARK}a,b`, "utf16le"), "\u00d8"), "no text that can be read"],
  ])("%s", async (_name, content, message) => {
    const error = await inspect(content).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(String(error)).toContain(message);
  });
});

describe("damaged, and two in one", () => {
  it.each<[string, Buffer, string]>([
    ["a PDF that is cut off", makePdf().subarray(0, 60), "This PDF is damaged or cut off"],
    ["something before a PDF", join("MZ\0\0", makePdf()), "This is a program"],
    ["a PDF that unpacks as well", join(makePdf(), anyZip), "PDF with something else behind it"],
    ["a PNG that is cut off", makePng().subarray(0, -6), "This picture is damaged or cut off"],
    ["a PNG without an end", makePng().subarray(0, 40), "This picture is damaged or cut off"],
    [
      "a PNG with a chunk that runs out of the file",
      join(makePng().subarray(0, 8), "\u00ff\u00ff\u00ff\u00ffIDAT"),
      "damaged or cut off",
    ],
    [
      "a PNG with a page behind it",
      join(makePng(), "<script>alert(1)</script>"),
      "PNG picture with something else",
    ],
    ["a PNG that unpacks as well", join(makePng(), anyZip), "PNG picture with something else"],
    ["a JPEG that is cut off", makeJpeg().subarray(0, -2), "This picture is damaged or cut off"],
    ["a JPEG that unpacks as well", join(makeJpeg(), anyZip), "JPEG picture with something else"],
    ["a Word document that is cut off", makeDocx().subarray(0, -30), "This document is damaged"],
    ["a Word document with something behind it", join(makeDocx(), "#!/bin/sh"), "This document is damaged"],
  ])("%s", async (_name, content, message) => {
    await expect(inspect(content)).rejects.toThrow(message);
  });
});

describe("packed files that are made to do harm", () => {
  const macroEnabled = "application/vnd.ms-word.document.macroEnabled.main+xml";
  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024);
  it.each<[string, () => Buffer, string]>([
    ["an ordinary zip", () => anyZip, "packed file of a sort that is not taken"],
    [
      "a presentation",
      () =>
        makeZip(
          docxParts("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        ),
      "packed file of a sort that is not taken",
    ],
    [
      "an OpenDocument spreadsheet",
      () => makeZip([part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
      "packed file of a sort that is not taken",
    ],
    [
      "a Java program that says it is a document",
      () => makeZip([part("META-INF/MANIFEST.MF"), part("A.class")]),
      "packed file of a sort that is not taken",
    ],
    ["macros by their type", () => makeZip(docxParts(macroEnabled)), "This document holds macros"],
    ["macros by their part", () => makeDocx(part("word/vbaProject.bin")), "This document holds macros"],
    [
      "macros in an OpenDocument text",
      () => makeOdt(part("Basic/Standard/Module1.xml")),
      "This document holds macros",
    ],
    ["a program inside", () => makeDocx(part("word/embeddings/setup.EXE")), "a program packed into it"],
    [
      "10,000 parts",
      () => makeDocx(...Array.from({ length: 10_000 }, (_each, index) => part(`p${index}`, ""))),
      "more than 2,000 parts",
    ],
    [
      "a part that swells a thousandfold",
      () => makeDocx(part("word/media/a.bin", megabytes(5))),
      "unpacks to more than 250 MB",
    ],
    [
      "a part that says it is small",
      () => makeDocx({ ...part("word/media/a.bin", megabytes(5)), claimedSize: 10 }),
      "This document is damaged",
    ],
    [
      "a part that says it is enormous",
      () => makeDocx({ ...part("word/media/a.bin"), claimedSize: 2_000_000_000 }),
      "unpacks to more than 250 MB",
    ],
    [
      "two parts of one name",
      () => makeDocx(part("word/document.xml", "<other/>")),
      "This document is damaged",
    ],
    ["a way out of its folder", () => makeDocx(part("../../outside.xml")), "This document is damaged"],
    [
      "a list of types without an end",
      () => makeZip([part("[Content_Types].xml", "<a>".repeat(5_000))]),
      "This document is damaged",
    ],
    [
      "a list of types that expands",
      () =>
        makeZip([
          part(
            "[Content_Types].xml",
            `<!DOCTYPE a [<!ENTITY b "${"c".repeat(1_000)}">]><Types>&b;&b;</Types>`,
          ),
        ]),
      "not taken",
    ],
  ])("%s", async (_name, make, message) => {
    await expect(inspect(make())).rejects.toThrow(message);
  });
});

it("refuses a file over the limit before it has wholly arrived", async () => {
  let sent = 0;
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) {
      sent += 1;
      yield new Uint8Array(1024 * 1024);
    }
  };
  await expect(spoolFile(endless(), EVIDENCE_FILE)).rejects.toThrow("larger than 25 MB");
  expect(sent).toBe(26);
});
