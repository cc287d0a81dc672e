import type { PublicCopy } from "@due-regard/domain/ehria/publication/public-copy";
import { readParts } from "@due-regard/html/write-html";
import { dateWords } from "../documents/assessment/words.ts";
import { Html, html } from "../pages/html.ts";
import type { Page } from "../pages/page-layout.ts";
import { FORMATS } from "./formats.ts";
import type { EditionFacts, EditionRow, EntryRow, FileFacts } from "./load-entry.ts";
import { characteristicWords, counted, FEED_LINK, inOrder, REGISTER_TITLE, sizeOf, timeOf } from "./words.ts";

/** An edition as its page shows it. */
export interface ShownEdition {
  entry: EntryRow;
  edition: EditionRow;
  copy: PublicCopy;
  /** As it was approved. */
  text: string;
  files: readonly FileFacts[];
  editions: readonly EditionFacts[];
  /** Whether what took its place can be read in the register. */
  successorIsHere: boolean;
  baseUrl: string;
  /** Where the files lie while it waits to be approved. Left out: it is published. */
  previewFile?: (format: FileFacts["format"]) => string;
}

export const breadcrumbs = html`<nav class="govuk-breadcrumbs" aria-label="Breadcrumb"><ol class="govuk-breadcrumbs__list">
<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="/register">Public register</a></li>
</ol></nav>`;

/** A published assessment: its text as approved, what is known of it, and its files. Described for machines by schema.org's words. */
export const assessmentPage = (shown: ShownEdition): Page => {
  const { entry, edition, copy, text, baseUrl } = shown;
  const address = `/register/${entry.reference}`;
  const isEarlier = edition.edition !== entry.edition;
  const which = isEarlier ? ` (edition ${edition.edition})` : "";
  return {
    title: `${edition.title}${which} – ${entry.reference} – ${REGISTER_TITLE}`,
    before: breadcrumbs,
    head: html`<link rel="canonical" href="${baseUrl}${address}">
${downloadable(shown).map(({ format }) => html`<link rel="alternate" type="${FORMATS[format].type}" href="${addressOfFile(shown, format)}">`)}
${FEED_LINK}
<meta name="description" content="Equality and human rights impact assessment: ${edition.title}. ${entry.department}, ${entry.organisation}.">`,
    body: html`<article itemscope itemtype="https://schema.org/Report">
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-xl">${copy.form.title} <span itemprop="identifier">${entry.reference}</span></span>
<h1 class="govuk-heading-xl" itemprop="name">${edition.title}</h1>
${notices(shown)}
${facts(shown)}
${downloads(shown)}
${contents(text)}
</div></div>
<div itemprop="text">${new Html(text)}</div>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${about(shown)}
</div></div>
</article>`,
  };
};

const row = (term: string, detail: Html | string): Html =>
  html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${term}</dt><dd class="govuk-summary-list__value">${detail}</dd></div>`;

const facts = ({ entry, edition, copy }: ShownEdition): Html => {
  const affected = inOrder(edition.characteristics).map(
    (each) => html`<span itemprop="keywords">${characteristicWords(each)}</span>`,
  );
  const date = new Date(edition.publishedAt).toISOString();
  return html`<dl class="govuk-summary-list">
${row("Published", html`${timeOf(edition.publishedAt)}, edition <span itemprop="version">${edition.edition}</span><meta itemprop="datePublished" content="${date}"><meta itemprop="inLanguage" content="en-GB">`)}
${row("Council", html`<span itemprop="publisher" itemscope itemtype="https://schema.org/GovernmentOrganization"><span itemprop="name">${entry.organisation}</span></span>`)}
${row("Department", entry.department)}
${row("Completed", html`<time itemprop="dateCreated" datetime="${edition.completedOn}">${dateWords(edition.completedOn)}</time>`)}
${copy.reviewDueOn === null ? null : row("To be reviewed by", dateWords(copy.reviewDueOn))}
${row("Characteristics affected", affected.length === 0 ? "None" : joined(affected))}
</dl>`;
};

const joined = (pieces: readonly Html[]): Html =>
  html`${pieces.map((piece, index) => (index === 0 ? piece : html`, ${piece}`))}`;

const banner = (title: string, body: Html): Html =>
  html`<div class="govuk-notification-banner" role="region" aria-labelledby="notice-title">
<div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="notice-title">${title}</h2></div>
<div class="govuk-notification-banner__content">${body}</div>
</div>`;

const notices = (shown: ShownEdition): Html => {
  const { entry, edition, copy } = shown;
  const isEarlier = edition.edition !== entry.edition;
  return html`${shown.previewFile === undefined ? null : PREVIEW}
${entry.state === "SUPERSEDED" ? superseded(shown) : isEarlier ? earlier(shown) : null}
${copy.demo ? html`<p class="govuk-inset-text">A demonstration record: it is no council’s decision, and the people in it are made up.</p>` : null}`;
};

const PREVIEW = banner(
  "Preview",
  html`<p class="govuk-notification-banner__heading">This is what the public would see. It isn’t published yet, and only you and the others who prepare and approve it see it here.</p>
<p class="govuk-body">The public sees the page without this notice, with the day on which it was published.</p>`,
);

const superseded = ({ entry, successorIsHere }: ShownEdition): Html => {
  const next = entry.supersededBy ?? "";
  const link = successorIsHere
    ? html`<a class="govuk-notification-banner__link" href="/register/${next}">Read ${next}, which took its place</a>.`
    : html`${next} took its place. It is not in this register.`;
  return banner(
    "Superseded",
    html`<p class="govuk-notification-banner__heading">This assessment was superseded on ${timeOf(entry.changedAt)}.</p>
<p class="govuk-body">${entry.notice}</p><p class="govuk-body">${link}</p>`,
  );
};

const earlier = ({ entry, edition, editions }: ShownEdition): Html => {
  const newest = editions.find((each) => each.edition === entry.edition);
  return banner(
    "Earlier edition",
    html`<p class="govuk-notification-banner__heading">This is edition ${edition.edition}. <a class="govuk-notification-banner__link" href="/register/${entry.reference}">Edition ${entry.edition}</a> took its place${newest ? html` on ${timeOf(newest.publishedAt)}` : null}.</p>`,
  );
};

/** The formats to take along; what stands within the page is not a file for people. */
const downloadable = ({ files }: ShownEdition): readonly FileFacts[] =>
  files.filter(({ format }) => format !== "html");

const addressOfFile = (
  { entry, edition, previewFile }: ShownEdition,
  format: FileFacts["format"],
): string => {
  if (previewFile !== undefined) return previewFile(format);
  return edition.edition === entry.edition
    ? `/register/${entry.reference}.${format}`
    : `/register/${entry.reference}/${edition.edition}.${format}`;
};

const downloads = (shown: ShownEdition): Html => html`<h2 class="govuk-heading-m" id="downloads">Download</h2>
<ul class="govuk-list">${downloadable(shown).map(
  ({ format, size }) =>
    html`<li itemprop="encoding" itemscope itemtype="https://schema.org/MediaObject"><a class="govuk-link" href="${addressOfFile(shown, format)}" itemprop="contentUrl">${FORMATS[format].offer}${format === "json" ? null : ` (${sizeOf(size)})`}</a><meta itemprop="encodingFormat" content="${FORMATS[format].type}"></li>`,
)}</ul>`;

const contents = (text: string): Html | null => {
  const parts = readParts(text);
  if (parts.length < 2) return null;
  return html`<nav aria-labelledby="contents-title"><h2 class="govuk-heading-m" id="contents-title">Contents</h2>
<ol class="govuk-list">${parts.map((part) => html`<li><a class="govuk-link" href="#${part.id}">${new Html(part.html)}</a></li>`)}
<li><a class="govuk-link" href="#about">About this publication</a></li></ol></nav>`;
};

const about = (shown: ShownEdition): Html => {
  const { entry, edition, copy, files } = shown;
  return html`<h2 class="govuk-heading-l app-register__about" id="about">About this publication</h2>
<dl class="govuk-summary-list">
${row("First published", timeOf(entry.firstPublishedAt))}
${row("Form", `${copy.form.title}, version ${copy.form.version}`)}
${row("Fingerprint of the text (SHA-256)", html`<span class="app-hash">${edition.contentHash}</span>`)}
${files.filter(({ format }) => format === "pdf" || format === "docx").map(({ format, sha256 }) => row(`Fingerprint of the ${FORMATS[format].name} (SHA-256)`, html`<span class="app-hash">${sha256}</span>`))}
</dl>
<p class="govuk-body">Job titles stand for the names of people. ${leftOut(copy)} What stands here was approved as you see it, and is not changed: a new text comes as a new edition.</p>
${howToCheck(shown)}
${earlierEditions(shown)}`;
};

const leftOut = ({ redactions }: PublicCopy): string =>
  redactions.length === 0
    ? "No passage had to be left out."
    : `${counted(redactions.length, "passage", "passages")} that could tell who somebody is ${redactions.length === 1 ? "was" : "were"} left out or replaced; the text says where.`;

const howToCheck = (
  shown: ShownEdition,
): Html => html`<h3 class="govuk-heading-m">Check that it is genuine</h3>
<p class="govuk-body">The <a class="govuk-link" href="${addressOfFile(shown, "json")}">sealed copy</a> holds the text, its fingerprints and the council’s seal. <a class="govuk-link" href="/verify">Check it on this site</a>, or without us: the command <code class="app-code">npm run -s cli -- verify FILE</code> of the open-source software needs nothing but that file and the <a class="govuk-link" href="/seal-keys.json">public keys</a>.</p>`;

const earlierEditions = ({ entry, edition, editions }: ShownEdition): Html | null => {
  const others = editions.filter((each) => each.edition !== edition.edition).reverse();
  if (others.length === 0) return null;
  return html`<h3 class="govuk-heading-m">Other editions</h3>
<ul class="govuk-list govuk-list--bullet">${others.map(
    (each) =>
      html`<li><a class="govuk-link" href="/register/${entry.reference}${each.edition === entry.edition ? "" : `/${each.edition}`}">Edition ${each.edition}</a>, published on ${timeOf(each.publishedAt)}</li>`,
  )}</ul>`;
};
