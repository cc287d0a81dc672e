import { html } from "../pages/html.ts";

/** A sitemap may hold so many (sitemaps.org). */
export const SITEMAP_ADDRESSES = 50_000;

/** The addresses that search engines may keep, each with its last change. What was withdrawn is not among them. */
export const writeSitemap = (
  entries: readonly { reference: string; changedAt: string }[],
  baseUrl: string,
): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${
    html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${baseUrl}/register</loc></url>
${entries.map(
  ({ reference, changedAt }) =>
    html`<url><loc>${baseUrl}/register/${reference}</loc><lastmod>${changedAt}</lastmod></url>\n`,
)}</urlset>
`.text
  }`;

/** Search engines are welcome to what is published, with the styles that it is drawn in, and to nothing else. */
export const writeRobots = (baseUrl: string): string =>
  [
    "User-agent: *",
    "Allow: /register",
    "Allow: /assets/",
    "Disallow: /",
    "",
    `Sitemap: ${baseUrl}/sitemap.xml`,
    "",
  ].join("\n");
