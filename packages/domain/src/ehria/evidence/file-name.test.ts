import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanFileName } from "./file-name.ts";
import { FILE_LIMITS, FILE_TYPE_FACTS, FILE_TYPES, type FileType } from "./file-types.ts";

test.each<[string, FileType, string]>([
  ["Carers survey 2019.pdf", "PDF", "Carers survey 2019.pdf"],
  ["SURVEY.PDF", "PDF", "SURVEY.pdf"],
  ["photo.jpeg", "JPEG", "photo.jpeg"],
  ["photo.png", "JPEG", "photo.jpg"],
  ["C:\\Users\\Someone\\Desktop\\q3.docx", "DOCX", "q3.docx"],
  ["../../etc/passwd", "CSV", "passwd.csv"],
  ["invoice.exe", "PDF", "invoice.pdf"],
  ["invoice.pdf.exe", "PDF", "invoice.pdf.pdf"],
  // Written from right to left this would be shown as invoiceexe.pdf.
  ["invoice\u202efdp.exe", "PDF", "invoicefdp.pdf"],
  ["a\u0000b\r\n.csv", "CSV", "ab.csv"],
  ['a<b>:"c|d?*.csv', "CSV", "a-b---c-d--.csv"],
  ["v1.2 final", "PDF", "v1.2 final.pdf"],
  [".htaccess", "CSV", "htaccess.csv"],
  ["...", "PNG", "file.png"],
  ["", "ODT", "file.odt"],
  ["CON.pdf", "PDF", "CON-file.pdf"],
  ["Ōrākei – résumé.odt", "ODT", "Ōrākei – résumé.odt"],
])("%j as %s is called %s", (name, type, clean) => {
  expect(cleanFileName(name, type)).toBe(clean);
});

test("property: no path, nothing that steers, not too long, the ending of its content, and clean already", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(...FILE_TYPES),
      (name, type) => {
        const clean = cleanFileName(name, type);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*]/u);
        expect(clean).toMatch(/^[^\s.].*\.[a-z]+$/u);
        expect([...clean].length).toBeLessThanOrEqual(FILE_LIMITS.nameCharacters);
        expect(FILE_TYPE_FACTS[type].endings).toContain(clean.split(".").at(-1));
        expect(cleanFileName(clean, type)).toBe(clean);
      },
    ),
  );
});
