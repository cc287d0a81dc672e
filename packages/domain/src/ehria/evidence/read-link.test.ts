import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSeenOn, LINK_LIMITS, readLink } from "./read-link.ts";

describe("an address is stored in one form, and shown with its host", () => {
  test.each<[string, string, string]>([
    ["https://www.gov.uk/guidance", "https://www.gov.uk/guidance", "www.gov.uk"],
    ["  HTTPS://WWW.Gov.UK:443/Guidance#part ", "https://www.gov.uk/Guidance#part", "www.gov.uk"],
    ["http://intranet/page?id=1", "http://intranet/page?id=1", "intranet"],
    ["https://example.org:8443", "https://example.org:8443/", "example.org:8443"],
    ["https://ex%41mple.org/é", "https://example.org/%C3%A9", "example.org"],
    // Look-alike letters show: this is not apple.com.
    ["https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"],
    ["https://example.org/a/../b@c", "https://example.org/b@c", "example.org"],
  ])("%s", (typed, url, host) => {
    expect(readLink(typed)).toEqual({ ok: true, value: { url, host } });
  });
});

describe("refused in words", () => {
  test.each<[string, string]>([
    ["", "the whole address"],
    ["www.gov.uk", "starts with https://"],
    ["ftp://example.org/file", "starts with https://"],
    ["javascript:alert(1)", "starts with https://"],
    ["data:text/html,<script>", "starts with https://"],
    ["JaVaScRiPt://example.org/%0aalert(1)", "starts with https://"],
    ["file:///etc/passwd", "starts with https://"],
    ["https://", "starts with https://"],
    ["https://user:secret@example.org/", "name and password"],
    ["https://www.gov.uk@example.org/", "name and password"],
    ["https://example.org/a b", "without spaces"],
    ["https://example.org/\u202egpj.exe", "without spaces"],
    ["https://exa\nmple.org/", "without spaces"],
    [`https://example.org/${"a".repeat(LINK_LIMITS.characters)}`, "2,000 characters"],
    // Short as it is typed, and long once every letter is written as bytes.
    [`https://example.org/${"é".repeat(400)}`, "2,000 characters"],
  ])("%s", (typed, message) => {
    expect(readLink(typed)).toMatchObject({
      ok: false,
      failure: { problems: [{ path: "url", message: expect.stringContaining(message) }] },
    });
  });
});

test("property: what is taken is http or https, has no credentials, and reads as itself again", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string({ unit: "binary" }).map((text) => `https://${text}`),
      ),
      (typed) => {
        const read = readLink(typed);
        if (!read.ok) return;
        expect(read.value.url).toMatch(/^https?:\/\/[^/?#@]+/);
        expect(readLink(read.value.url)).toEqual(read);
      },
    ),
  );
});

test("a page is looked at today or earlier", () => {
  expect(checkSeenOn("2026-01-31", "2026-01-31")).toEqual({ ok: true, value: "2026-01-31" });
  expect(checkSeenOn("2026-02-01", "2026-01-31").ok).toBe(false);
});
