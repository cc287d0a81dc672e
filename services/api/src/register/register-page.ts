import { type Html, html } from "../pages/html.ts";
import type { Page } from "../pages/page-layout.ts";
import type { PublishedEntry } from "./list-published-assessments.ts";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

const TITLE = "Published equality and human rights impact assessments";

/** The public register, without sign-in and without JavaScript. */
export const registerPage = (entries: readonly PublishedEntry[]): Page => ({
  title: TITLE,
  body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${TITLE}</h1>
<p class="govuk-body">Before it changes a service or a policy, the council asks how the change would affect people with protected characteristics and people’s human rights. Assessments that have been signed off and published are listed here.</p>
${entries.length === 0 ? NOTHING_YET : listEntries(entries)}
</div></div>`,
});

const NOTHING_YET = html`<p class="govuk-inset-text">No assessment has been published yet.</p>`;

const listEntries = (entries: readonly PublishedEntry[]): Html => html`<table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m">${entries.length === 1 ? "1 assessment" : `${entries.length} assessments`}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">
<th scope="col" class="govuk-table__header">Reference</th>
<th scope="col" class="govuk-table__header">Title</th>
<th scope="col" class="govuk-table__header">Department</th>
<th scope="col" class="govuk-table__header">Completed</th>
</tr></thead>
<tbody class="govuk-table__body">${entries.map(
  (entry) => html`<tr class="govuk-table__row">
<th scope="row" class="govuk-table__header">${entry.reference}</th>
<td class="govuk-table__cell">${entry.title}</td>
<td class="govuk-table__cell">${entry.department}</td>
<td class="govuk-table__cell">${entry.completedOn === null ? "Not dated" : DAY.format(new Date(entry.completedOn))}</td>
</tr>`,
)}</tbody>
</table>`;
