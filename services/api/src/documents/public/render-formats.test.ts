import { PUBLIC_FORMATS } from "@due-regard/database/schema/published";
import type { BlockDocument } from "@due-regard/document/document";
import { canonicalText } from "@due-regard/domain/seal/hash-content";
import { describe, expect, it, vi } from "vitest";
import { samplePublicCopy } from "../../testing/publish.ts";
import { renderFormats } from "./render-formats.ts";

const DOCUMENT: BlockDocument = {
  title: "Assessment: Home care",
  language: "en-GB",
  // Within the hour that the clocks skip: no zone may show in the bytes.
  date: new Date("2026-03-29T01:30:00Z"),
  orientation: "portrait",
  running: { header: "EHRIA-2026-0007. Published", footer: "Home care" },
  blocks: [
    { kind: "heading", level: 1, text: "Home care" },
    { kind: "heading", level: 2, text: "Aims" },
    { kind: "paragraph", text: "To change <who> visits." },
  ],
};
const COPY = samplePublicCopy({ title: "Home care", reference: "EHRIA-2026-0007" });

const inZone = async (zone: string, now: string) => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  try {
    return await renderFormats({ copy: COPY, document: DOCUMENT });
  } finally {
    vi.useRealTimers();
    process.env.TZ = before;
    if (before === undefined) delete process.env.TZ;
  }
};

describe("the formats of a publication", () => {
  it("are all there, each what its name says, with its own hash", async () => {
    const files = await renderFormats({ copy: COPY, document: DOCUMENT });
    expect(files.map(({ format }) => format)).toEqual(PUBLIC_FORMATS);
    const [html, pdf, docx, json] = files.map(({ bytes }) => Buffer.from(bytes));
    expect(html?.toString()).toContain('<p class="govuk-body">To change &lt;who&gt; visits.</p>');
    expect(pdf?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(docx?.subarray(0, 2).toString()).toBe("PK");
    expect(json?.toString()).toBe(canonicalText(COPY));
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(4);
    expect(files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  it("are the same bytes whenever and wherever they are made", async () => {
    const one = await inZone("Europe/London", "2026-04-01T09:00:00Z");
    const other = await inZone("Pacific/Auckland", "2031-11-05T23:00:00Z");
    expect(other.map(({ sha256 }) => sha256)).toEqual(one.map(({ sha256 }) => sha256));
  });
});
