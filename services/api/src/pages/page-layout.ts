import { type Html, html } from "./html.ts";

export interface Page {
  title: string;
  /** What stands inside <main>. */
  body: Html;
  /** More of what stands inside <head>. */
  head?: Html;
  /** What stands before <main>: breadcrumbs. */
  before?: Html;
}

/** Where our own small stylesheet is served, for when the client with its GOV.UK styles is not built. */
export const OWN_STYLESHEET = "/server-pages.css";

/** As the client's own footer has them. */
const FOOTER_LINKS = [
  { href: "/accessibility", words: "Accessibility statement" },
  { href: "/cookies", words: "Cookies" },
  { href: "/register", words: "Public register" },
  { href: "/verify", words: "Check a sealed assessment" },
];

/** A whole page that works without JavaScript, in the GOV.UK look with the generic header. */
export const renderPage = ({ title, body, head, before }: Page, stylesheets: readonly string[]): string => {
  const links = stylesheets.map((href) => html`<link rel="stylesheet" href="${href}">`);
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${title} – Due Regard</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${links}
${head ?? null}
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">Skip to main content</a>
<header class="govuk-generic-header app-header">
<div class="govuk-generic-header__container govuk-width-container">
<div class="govuk-generic-header__logo"><a href="/" class="govuk-generic-header__homepage-link">Due Regard</a></div>
</div>
</header>
<div class="govuk-width-container">
${before ?? null}
<main class="govuk-main-wrapper" id="main-content" tabindex="-1">
${body}
</main>
</div>
<footer class="govuk-footer">
<div class="govuk-width-container">
<h2 class="govuk-visually-hidden">Support links</h2>
<ul class="govuk-footer__inline-list">${FOOTER_LINKS.map(
    ({ href, words }) =>
      html`<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${href}">${words}</a></li>`,
  )}</ul>
</div>
</footer>
</body>
</html>
`.text;
};

/** A page of one heading, some sentences and at most one button-like link. */
export const messageBody = (
  heading: string,
  sentences: readonly string[],
  link?: { href: string; text: string },
): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${heading}</h1>
${sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
${link ? html`<p class="govuk-body"><a class="govuk-link" href="${link.href}">${link.text}</a></p>` : null}
</div></div>`;
