import { html } from "../pages/html.ts";
import type { Page } from "../pages/page-layout.ts";
import { breadcrumbs } from "./assessment-page.ts";
import type { EditionFacts, EntryRow } from "./load-entry.ts";
import { FEED_LINK, REGISTER_TITLE, timeOf } from "./words.ts";

/**
 * What stands at the address of a withdrawn assessment: that it was published, when, what its fingerprint was, and why it is gone.
 * Nothing that it said, its title included: it may have been withdrawn for that.
 */
export const withdrawnPage = (entry: EntryRow, editions: readonly EditionFacts[]): Page => ({
  title: `${entry.reference} has been withdrawn – ${REGISTER_TITLE}`,
  before: breadcrumbs,
  head: html`<meta name="robots" content="noindex">
${FEED_LINK}`,
  body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${entry.reference} has been withdrawn</h1>
<p class="govuk-body-l">This assessment was withdrawn on ${timeOf(entry.changedAt)}.</p>
<p class="govuk-body">${entry.notice}</p>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Council</dt><dd class="govuk-summary-list__value">${entry.organisation}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Department</dt><dd class="govuk-summary-list__value">${entry.department}</dd></div>
${editions.map(
  ({ edition, publishedAt, contentHash }) =>
    html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Edition ${edition}</dt><dd class="govuk-summary-list__value">Published on ${timeOf(publishedAt)}. Fingerprint (SHA-256): <span class="app-hash">${contentHash}</span></dd></div>`,
)}
</dl>
<p class="govuk-body">Its text and its files are no longer published. Whoever kept a copy can see by the fingerprint whether it is what was published here.</p>
<p class="govuk-body"><a class="govuk-link" href="/register">See all published assessments</a></p>
</div></div>`,
});
